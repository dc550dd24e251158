import { MpinError } from '../errors.ts';

/** @throws MpinError INVALID_ARGUMENT */
export function assertText(value: string, what: string, maxLength: number): void {
  if (typeof value !== 'string' || value === '' || value.length > maxLength) {
    throw new MpinError('INVALID_ARGUMENT', `${what} must be a string of 1 to ${maxLength} characters`);
  }
}

/** Whether two user ids mean one user, however a server folds their case. */
export function sameUser(one: string, other: string): boolean {
  return one.normalize('NFKC').toLowerCase() === other.normalize('NFKC').toLowerCase();
}
