/** How old a signature may be for an application, and how far ahead of our clock; without a row as the platform has it. */
export const signatureWindows: readonly string[] = [
  `CREATE TABLE signature_windows (application_id text PRIMARY KEY REFERENCES applications(id), past_seconds integer NOT NULL, future_seconds integer NOT NULL)`,
];
