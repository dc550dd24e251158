/** The web console: who administers what, who was invited to, who is signed in, and what was sent once. */
export const administration: readonly string[] = [
  `CREATE TABLE administrators (user_id text NOT NULL, project_id text NOT NULL REFERENCES projects(id), role text NOT NULL, granted_by text NOT NULL,
    granted_at bigint NOT NULL, PRIMARY KEY (user_id, project_id))`,
  `CREATE INDEX administrators_project ON administrators (project_id)`,
  `CREATE TABLE administrator_invitations (id text PRIMARY KEY, code_digest text NOT NULL UNIQUE, project_id text NOT NULL REFERENCES projects(id), user_id text NOT NULL,
    role text NOT NULL, invited_by text NOT NULL, created_at bigint NOT NULL, expires_at bigint NOT NULL)`,
  `CREATE INDEX administrator_invitations_project ON administrator_invitations (project_id)`,
  `CREATE TABLE console_sessions (id_digest text PRIMARY KEY, user_id text NOT NULL, identity_id text NOT NULL, created_at bigint NOT NULL, idle_until bigint NOT NULL, expires_at bigint NOT NULL)`,
  `CREATE TABLE console_submissions (token_digest text PRIMARY KEY, location text NOT NULL, expires_at bigint NOT NULL)`,
  `CREATE TABLE console_notes (session_digest text NOT NULL, path text NOT NULL, content_sealed text NOT NULL, expires_at bigint NOT NULL, PRIMARY KEY (session_digest, path))`,
];
