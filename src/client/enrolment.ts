import { MpinError } from '../errors.ts';
import { combineShares, createKeyPair, extractPin, hashIdentity } from '../protocol/browser.ts';
import type { Identity, Scope } from '../storage/types.ts';
import { seconds, type Context } from './context.ts';
import { clientShare, registration } from './registration-wire.ts';
import type { Wire } from './wire.ts';

/** What a new identity is made from. */
export interface Enrolment {
  readonly userId: string;
  readonly deviceName: string;
  readonly activationToken: string;
  readonly pin: string;
  /** When the identity was made that this one renews, Unix seconds; now, for a new one. */
  readonly createdAt?: number;
}

/**
 * Makes an identity: key pair, registration, both client shares, and the PIN taken out of their sum (docs/protocol.md
 * 5.1 to 5.3). Key, shares and client secret are dropped when it returns; storing the identity is the caller's part.
 *
 * @throws MpinError ACTIVATION_INVALID, PROJECT_MISMATCH, UNSUPPORTED_CURVE, INVALID_RESPONSE for shares that no honest
 *   authority gives; the way to the server
 */
export async function enrol(
  context: Context, wire: Wire, scope: Scope, enrolment: Enrolment, signal?: AbortSignal,
): Promise<Identity> {
  const { userId, deviceName, activationToken, pin } = enrolment;
  const { privateKey, publicKey } = createKeyPair(context.random);
  const answer = await registration(wire, {
    userId, deviceName, activationToken, publicKey, identityCapability: wire.offers('identityCapability') || undefined,
  }, signal);
  const [url1, url2] = answer.secretUrls as [string, string];
  const shares = await Promise.all([clientShare(wire, url1, signal), clientShare(wire, url2, signal)]);
  const { mpinId, dtas, identityCapability: capability } = answer;
  const token = tokenFrom(privateKey, shares, { mpinId, publicKey }, pin);
  const now = seconds(context);
  return {
    ...scope, id: hashIdentity({ mpinId }), userId, deviceName, mpinId, publicKey, dtas, pinLength: pin.length, state: 'active',
    createdAt: enrolment.createdAt ?? now, lastUsedAt: now, token, ...(capability !== undefined && { capability }),
  };
}

function tokenFrom(privateKey: bigint, shares: [string, string], id: { mpinId: string; publicKey: string }, pin: string): string {
  try {
    return extractPin(combineShares(privateKey, ...shares), id, pin);
  } catch (cause) {
    if (cause instanceof MpinError && (cause.code === 'INVALID_PIN' || cause.code === 'RANDOM_FAILURE')) throw cause;
    throw new MpinError('INVALID_RESPONSE', 'A trust authority gave a share that cannot be right; nothing was stored', { cause });
  }
}
