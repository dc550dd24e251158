/** The application that a sign-in is for, where it began at the OpenID provider: no page of the application's takes part, whose origin would tell. */
export const sessionApplication: readonly string[] = [
  `ALTER TABLE sessions ADD COLUMN application_id text`,
];
