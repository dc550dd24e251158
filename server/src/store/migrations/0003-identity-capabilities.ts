/** The right to rename and remove an identity without a PIN (docs/protocol.md 5.6). */
export const identityCapabilities: readonly string[] = [
  `CREATE TABLE identity_capabilities (identity_id text PRIMARY KEY REFERENCES identities(id), capability_digest text NOT NULL)`,
];
