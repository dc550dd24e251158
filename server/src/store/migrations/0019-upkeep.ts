/** What is looked for again and again: successors of an identity, what hangs on one that is erased, counts that are over, addresses that are kept too long. */
export const upkeep: readonly string[] = [
  `CREATE INDEX identities_replaces ON identities (replaces) WHERE replaces IS NOT NULL`,
  `CREATE INDEX objections_identity ON objections (identity_id)`,
  `CREATE INDEX mail_limits_day ON mail_limits (day_start)`,
  `CREATE INDEX audit_addresses ON audit (project_id, created_at) WHERE ip <> ''`,
  `CREATE INDEX identities_addresses ON identities (project_id, created_at) WHERE ip <> ''`,
];
