/** One-time passwords, the applications they are for, and the RADIUS clients that take them. */
export const otp: readonly string[] = [
  `CREATE TABLE otp_applications (application_id text PRIMARY KEY REFERENCES applications(id), secret_sealed text NOT NULL,
    ttl_seconds integer NOT NULL, rotated_at bigint NOT NULL)`,
  `CREATE TABLE one_time_passwords (application_id text NOT NULL REFERENCES otp_applications(application_id), user_id text NOT NULL,
    password_sealed text NOT NULL, identity_id text NOT NULL, tries text NOT NULL, created_at bigint NOT NULL, expires_at bigint NOT NULL,
    touched_at bigint NOT NULL, PRIMARY KEY (application_id, user_id))`,
  `CREATE INDEX one_time_passwords_expiry ON one_time_passwords (expires_at)`,
  `CREATE TABLE radius_clients (id text PRIMARY KEY, application_id text NOT NULL REFERENCES otp_applications(application_id), name text NOT NULL,
    address text NOT NULL UNIQUE, secret_sealed text NOT NULL, message_authenticator text NOT NULL, attributes text NOT NULL, created_at bigint NOT NULL)`,
];
