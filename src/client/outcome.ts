import { MpinError, type MpinErrorCode } from '../errors.ts';
import type { Identity } from '../storage/types.ts';
import { authenticate, noteAndThrow, type SignInRun } from './authentication.ts';
import { loadSetUp } from './later.ts';
import type { AuthenticationAnswer } from './wire.ts';

/** A sign-in's outcome and the identity that it was made with. */
export interface Outcome extends Omit<AuthenticationAnswer, 'renewal'> {
  readonly identity: Identity;
}

/** With which errors a renewed identity that waits for its first success gives way to the old one. */
const GIVES_WAY: readonly MpinErrorCode[] = ['IDENTITY_UNKNOWN', 'IDENTITY_REVOKED', 'IDENTITY_EXPIRED', 'IDENTITY_DAMAGED'];

/** Whether the server no longer knows or takes an identity. */
export function givesWay(error: unknown): boolean {
  return error instanceof MpinError && GIVES_WAY.includes(error.code);
}

/** Whether the server has refused a proof for good. */
export function isRefusal(error: unknown): boolean {
  return givesWay(error) || (error instanceof MpinError && error.code === 'WRONG_PIN');
}

/** Signs in with what another tab has put in an identity's place meanwhile; `undefined` when it is still there. */
export async function proveReplacement(run: SignInRun, replaced: Identity, pin: string): Promise<Outcome | undefined> {
  const { context: { storage }, where } = run;
  const inPlace = (await storage.identities(where)).find(({ userId }) => userId === replaced.userId);
  if (inPlace === undefined || inPlace.id === replaced.id) return undefined;
  const identity = await storage.open(where, inPlace.id);
  return { identity, ...await authenticate(run, identity, pin).catch((error: unknown) => noteAndThrow(run, identity.id, error)) };
}

/**
 * What a proof that the server has accepted comes to: its token, once the renewal that may have been ordered with it is
 * done. When that fails, the first sign-in stands if it gave what was wanted; the server will order again.
 */
export async function settle(run: SignInRun, identity: Identity, pin: string, { renewal, ...answer }: AuthenticationAnswer): Promise<Outcome> {
  const outcome = { identity, ...answer };
  if (renewal === undefined) return outcome;
  try {
    const { renew } = await loadSetUp();
    return await renew(run, identity, pin, renewal);
  } catch (error) {
    const sufficient = (answer.jwt ?? answer.otp) !== undefined || run.scope === 'oidc' || run.scope === 'dvs-auth';
    if (!sufficient) throw error;
    return outcome;
  }
}
