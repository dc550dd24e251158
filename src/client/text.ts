import { MpinError } from '../errors.ts';

/** @throws MpinError INVALID_ARGUMENT */
export function assertText(value: string, what: string, maxLength: number): void {
  if (typeof value !== 'string' || value === '' || value.length > maxLength) {
    throw new MpinError('INVALID_ARGUMENT', `${what} must be a string of 1 to ${maxLength} characters`);
  }
}
