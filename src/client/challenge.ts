import { MpinError } from '../errors.ts';
import type { Proof } from '../protocol/proof.ts';
import type { Identity } from '../storage/types.ts';
import type { Context } from './context.ts';
import { loadProof } from './later.ts';
import type { SignInScope } from './types.ts';
import type { Wire } from './wire.ts';

/** A proof that has its y: everything of a sign-in but the PIN. Good for one try. */
export interface Challenge {
  readonly identity: Identity;
  readonly proof: Proof;
  /** When y was asked for, Unix milliseconds. */
  readonly askedAtMs: number;
}

/**
 * Pass 1: draws U, gets y, and computes all that needs no PIN (docs/protocol.md 6.1, 9.5).
 *
 * @throws MpinError IDENTITY_DAMAGED, before anything is sent; INVALID_RESPONSE for a y that no honest server sends;
 *   SESSION_EXPIRED for one that undoes this U; IDENTITY_UNKNOWN, IDENTITY_REVOKED, IDENTITY_EXPIRED; the way to the server
 */
export async function requestChallenge(
  context: Context, wire: Wire, identity: Identity, scope: SignInScope, signal: AbortSignal,
): Promise<Challenge> {
  const Proof = await loadProof();
  const proof = new Proof(identity, identity.token, context.random);
  const askedAtMs = context.now();
  const y = await wire.pass1(identity, proof.u, scope, signal);
  try {
    proof.prepare(y);
  } catch (cause) {
    proof.destroy();
    // A y equal to −x happens to nobody by chance; a new x is the answer all the same.
    if (cause instanceof MpinError && cause.code === 'DEGENERATE') throw new MpinError('SESSION_EXPIRED', 'The server\'s y undoes U', { cause });
    throw new MpinError('INVALID_RESPONSE', 'The server\'s y is not a scalar of the curve', { cause });
  }
  return { identity, proof, askedAtMs };
}
