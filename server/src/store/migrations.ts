import { sql } from 'kysely';
import type { Kysely, Migration } from 'kysely';
import type { Schema } from './schema.ts';

/** Statements of the first version: only what every SQL database understands. `GROWING_KEY` becomes the dialect's growing key. */
const FIRST: readonly string[] = [
  `CREATE TABLE projects (id text PRIMARY KEY, name text NOT NULL, origins text NOT NULL, verification_method text NOT NULL,
    pin_length integer NOT NULL, ask_device_name integer NOT NULL, logo_url text NOT NULL, created_at bigint NOT NULL)`,
  `CREATE TABLE applications (id text PRIMARY KEY, project_id text NOT NULL REFERENCES projects(id), name text NOT NULL,
    secret_digest text NOT NULL, origins text NOT NULL, created_at bigint NOT NULL)`,
  `CREATE INDEX applications_project ON applications (project_id)`,
  `CREATE TABLE server_secrets (id GROWING_KEY, dtas text NOT NULL UNIQUE, secret_sealed text NOT NULL, created_at bigint NOT NULL)`,
  `CREATE TABLE keys (kid text PRIMARY KEY, purpose text NOT NULL, private_sealed text NOT NULL, public_jwk text NOT NULL, created_at bigint NOT NULL)`,
  `CREATE TABLE authority_links (position integer PRIMARY KEY, private_sealed text NOT NULL, public_key text NOT NULL)`,
  `CREATE TABLE sessions (access_digest text PRIMARY KEY, secret_digest text NOT NULL UNIQUE, project_id text NOT NULL REFERENCES projects(id),
    user_id text NOT NULL, description text NOT NULL, hash text NOT NULL, status text NOT NULL, authenticated_user_id text NOT NULL,
    signature text NOT NULL, browser_digest text, verification_id text, created_at bigint NOT NULL, expires_at bigint NOT NULL)`,
  `CREATE INDEX sessions_expiry ON sessions (expires_at)`,
  `CREATE TABLE verifications (id text PRIMARY KEY, project_id text NOT NULL REFERENCES projects(id), user_id text NOT NULL,
    asked_user_id text NOT NULL, device_name text NOT NULL, lang text NOT NULL, method text NOT NULL, code_digest text NOT NULL,
    state text NOT NULL, handed_over integer NOT NULL, access_digest text, access_sealed text, match_number text, match_choices text,
    device_digest text, ip text NOT NULL, network text NOT NULL, starter_tries integer NOT NULL, other_tries integer NOT NULL,
    created_at bigint NOT NULL, expires_at bigint NOT NULL)`,
  `CREATE INDEX verifications_code ON verifications (code_digest)`,
  `CREATE INDEX verifications_user ON verifications (user_id, project_id)`,
  `CREATE INDEX verifications_session ON verifications (access_digest)`,
  `CREATE INDEX verifications_expiry ON verifications (expires_at)`,
  `CREATE TABLE activations (token_digest text PRIMARY KEY, project_id text NOT NULL REFERENCES projects(id), user_id text NOT NULL,
    verification_id text, replaces text, used_at bigint, expires_at bigint NOT NULL)`,
  `CREATE INDEX activations_verification ON activations (verification_id)`,
  `CREATE INDEX activations_expiry ON activations (expires_at)`,
  `CREATE TABLE identities (id text PRIMARY KEY, mpin_id text NOT NULL, project_id text NOT NULL REFERENCES projects(id), user_id text NOT NULL,
    device_name text NOT NULL, public_key text NOT NULL UNIQUE, point text NOT NULL, dtas text NOT NULL,
    server_secret_id bigint NOT NULL REFERENCES server_secrets(id), state text NOT NULL, revoked_reason text, verification_id text,
    replaces text, lang text NOT NULL, ip text NOT NULL, created_at bigint NOT NULL, first_used_at bigint, last_used_at bigint, touched_at bigint NOT NULL)`,
  `CREATE INDEX identities_user ON identities (project_id, user_id)`,
  `CREATE INDEX identities_verification ON identities (verification_id)`,
  `CREATE TABLE identity_networks (identity_id text NOT NULL REFERENCES identities(id), network text NOT NULL, known_at bigint,
    wait_until bigint NOT NULL, PRIMARY KEY (identity_id, network))`,
  `CREATE TABLE objections (code_digest text PRIMARY KEY, identity_id text NOT NULL REFERENCES identities(id), expires_at bigint NOT NULL)`,
  `CREATE INDEX objections_expiry ON objections (expires_at)`,
  `CREATE TABLE passes (id GROWING_KEY, identity_id text NOT NULL REFERENCES identities(id), u text NOT NULL, y text NOT NULL, scope text NOT NULL,
    expires_at bigint NOT NULL, UNIQUE (identity_id, u))`,
  `CREATE INDEX passes_expiry ON passes (expires_at)`,
  `CREATE TABLE proofs (secret_digest text PRIMARY KEY, identity_id text NOT NULL REFERENCES identities(id), u text NOT NULL, y text NOT NULL,
    v text NOT NULL, scope text NOT NULL, access_digest text, expires_at bigint NOT NULL)`,
  `CREATE INDEX proofs_expiry ON proofs (expires_at)`,
  `CREATE TABLE strikes (id GROWING_KEY, identity_id text NOT NULL REFERENCES identities(id), state text NOT NULL, network text NOT NULL, created_at bigint NOT NULL)`,
  `CREATE INDEX strikes_identity ON strikes (identity_id)`,
  `CREATE INDEX strikes_orphans ON strikes (state, created_at)`,
  `CREATE TABLE signatures (digest text PRIMARY KEY, identity_id text NOT NULL REFERENCES identities(id), valid integer, expires_at bigint NOT NULL)`,
  `CREATE INDEX signatures_expiry ON signatures (expires_at)`,
  `CREATE TABLE mail_limits (project_id text NOT NULL REFERENCES projects(id), user_id text NOT NULL, step integer NOT NULL, day_start bigint NOT NULL,
    day_mails integer NOT NULL, day_codes integer NOT NULL, next_at bigint NOT NULL, PRIMARY KEY (project_id, user_id))`,
  `CREATE TABLE audit (id GROWING_KEY, project_id text NOT NULL, created_at bigint NOT NULL, type text NOT NULL, status text NOT NULL,
    user_id text NOT NULL, identity_id text, device_name text NOT NULL, application_id text, ip text NOT NULL)`,
  `CREATE INDEX audit_project ON audit (project_id, created_at)`,
];

/** What a dialect calls a key that only grows and is never used twice. */
export type GrowingKey = 'integer PRIMARY KEY AUTOINCREMENT' | 'bigserial PRIMARY KEY';

/** All migrations, in order of their names. A released one never changes. */
export function migrations(growingKey: GrowingKey): Record<string, Migration> {
  return {
    '0001-foundation': {
      async up(db: Kysely<unknown>) {
        for (const statement of FIRST) await sql.raw(statement.replace('GROWING_KEY', growingKey)).execute(db as Kysely<Schema>);
      },
    },
  };
}
