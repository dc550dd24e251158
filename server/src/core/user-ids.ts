import { domainToASCII } from 'node:url';
import { MailAddressError, singleAddress } from '../mail/index.ts';
import { invalidParameters } from './errors.ts';

/** Longest user id and device name, characters (docs/protocol.md 1.5). */
export const USER_ID_LENGTH = 254;
export const DEVICE_NAME_LENGTH = 40;

/**
 * The stored form of a user id: NFKC, surrounding blanks gone, domain in lower case.
 *
 * @returns what comparisons, tokens and mails use
 */
export function normaliseUserId(userId: string): string {
  const text = userId.normalize('NFKC').trim();
  const at = text.lastIndexOf('@');
  return at < 0 ? text : `${text.slice(0, at)}${text.slice(at).toLowerCase()}`;
}

/**
 * The mailbox behind a user id, as far as that can be told: what limits of mail count by, so that other spellings of one
 * address do not multiply them. Never an address to send to.
 */
export function mailboxOf(userId: string): string {
  const at = userId.lastIndexOf('@');
  if (at < 0) return userId.toLowerCase();
  const local = userId.slice(0, at).toLowerCase().replace(/\+.*$/, '');
  return `${local}@${domainToASCII(userId.slice(at + 1))}`;
}

/**
 * The stored form of an address that mail is to go to.
 *
 * @throws PlatformError INVALID_REQUEST_PARAMETERS where it is not one plain address
 */
export function requireAddress(userId: string): string {
  const address = normaliseUserId(userId);
  try {
    singleAddress(address);
  } catch (error) {
    if (error instanceof MailAddressError) throw invalidParameters('userId');
    throw error;
  }
  return address;
}

/**
 * The stored form of a user id that a site vouches for.
 *
 * @param type - what the project's user ids are
 * @throws PlatformError INVALID_REQUEST_PARAMETERS where it is no address, or holds what no screen should show
 */
export function requireUserId(userId: string, type: 'email' | 'alphanumeric'): string {
  if (type === 'email') return requireAddress(userId);
  const id = normaliseUserId(userId);
  if (id === '' || /[\p{C}\p{Zl}\p{Zp}]/u.test(id)) throw invalidParameters('userId');
  return id;
}

/**
 * A device name in its stored form.
 *
 * @throws PlatformError INVALID_REQUEST_PARAMETERS where it holds control characters
 */
export function requireDeviceName(deviceName: string): string {
  const name = deviceName.normalize('NFC').trim();
  if (/\p{C}/u.test(name)) throw invalidParameters('deviceName');
  return name;
}
