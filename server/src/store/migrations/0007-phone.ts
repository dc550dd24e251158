/** What phones need: access numbers, counts of what may be done so often, sign-ins that a phone made elsewhere, push messages. */
export const phone: readonly string[] = [
  `ALTER TABLE sessions ADD COLUMN claim_until bigint`,
  `ALTER TABLE sessions ADD COLUMN origin text NOT NULL DEFAULT ''`,
  `ALTER TABLE sessions ADD COLUMN device_name text NOT NULL DEFAULT ''`,
  `ALTER TABLE sessions ADD COLUMN network text NOT NULL DEFAULT ''`,
  `CREATE TABLE access_numbers (number_digest text PRIMARY KEY, access_digest text NOT NULL, access_sealed text NOT NULL,
    project_id text NOT NULL REFERENCES projects(id), expires_at bigint NOT NULL)`,
  `CREATE INDEX access_numbers_expiry ON access_numbers (expires_at)`,
  `CREATE TABLE use_counts (subject text PRIMARY KEY, uses integer NOT NULL, expires_at bigint NOT NULL)`,
  `CREATE INDEX use_counts_expiry ON use_counts (expires_at)`,
  `CREATE TABLE remote_sign_ins (access_digest text PRIMARY KEY, handle_digest text NOT NULL UNIQUE, secret_digest text NOT NULL UNIQUE,
    project_id text NOT NULL REFERENCES projects(id), identity_id text NOT NULL REFERENCES identities(id), user_id text NOT NULL, sid text NOT NULL,
    application_id text, claimed_at bigint NOT NULL, collected_at bigint, signed_out_at bigint, expires_at bigint NOT NULL)`,
  `CREATE INDEX remote_sign_ins_expiry ON remote_sign_ins (expires_at)`,
  `CREATE TABLE push_tokens (identity_id text PRIMARY KEY REFERENCES identities(id), token_sealed text NOT NULL, created_at bigint NOT NULL)`,
  `CREATE TABLE push_keys (kid text PRIMARY KEY, private_sealed text NOT NULL, public_key text NOT NULL, created_at bigint NOT NULL)`,
];
