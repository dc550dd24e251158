import { MpinError } from '../errors.ts';
import type { Identity } from '../storage/types.ts';
import { authenticate, noteAndThrow, type SignInRun } from './authentication.ts';
import type { Challenge } from './challenge.ts';
import { enrol } from './enrolment.ts';
import { withLock } from './lock.ts';
import { givesWay, isRefusal, proveReplacement, settle, type Outcome } from './outcome.ts';
import { assertCurve } from './registration-wire.ts';
import type { RenewalOrder } from './wire.ts';

/**
 * Signs in with a renewed identity that waits since an earlier sign-in broke off, which may have succeeded at the
 * server. A wrong PIN is one: both have the same. When the server does not take the renewed identity, the old one has to do.
 */
export async function proveRenewal(
  run: SignInRun, stored: Identity, renewal: Identity, pin: string, challenge: Challenge | Promise<Challenge>,
): Promise<Outcome> {
  const { storage } = run.context;
  let refusal: unknown;
  try {
    const answer = await authenticate(run, renewal, pin, challenge);
    await storage.save(renewal, stored.id);
    return { identity: renewal, ...answer };
  } catch (error) {
    if (!givesWay(error)) throw error;
    refusal = error;
  }
  const answer = await authenticate(run, stored, pin).catch((error: unknown) => {
    const gone = error instanceof MpinError && error.code === 'IDENTITY_UNKNOWN';
    return noteAndThrow(run, stored.id, gone ? refusal : error);
  });
  await storage.saveRenewal(run.where, stored.id, undefined);
  return settle(run, stored, pin, answer);
}

/**
 * Renews an identity's secrets as the server has ordered (docs/protocol.md 6.3): new keys, new secrets, the same PIN,
 * and a sign-in with them. The new identity waits in the storage beside the old one, which stays until the new one has
 * succeeded. Of several tabs one renews; the others find that done and sign in with the result.
 */
export function renew(run: SignInRun, identity: Identity, pin: string, order: RenewalOrder): Promise<Outcome> {
  return withLock(`mpin-pinpad renewal ${identity.id}`, () => renewAlone(run, identity, pin, order));
}

async function renewAlone(run: SignInRun, identity: Identity, pin: string, order: RenewalOrder): Promise<Outcome> {
  const { context, wire, where, signal } = run;
  const { storage } = context;
  const done = await proveReplacement(run, identity, pin);
  if (done !== undefined) return done;
  assertCurve(order.curve);
  const { userId, deviceName, createdAt } = identity;
  const enrolment = { userId, deviceName, activationToken: order.token, pin, createdAt };
  const renewed = await enrol(context, wire, where, enrolment, signal);
  await storage.saveRenewal(where, identity.id, renewed);
  const answer = await authenticate(run, renewed, pin).catch(async (error: unknown) => {
    if (!isRefusal(error)) throw error;
    // The PIN was right a moment ago: these secrets are wrong, and waiting would not make them right.
    await storage.saveRenewal(where, identity.id, undefined);
    throw new MpinError('SERVER_ERROR', 'The server refuses the secrets that it has renewed', { cause: error });
  });
  await storage.save(renewed, identity.id);
  return { identity: renewed, ...answer };
}
