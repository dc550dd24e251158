import { newSecret, SECRET_PATTERN } from '../keys/secrets.ts';
import type { Queries } from '../store/database.ts';
import { lockVerification } from './activations.ts';
import type { Core } from './core.ts';
import type { Identity } from './identities.ts';
import { lockIdentity, revokeIdentity } from './strikes.ts';

/** Why an identity is revoked whose owner said "This was not me". */
const REASON = 'not the owner';

/**
 * Gives the owner of an address the right to say "This was not me" of a new identity (docs/protocol.md 5.5).
 *
 * @returns the code for the mailed link; only its digest is kept
 */
export async function mintObjection(core: Core, queries: Queries, identityId: string, now: number): Promise<string> {
  const code = newSecret();
  await queries.insertInto('objections').values({
    code_digest: core.hasher.digest('objection', code), identity_id: identityId, expires_at: now + core.config.objectionSeconds * 1000,
  }).execute();
  return code;
}

/** What became of the device that a mail announced. */
export interface Objection {
  readonly identity: Identity;
  /** `active`: it can sign in. `removed`: the owner said "This was not me". `inactive`: it was locked or replaced otherwise. */
  readonly state: 'active' | 'removed' | 'inactive';
}

/** The device that a code speaks of; `undefined` for a code that was never given out or is too old. */
export async function findObjection(core: Core, code: string): Promise<Objection | undefined> {
  if (!SECRET_PATTERN.test(code)) return undefined;
  const identity = await core.db.queries.selectFrom('objections').innerJoin('identities', 'identities.id', 'objections.identity_id').selectAll('identities')
    .where('objections.code_digest', '=', core.hasher.digest('objection', code)).where('objections.expires_at', '>', core.now()).executeTakeFirst();
  if (identity === undefined) return undefined;
  const device = await identitiesOfDevice(core.db.queries, identity);
  if (device.some(({ state }) => state !== 'revoked')) return { identity, state: 'active' };
  return { identity, state: device.some((one) => one.revoked_reason === REASON) ? 'removed' : 'inactive' };
}

/**
 * Revokes at once, as often as it is said, the device that a code speaks of: its identity, those that renewed it, and
 * the right of whoever registered it to collect another activation.
 *
 * @param ip - of whoever says it, for the audit
 */
export async function objectTo(core: Core, code: string, ip: string): Promise<Objection | undefined> {
  const found = await findObjection(core, code);
  if (found === undefined) return undefined;
  const now = core.now();
  await core.db.transaction(async (queries) => {
    const { verification_id: verificationId } = found.identity;
    if (verificationId !== null) {
      await lockVerification(queries, verificationId);
      await queries.updateTable('verifications').set({ state: 'cancelled' }).where('id', '=', verificationId).execute();
      await queries.deleteFrom('activations').where('verification_id', '=', verificationId).where('used_at', 'is', null).execute();
    }
    // Each is locked before its successors are asked for: a renewal under way holds that lock, and is waited for.
    for (const one of await identitiesOfDevice(queries, found.identity, (id) => lockIdentity(queries, id, now))) {
      if (one.state !== 'revoked') await revokeIdentity(queries, one, REASON, { ip }, now);
    }
  });
  return findObjection(core, code);
}

/** An identity, those made anew from the same confirmation, and those that renewed any of them; each as `take` finds it. */
async function identitiesOfDevice(queries: Queries, first: Identity, take?: (identityId: string) => Promise<Identity>): Promise<Identity[]> {
  const siblings = first.verification_id === null ? []
    : await queries.selectFrom('identities').selectAll().where('verification_id', '=', first.verification_id).where('id', '!=', first.id).execute();
  const waiting = [first, ...siblings];
  const device: Identity[] = [];
  for (const one of waiting) {
    device.push(take === undefined ? one : await take(one.id));
    waiting.push(...await queries.selectFrom('identities').selectAll().where('replaces', '=', one.id).execute());
  }
  return device;
}
