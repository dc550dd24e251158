/** A database that cannot be reached or opened. Its message says why and what to do, and never holds the URL, in which there may be a password. */
export class DatabaseError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'DatabaseError';
  }
}

/** Why something failed, in a few words: a host with several addresses, none of which answers, fails with a code and without a message. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  const code = 'code' in error ? String(error.code) : 'unknown';
  return error.message === '' ? code : error.message;
}
