/** What several nodes share: whose turn it is, and how often an address called. */
export const nodes: readonly string[] = [
  `CREATE TABLE turns (name text PRIMARY KEY, until bigint NOT NULL)`,
  `CREATE TABLE rate_windows (key_digest text PRIMARY KEY, calls integer NOT NULL, ends_at bigint NOT NULL)`,
  `CREATE INDEX rate_windows_expiry ON rate_windows (ends_at)`,
];
