/** Where applications hear that a sign-in is over (docs/sign-out.md). Those of OpenID applications stand with them. */
export const logoutUris: readonly string[] = [
  `CREATE TABLE logout_uris (application_id text PRIMARY KEY REFERENCES applications(id), uri text NOT NULL)`,
];
