import { MpinError } from '../errors.ts';
import { integer, matching, read, type Json } from './shape.ts';

/** A one-time password as the page shows it (docs/protocol.md 6.7). */
export interface OneTimePassword {
  /** 6 digits. */
  readonly password: string;
  /**
   * When it ends, Unix seconds of this device's clock: the server says how long it still lives, so that a clock that goes wrong here does not
   * matter.
   */
  readonly expiresAt: number;
}

/**
 * Reads the password of an answer.
 *
 * @param now - Unix milliseconds, as the answer arrived
 * @throws MpinError INVALID_RESPONSE
 */
export function readOneTimePassword(answer: Json | undefined, now: number): OneTimePassword {
  const { password, ttlSeconds } = read('one-time password', answer, { password: matching(/^\d{6}$/u), ttlSeconds: integer(1, 86_400) });
  return { password, expiresAt: now / 1000 + ttlSeconds };
}

/** Says before any PIN is typed that a sign-in cannot yield a password. @throws MpinError INVALID_CONFIGURATION */
export function assertMakesPasswords(clientId: string | undefined, offered: boolean): void {
  if (clientId === undefined || clientId === '') throw new MpinError('INVALID_CONFIGURATION', 'A one-time password needs clientId, the application it is for');
  if (!offered) throw new MpinError('INVALID_CONFIGURATION', 'This server makes no one-time passwords');
}
