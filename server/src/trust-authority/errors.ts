/** What an operator asked of an authority and it does not do, or gave it wrongly; the message says what would be right and holds no secret. */
export class AuthorityError extends Error {
  constructor(message: string, cause?: unknown) {
    super(message, { cause });
    this.name = 'AuthorityError';
  }
}
