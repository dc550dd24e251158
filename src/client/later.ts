import { MpinError } from '../errors.ts';
import type { Proof } from '../protocol/proof.ts';
import type * as OneTimePassword from './one-time-password.ts';
import type * as PhoneAnswer from './phone-answer.ts';
import type * as PhoneSignIn from './phone-sign-in.ts';
import type { setUp } from './set-up.ts';

/** What a lost connection looks like to a dynamic import. */
export function offline(cause: unknown): never {
  throw new MpinError('OFFLINE', 'A part of mpin-pinpad cannot be fetched; all files of its build have to lie beside each other', { cause });
}

/**
 * Fetches what a returning person does not need. It begins as soon as it is known that nobody is set up here.
 *
 * @throws MpinError OFFLINE
 */
export function loadSetUp(): Promise<typeof setUp> {
  return import('./set-up.ts').then((module) => module.setUp).catch(offline);
}

/**
 * Fetches the mathematics of a sign-in. It begins as soon as a sign-in does, and is there long before a PIN is typed;
 * the PIN-pad is shown without waiting for it.
 *
 * @throws MpinError OFFLINE
 */
export function loadProof(): Promise<typeof Proof> {
  return import('./proving.ts').then(({ Proof: Class }) => Class).catch(offline);
}

/** Fetches what only a sign-in that yields a one-time password needs. @throws MpinError OFFLINE */
export function loadOneTimePassword(): Promise<typeof OneTimePassword> {
  return import('./one-time-password.ts').catch(offline);
}

/** Fetches what a page needs to be signed in by a phone. @throws MpinError OFFLINE */
export function loadPhoneSignIn(): Promise<typeof PhoneSignIn> {
  return import('./phone-sign-in.ts').catch(offline);
}

/** Fetches what a phone needs to sign in elsewhere. @throws MpinError OFFLINE */
export function loadPhoneAnswer(): Promise<typeof PhoneAnswer> {
  return import('./phone-answer.ts').catch(offline);
}
