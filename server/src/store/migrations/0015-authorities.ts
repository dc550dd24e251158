/** Rotation of master halves (docs/protocol.md 8): which authorities a server secret came from, since when it is the one to use, until when; and identities that lapsed. */
export const authorities: readonly string[] = [
  `ALTER TABLE server_secrets ADD COLUMN pair text NOT NULL DEFAULT ''`,
  `ALTER TABLE server_secrets ADD COLUMN chosen_at bigint NOT NULL DEFAULT 0`,
  `ALTER TABLE server_secrets ADD COLUMN retired_at bigint`,
  `UPDATE server_secrets SET pair = dtas, chosen_at = created_at`,
  `ALTER TABLE identities ADD COLUMN lapsed_at bigint`,
  `CREATE INDEX identities_server_secret ON identities (server_secret_id, state)`,
];
