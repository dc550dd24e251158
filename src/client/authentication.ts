import { MpinError } from '../errors.ts';
import type { Identity, IdentityState, Scope } from '../storage/types.ts';
import { requestChallenge, type Challenge } from './challenge.ts';
import type { Context } from './context.ts';
import { assertText } from './text.ts';
import type { SignInOptions, SignInScope } from './types.ts';
import type { AuthenticationAnswer, Wire } from './wire.ts';

/** What every step of a sign-in needs to know. */
export interface SignInRun {
  readonly context: Context;
  readonly wire: Wire;
  readonly where: Scope;
  readonly scope: SignInScope;
  readonly options: SignInOptions;
  readonly signal: AbortSignal;
}

/** Which errors say something lasting about an identity. */
const LASTING: Readonly<Partial<Record<string, IdentityState>>> = {
  IDENTITY_REVOKED: 'revoked', IDENTITY_EXPIRED: 'expired', IDENTITY_DAMAGED: 'damaged',
};

/**
 * Proves the PIN: pass 2 and authenticate (docs/protocol.md 6.2, 6.3). When the server no longer knows the y, once
 * more with a new one: the PIN is at hand, and no strike was counted.
 *
 * @param challenge - made ahead; a new one is asked for when there is none
 */
export async function authenticate(
  run: SignInRun, identity: Identity, pin: string, challenge?: Challenge | Promise<Challenge>,
): Promise<AuthenticationAnswer> {
  try {
    return await prove(run, identity, pin, challenge);
  } catch (error) {
    if (!(error instanceof MpinError) || error.code !== 'SESSION_EXPIRED') throw error;
    return prove(run, identity, pin, undefined);
  }
}

async function prove(
  run: SignInRun, identity: Identity, pin: string, made: Challenge | Promise<Challenge> | undefined,
): Promise<AuthenticationAnswer> {
  const { context, wire, scope, options, signal } = run;
  const challenge = made ?? requestChallenge(context, wire, identity, scope, signal);
  // One that is there is not waited for: pass 2 leaves before the page gets to draw.
  const { proof } = challenge instanceof Promise ? await challenge : challenge;
  const v = proof.finish(pin);
  // Read no earlier: a page may change its nonce while the PIN is typed.
  const { accessId, nonce, clientId } = options;
  if (nonce !== undefined) assertText(nonce, 'nonce', 256);
  const authOTT = await wire.pass2(identity.mpinId, proof.u, v, accessId, signal);
  const answer = await wire.authenticate(authOTT, { nonce, clientId }, signal);
  const needsToken = scope === 'jwt' || scope === 'reg-code';
  if (needsToken && answer.jwt === undefined && answer.renewal === undefined) {
    throw new MpinError('INVALID_RESPONSE', 'The server accepted the proof and gave no token');
  }
  return answer;
}

/** Remembers what an error says about an identity, then throws it on, even where it cannot be stored. */
export async function noteAndThrow(run: Pick<SignInRun, 'context' | 'where'>, id: string, error: unknown): Promise<never> {
  const state = error instanceof MpinError ? LASTING[error.code] : undefined;
  if (state !== undefined) await run.context.storage.change(run.where, id, { state }).catch(() => undefined);
  throw error;
}
