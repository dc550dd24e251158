import { MpinError, type MpinErrorCode } from '../errors.ts';
import type { Identity } from '../storage/types.ts';
import { authenticate, noteAndThrow, type SignInRun } from './authentication.ts';
import type { Challenge } from './challenge.ts';
import { enrol } from './enrolment.ts';
import { withLock } from './lock.ts';
import { assertCurve, type AuthenticationAnswer } from './wire.ts';

/** A sign-in's outcome and the identity that it was made with. */
export interface Outcome {
  readonly identity: Identity;
  readonly jwt: string | undefined;
}

/** With which errors a renewed identity that waits for its first success gives way to the old one. */
const GIVES_WAY: readonly MpinErrorCode[] = ['IDENTITY_UNKNOWN', 'IDENTITY_REVOKED', 'IDENTITY_EXPIRED', 'IDENTITY_DAMAGED'];

function givesWay(error: unknown): boolean {
  return error instanceof MpinError && GIVES_WAY.includes(error.code);
}

/** Whether the server has refused a proof for good. */
export function isRefusal(error: unknown): boolean {
  return givesWay(error) || (error instanceof MpinError && error.code === 'WRONG_PIN');
}

/**
 * Signs in with a renewed identity that waits since an earlier sign-in broke off, which may have succeeded at the
 * server. A wrong PIN is one: both have the same. When the server does not take the renewed identity, the old one has to do.
 */
export async function proveRenewal(
  run: SignInRun, stored: Identity, renewal: Identity, pin: string, challenge: Promise<Challenge>,
): Promise<Outcome> {
  const { storage } = run.context;
  let refusal: unknown;
  try {
    const { jwt } = await authenticate(run, renewal, pin, challenge);
    await storage.save(renewal, stored.id);
    return { identity: renewal, jwt };
  } catch (error) {
    if (!givesWay(error)) throw error;
    refusal = error;
  }
  const answer = await authenticate(run, stored, pin).catch((error: unknown) => {
    const gone = error instanceof MpinError && error.code === 'IDENTITY_UNKNOWN';
    return noteAndThrow(run, stored.id, gone ? refusal : error);
  });
  await storage.saveRenewal(run.where, stored.id, undefined);
  return renew(run, stored, pin, answer);
}

/**
 * Renews an identity's secrets as the server has ordered (docs/protocol.md 6.3): new keys, new secrets, the same PIN,
 * and a sign-in with them. The new identity waits in the storage beside the old one, which stays until the new one has
 * succeeded. Of several tabs one renews; the others find that done and sign in with the result.
 *
 * When it fails, the first sign-in stands if it gave what was wanted; the server will order again.
 */
export async function renew(run: SignInRun, identity: Identity, pin: string, first: AuthenticationAnswer): Promise<Outcome> {
  const { renewal } = first;
  if (renewal === undefined) return { identity, jwt: first.jwt };
  try {
    return await withLock(`mpin-pinpad renewal ${identity.id}`, () => renewAlone(run, identity, pin, renewal));
  } catch (error) {
    const sufficient = first.jwt !== undefined || run.scope === 'oidc' || run.scope === 'dvs-auth';
    if (!sufficient) throw error;
    return { identity, jwt: first.jwt };
  }
}

/** Signs in with what another tab has put in an identity's place meanwhile; `undefined` when it is still there. */
export async function proveReplacement(run: SignInRun, replaced: Identity, pin: string): Promise<Outcome | undefined> {
  const { context: { storage }, where } = run;
  const inPlace = (await storage.identities(where)).find(({ userId }) => userId === replaced.userId);
  if (inPlace === undefined || inPlace.id === replaced.id) return undefined;
  const identity = await storage.open(where, inPlace.id);
  const { jwt } = await authenticate(run, identity, pin).catch((error: unknown) => noteAndThrow(run, identity.id, error));
  return { identity, jwt };
}

async function renewAlone(run: SignInRun, identity: Identity, pin: string, order: { token: string; curve: string }): Promise<Outcome> {
  const { context, wire, where, signal } = run;
  const { storage } = context;
  const done = await proveReplacement(run, identity, pin);
  if (done !== undefined) return done;
  assertCurve(order.curve);
  const { userId, deviceName } = identity;
  const enrolment = { userId, deviceName, activationToken: order.token, pin };
  const renewed = await enrol(context, wire, where, enrolment, signal);
  await storage.saveRenewal(where, identity.id, renewed);
  const { jwt } = await authenticate(run, renewed, pin).catch(async (error: unknown) => {
    if (!isRefusal(error)) throw error;
    // The PIN was right a moment ago: these secrets are wrong, and waiting would not make them right.
    await storage.saveRenewal(where, identity.id, undefined);
    throw new MpinError('SERVER_ERROR', 'The server refuses the secrets that it has renewed', { cause: error });
  });
  await storage.save(renewed, identity.id);
  return { identity: renewed, jwt };
}
