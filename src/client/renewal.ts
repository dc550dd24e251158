import type { Identity } from '../storage/types.ts';
import { authenticate, type SignInRun } from './authentication.ts';
import { enrol } from './enrolment.ts';
import { withLock } from './lock.ts';
import { assertCurve, type AuthenticationAnswer } from './wire.ts';

/** A sign-in's outcome and the identity that it was made with. */
export interface Outcome {
  readonly identity: Identity;
  readonly jwt: string | undefined;
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

async function renewAlone(run: SignInRun, identity: Identity, pin: string, order: { token: string; curve: string }): Promise<Outcome> {
  const { context, wire, where, signal } = run;
  const { storage } = context;
  const inPlace = (await storage.identities(where)).find(({ userId }) => userId === identity.userId);
  if (inPlace !== undefined && inPlace.id !== identity.id) {
    const renewed = await storage.open(where, inPlace.id);
    return { identity: renewed, jwt: (await authenticate(run, renewed, pin)).jwt };
  }
  assertCurve(order.curve);
  const { userId, deviceName } = identity;
  const enrolment = { userId, deviceName, activationToken: order.token, pin };
  const renewed = await enrol(context, wire, where, enrolment, signal);
  await storage.saveRenewal(where, identity.id, renewed);
  const { jwt } = await authenticate(run, renewed, pin);
  await storage.save(renewed, identity.id);
  return { identity: renewed, jwt };
}
