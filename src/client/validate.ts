import { MpinError } from '../errors.ts';
import { canonicalUserId } from '../user-id.ts';

const ADDRESS = /^(?!\.)(?!.*\.\.)[^\s@"(),:;<>[\]\\\p{C}]{1,64}(?<!\.)@(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.)+[\p{L}\p{N}-]{2,63}$/u;
const PRINTABLE_WORD = /^[^\s\p{C}]+$/u;
const ALPHANUMERIC = /^[\p{L}\p{N}][\p{L}\p{N}._@+-]*$/u;
const PLAIN_TEXT = /^[^\p{C}\p{Zl}\p{Zp}]+$/u;

/** What a project calls its users by; `any` where somebody else has checked it before. */
export type UserIdKind = 'email' | 'alphanumeric' | 'any';

const KINDS: Readonly<Record<UserIdKind, RegExp>> = { email: ADDRESS, alphanumeric: ALPHANUMERIC, any: PRINTABLE_WORD };

/**
 * A user id as it is sent and stored.
 *
 * @throws MpinError INVALID_USER_ID
 */
export function normalizeUserId(userId: string, kind: UserIdKind, maxLength = 254): string {
  const plain = typeof userId === 'string' ? canonicalUserId(userId) : '';
  if (plain.length > maxLength || !KINDS[kind].test(plain)) {
    const wanted = kind === 'email' ? 'an e-mail address' : 'letters, digits and . _ @ + - without spaces';
    throw new MpinError('INVALID_USER_ID', `A user id is ${wanted}, of at most ${maxLength} characters`);
  }
  return plain;
}

/** A device's name: plain text, trimmed. @throws MpinError INVALID_DEVICE_NAME */
export function normalizeDeviceName(deviceName: string, maxLength: number): string {
  const plain = typeof deviceName === 'string' ? deviceName.normalize('NFC').trim() : '';
  if (plain.length > maxLength || !PLAIN_TEXT.test(plain)) {
    throw new MpinError('INVALID_DEVICE_NAME', `A device name is 1 to ${maxLength} characters of plain text`);
  }
  return plain;
}
