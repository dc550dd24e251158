/** What the mails about a lock-out and about a PIN set anew need to know (docs/protocol.md 5.5). */
export const notices: readonly string[] = [
  `ALTER TABLE objections ADD COLUMN locked_at bigint`,
  `ALTER TABLE verifications ADD COLUMN resets text`,
];
