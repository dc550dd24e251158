/**
 * The OpenID provider (docs/protocol.md 11): what the provider keeps between requests, sealed; what an application of type `openid` is told
 * beside its name; the redirect URIs of the whole system; the log-ins under way; and what people have allowed.
 */
export const oidc: readonly string[] = [
  `CREATE TABLE oidc_payloads (kind text NOT NULL, id_digest text NOT NULL, payload_sealed text NOT NULL, grant_digest text, uid_digest text,
    account text, client_id text, consumed_at bigint, expires_at bigint NOT NULL, PRIMARY KEY (kind, id_digest))`,
  `CREATE INDEX oidc_payloads_grant ON oidc_payloads (grant_digest)`,
  `CREATE INDEX oidc_payloads_uid ON oidc_payloads (uid_digest)`,
  `CREATE INDEX oidc_payloads_account ON oidc_payloads (account, client_id)`,
  `CREATE INDEX oidc_payloads_expiry ON oidc_payloads (expires_at)`,
  `CREATE TABLE grant_identities (grant_digest text PRIMARY KEY, identity_id text NOT NULL, expires_at bigint NOT NULL)`,
  `CREATE INDEX grant_identities_expiry ON grant_identities (expires_at)`,
  `CREATE TABLE openid_clients (application_id text PRIMARY KEY REFERENCES applications(id), is_public integer NOT NULL, logo_url text NOT NULL,
    start_url text NOT NULL, initiate_login_uri text NOT NULL, post_logout_uris text NOT NULL, logout_uri text NOT NULL, mpin_id_allowed integer NOT NULL, owner text,
    approved_at bigint, changed_at bigint NOT NULL)`,
  `CREATE TABLE redirect_uris (normalised text PRIMARY KEY, uri text NOT NULL, application_id text NOT NULL REFERENCES applications(id), created_at bigint NOT NULL)`,
  `CREATE INDEX redirect_uris_application ON redirect_uris (application_id)`,
  `CREATE TABLE host_proofs (project_id text NOT NULL REFERENCES projects(id), owner text NOT NULL, host text NOT NULL, token text NOT NULL,
    proved_at bigint, created_at bigint NOT NULL, PRIMARY KEY (project_id, owner, host))`,
  `CREATE TABLE oidc_logins (uid_digest text PRIMARY KEY, access_digest text NOT NULL, secrets_sealed text NOT NULL, activation text NOT NULL, expires_at bigint NOT NULL)`,
  `CREATE INDEX oidc_logins_expiry ON oidc_logins (expires_at)`,
  `CREATE TABLE consents (account text NOT NULL, client_id text NOT NULL REFERENCES applications(id), scopes text NOT NULL,
    given_at bigint NOT NULL, used_at bigint NOT NULL, PRIMARY KEY (account, client_id))`,
  `ALTER TABLE sessions ADD COLUMN authenticated_identity_id text NOT NULL DEFAULT ''`,
];
