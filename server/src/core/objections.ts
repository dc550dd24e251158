import { newSecret, SECRET_PATTERN } from '../keys/secrets.ts';
import type { Queries } from '../store/database.ts';
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
    const first = await lockIdentity(queries, found.identity.id, now);
    if (first.verification_id !== null) {
      await queries.updateTable('verifications').set({ state: 'cancelled' }).where('id', '=', first.verification_id).execute();
      await queries.deleteFrom('activations').where('verification_id', '=', first.verification_id).where('used_at', 'is', null).execute();
    }
    for (const one of await identitiesOfDevice(queries, first)) {
      if (one.state !== 'revoked') await revokeIdentity(queries, one, REASON, ip, now);
    }
  });
  return findObjection(core, code);
}

/** An identity, those that renewed it, and those made anew from the same confirmation. */
async function identitiesOfDevice(queries: Queries, first: Identity): Promise<Identity[]> {
  const device = [first];
  if (first.verification_id !== null) {
    device.push(...await queries.selectFrom('identities').selectAll().where('verification_id', '=', first.verification_id).where('id', '!=', first.id).execute());
  }
  for (const one of device) {
    device.push(...await queries.selectFrom('identities').selectAll().where('replaces', '=', one.id).execute());
  }
  return device;
}
