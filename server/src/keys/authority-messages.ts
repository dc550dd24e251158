import { randomUUID } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { openMessage, signMessage } from './signed-message.ts';

/** What the platform and a trust authority say to each other (docs/protocol.md 5.2 and 8.1); each kind has its own `typ`. */

const CAPABILITY = 'mpin-client-share';
const REQUEST = 'mpin-server-share-request';
const ANSWER = 'mpin-server-share';
const REQUEST_SECONDS = 60;

/** The right to fetch one client share. */
export interface Capability {
  /** SHA-256(M-Pin id ‖ public key), 64 hex digits: all that an authority learns. */
  readonly identityHash: string;
  readonly id: string;
  /** Unix seconds. */
  readonly expiresAt: number;
  /** The one origin that may read the answer; `undefined` where a native app asked. */
  readonly origin: string | undefined;
}

const isHex64 = (value: unknown): value is string => typeof value === 'string' && /^[0-9a-f]{64}$/.test(value);
const isTime = (value: unknown): value is number => typeof value === 'number' && Number.isSafeInteger(value);

/** Signs a capability; `now` and its life in Unix seconds. */
export function signCapability(key: KeyObject, identityHash: string, origin: string | undefined, now: number, seconds: number): string {
  return signMessage({ typ: CAPABILITY, h: identityHash, iat: now, exp: now + seconds, jti: randomUUID(), ...(origin === undefined ? {} : { origin }) }, key);
}

/** The capability, where the platform signed it and it still lives; `undefined` otherwise. */
export function openCapability(key: KeyObject, text: string, now: number): Capability | undefined {
  const claims = openMessage(text, key);
  if (claims === undefined || claims['typ'] !== CAPABILITY) return undefined;
  const { h, exp, jti, origin } = claims;
  if (!isHex64(h) || !isTime(exp) || exp <= now || typeof jti !== 'string') return undefined;
  return { identityHash: h, id: jti, expiresAt: exp, origin: typeof origin === 'string' ? origin : undefined };
}

/** The platform's request for a server share. `nonce` comes back in the answer, so that no old answer can be slipped in. */
export function signShareRequest(key: KeyObject, nonce: string, now: number): string {
  return signMessage({ typ: REQUEST, nonce, exp: now + REQUEST_SECONDS }, key);
}

/** The nonce of a request that the platform signed and that still lives. */
export function openShareRequest(key: KeyObject, text: string, now: number): string | undefined {
  const claims = openMessage(text, key);
  if (claims === undefined || claims['typ'] !== REQUEST || !isTime(claims['exp']) || claims['exp'] <= now) return undefined;
  return typeof claims['nonce'] === 'string' ? claims['nonce'] : undefined;
}

/** An authority's answer: its server share, 256 hex digits, and its node id, 64 hex digits. */
export interface ServerShare {
  readonly share: string;
  readonly node: string;
}

/** Signs an answer to the request that held `nonce`. */
export function signShareAnswer(key: KeyObject, nonce: string, answer: ServerShare): string {
  return signMessage({ typ: ANSWER, nonce, ...answer }, key);
}

/** The answer, where that authority signed it for that nonce. */
export function openShareAnswer(key: KeyObject, text: string, nonce: string): ServerShare | undefined {
  const claims = openMessage(text, key);
  if (claims === undefined || claims['typ'] !== ANSWER || claims['nonce'] !== nonce) return undefined;
  const { share, node } = claims;
  if (typeof share !== 'string' || !/^[0-9a-f]{256}$/.test(share) || !isHex64(node)) return undefined;
  return { share, node };
}
