import { MpinError } from '../errors.ts';

/**
 * Names what a browser's storage threw, so that a person can be shown a way on. Errors of ours pass unchanged.
 *
 * @see https://www.w3.org/TR/IndexedDB/#exceptions
 */
export function storageError(cause: unknown): MpinError {
  if (cause instanceof MpinError) return cause;
  const name = cause instanceof Error || cause instanceof DOMException ? cause.name : '';
  if (name === 'QuotaExceededError') {
    return new MpinError('STORAGE_FULL', 'The browser has no room left; free some space and try again', { cause });
  }
  return new MpinError('STORAGE_BLOCKED', 'The browser does not let this page store anything', { cause });
}
