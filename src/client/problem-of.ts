import { MpinError } from '../errors.ts';
import type { Problem } from '../machine/index.ts';

/**
 * An error as the machine may know it. An error that the library does not know is handed to the page's own reporting unchanged, and
 * shown as unexpected: swallowing it would hide a bug, throwing it would leave a person in front of a dead screen.
 */
export function problemOf(error: unknown): Problem {
  if (!(error instanceof MpinError)) {
    report(error);
    return { code: 'UNEXPECTED' };
  }
  const { code, attemptsLeft, retryAt, requestId } = error;
  return { code, ...(attemptsLeft !== undefined && { attemptsLeft }), ...(retryAt !== undefined && { retryAt }), ...(requestId !== undefined && { requestId }) };
}

function report(error: unknown): void {
  if (typeof reportError === 'function') reportError(error);
  else console.error(error);
}
