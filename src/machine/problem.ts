import type { MpinErrorCode, TokenErrorCode } from '../errors.ts';

/** An error as data: what a state may keep of an `MpinError`. `UNEXPECTED` is an error that the library does not know. */
export interface Problem {
  readonly code: MpinErrorCode | 'UNEXPECTED';
  readonly attemptsLeft?: number;
  /** Unix seconds. */
  readonly retryAt?: number;
  readonly requestId?: string;
  /** Why, in the site's own words. */
  readonly reason?: string;
}

/** The troubles that people can tell apart: one text and one way on each. */
export type TroubleKind =
  | 'offline' | 'server' | 'rate-limited' | 'storage-blocked' | 'storage-full' | 'storage-lost' | 'insecure' | 'unsupported'
  | 'origin' | 'configuration' | 'expired' | 'cancelled' | 'identity-expired' | 'identity-damaged' | 'identity-unknown'
  | 'session-expired' | 'declined' | 'claimed' | 'number-expired' | 'refused' | 'unexpected';

/** The way on from a trouble. */
export type Recovery = 'retry' | 'wait' | 'send-again' | 'register-again' | 'add-identity';

/** Bytes that nobody could use: whoever sent them has a problem. */
const malformed = 'server' satisfies TroubleKind;

/** The trouble of every code that a browser can meet (docs/errors.md). The type makes a forgotten code a compile error. */
const kinds: Record<Exclude<Problem['code'], TokenErrorCode>, TroubleKind> = {
  NOT_HEX: malformed, WRONG_LENGTH: malformed, WRONG_PREFIX: malformed, NON_CANONICAL: malformed, NOT_ON_CURVE: malformed,
  POINT_AT_INFINITY: malformed, NOT_IN_SUBGROUP: malformed, SCALAR_OUT_OF_RANGE: malformed, FORBIDDEN_PUBLIC_KEY: malformed,
  DEGENERATE: malformed, INVALID_TIMESTAMP: malformed, RANDOM_FAILURE: 'unsupported',
  INVALID_PIN: 'unexpected', INVALID_USER_ID: 'configuration', INVALID_DEVICE_NAME: 'configuration', INVALID_ARGUMENT: 'configuration',
  INVALID_CONFIGURATION: 'configuration',
  CODE_WRONG: 'expired', CODE_EXPIRED: 'expired', CONFIRMATION_CANCELLED: 'cancelled', ACTIVATION_INVALID: 'expired',
  RATE_LIMITED: 'rate-limited',
  WRONG_PIN: 'unexpected', IDENTITY_REVOKED: 'identity-unknown', IDENTITY_EXPIRED: 'identity-expired', IDENTITY_DAMAGED: 'identity-damaged',
  IDENTITY_UNKNOWN: 'identity-unknown', SESSION_EXPIRED: 'session-expired', ACCESS_REFUSED: 'refused',
  ACCESS_NUMBER_INVALID: 'number-expired', REQUEST_DECLINED: 'declined', REQUEST_CLAIMED: 'claimed', REQUEST_EXPIRED: 'number-expired',
  OFFLINE: 'offline', TIMEOUT: 'offline', ABORTED: 'session-expired', SERVER_ERROR: 'server', INVALID_RESPONSE: 'server',
  PROJECT_MISMATCH: 'configuration', UNSUPPORTED_CURVE: 'unsupported', ORIGIN_NOT_ALLOWED: 'origin', UNKNOWN_PROJECT: 'configuration',
  STORAGE_BLOCKED: 'storage-blocked', STORAGE_FULL: 'storage-full', STORAGE_LOST: 'storage-lost', INSECURE_CONTEXT: 'insecure',
  UNSUPPORTED_BROWSER: 'unsupported', UNEXPECTED: 'unexpected',
};

const recoveries: Partial<Record<TroubleKind, Recovery>> = {
  'rate-limited': 'wait', 'storage-lost': 'add-identity', expired: 'send-again', cancelled: 'send-again',
  'identity-expired': 'register-again', 'identity-damaged': 'register-again', 'identity-unknown': 'register-again',
};

/** The trouble that a code is shown as. */
export const troubleKind = (code: Problem['code']): TroubleKind => (Object.hasOwn(kinds, code) ? kinds[code as keyof typeof kinds] : 'unexpected');

/** Whether it passes by itself when the server is reached again: then nobody needs to press anything. */
export const passesAlone = (kind: TroubleKind): boolean => kind === 'offline' || kind === 'server';

/** The way on from a trouble; trying again, where nothing better is known. */
export const recoveryOf = (kind: TroubleKind): Recovery => recoveries[kind] ?? 'retry';
