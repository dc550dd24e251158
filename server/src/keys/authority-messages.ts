import { randomUUID } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { openMessage, signMessage } from './signed-message.ts';

/** What the platform and a trust authority say to each other (docs/protocol.md 5.2 and 8.1); each kind has its own `typ`. */

const CAPABILITY = 'mpin-client-share';
const ADMISSION = 'mpin-share-origin';
const REQUEST = 'mpin-server-share-request';
const ANSWER = 'mpin-server-share';
const REQUEST_SECONDS = 60;

/** The right to fetch one client share. */
export interface Capability {
  /** SHA-256(M-Pin id ‖ public key), 64 hex digits: all that an authority learns. */
  readonly identityHash: string;
  /** Id of the half that the share is made with, 64 hex digits. */
  readonly node: string;
  readonly id: string;
  /** Unix seconds. */
  readonly expiresAt: number;
  /** The one origin that may read the answer; `undefined` where a native app asked. */
  readonly origin: string | undefined;
}

const isHex64 = (value: unknown): value is string => typeof value === 'string' && /^[0-9a-f]{64}$/.test(value);
const isTime = (value: unknown): value is number => typeof value === 'number' && Number.isSafeInteger(value);

/** Signs a capability; `now` and its life in Unix seconds. */
export function signCapability(key: KeyObject, grant: Pick<Capability, 'identityHash' | 'node' | 'origin'>, now: number, seconds: number): string {
  const { identityHash, node, origin } = grant;
  return signMessage({ typ: CAPABILITY, h: identityHash, node, iat: now, exp: now + seconds, jti: randomUUID(), ...(origin === undefined ? {} : { origin }) }, key);
}

/** The capability, where the platform signed it and it still lives; `undefined` otherwise. */
export function openCapability(key: KeyObject, text: string, now: number): Capability | undefined {
  const claims = openMessage(text, key);
  if (claims === undefined || claims['typ'] !== CAPABILITY) return undefined;
  const { h, node, exp, jti, origin } = claims;
  if (!isHex64(h) || !isHex64(node) || !isTime(exp) || exp <= now || typeof jti !== 'string') return undefined;
  return { identityHash: h, node, id: jti, expiresAt: exp, origin: typeof origin === 'string' ? origin : undefined };
}

/** Signs which origin may ask for a share by POST, `undefined` for native apps: no right to anything. `now` and its life in Unix seconds. */
export function signAdmission(key: KeyObject, origin: string | undefined, now: number, seconds: number): string {
  return signMessage({ typ: ADMISSION, exp: now + seconds, ...(origin === undefined ? {} : { origin }) }, key);
}

/** Which origin that is, where the platform signed it and it still lives; `undefined` otherwise. */
export function openAdmission(key: KeyObject, text: string, now: number): Pick<Capability, 'origin'> | undefined {
  const claims = openMessage(text, key);
  if (claims === undefined || claims['typ'] !== ADMISSION || !isTime(claims['exp']) || claims['exp'] <= now) return undefined;
  return { origin: typeof claims['origin'] === 'string' ? claims['origin'] : undefined };
}

/** What the platform asks an authority. */
export interface ShareRequest {
  /** Comes back in the answer, so that no old answer can be slipped in. */
  readonly nonce: string;
  /** Ids of the halves that identities of the platform still hang on. */
  readonly uses: readonly string[];
}

/** Signs a request for server shares. */
export function signShareRequest(key: KeyObject, request: ShareRequest, now: number): string {
  return signMessage({ typ: REQUEST, nonce: request.nonce, uses: request.uses, exp: now + REQUEST_SECONDS }, key);
}

/** A request that the platform signed and that still lives. */
export function openShareRequest(key: KeyObject, text: string, now: number): ShareRequest | undefined {
  const claims = openMessage(text, key);
  if (claims === undefined || claims['typ'] !== REQUEST || !isTime(claims['exp']) || claims['exp'] <= now) return undefined;
  const { nonce, uses } = claims;
  return typeof nonce === 'string' && Array.isArray(uses) && uses.every(isHex64) ? { nonce, uses } : undefined;
}

/** The public side of a half: its server share, 256 hex digits, and its id, 64 hex digits. */
export interface ServerShare {
  readonly share: string;
  readonly node: string;
}

const isServerShare = (value: unknown): value is ServerShare => {
  const { share, node } = (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>;
  return typeof share === 'string' && /^[0-9a-f]{256}$/.test(share) && isHex64(node);
};

/** Signs an answer to the request that held `nonce`: the halves, oldest first. */
export function signShareAnswer(key: KeyObject, nonce: string, halves: readonly ServerShare[]): string {
  return signMessage({ typ: ANSWER, nonce, halves }, key);
}

/** The halves, oldest first and at least one, where that authority signed them for that nonce. */
export function openShareAnswer(key: KeyObject, text: string, nonce: string): readonly ServerShare[] | undefined {
  const claims = openMessage(text, key);
  if (claims === undefined || claims['typ'] !== ANSWER || claims['nonce'] !== nonce) return undefined;
  const { halves } = claims;
  return Array.isArray(halves) && halves.length > 0 && halves.every(isServerShare) ? halves : undefined;
}
