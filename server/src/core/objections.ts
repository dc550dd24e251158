import { newSecret, SECRET_PATTERN } from '../keys/secrets.ts';
import type { Queries } from '../store/database.ts';
import { lockVerification } from './activations.ts';
import type { Core } from './core.ts';
import type { Identity } from './identities.ts';
import { lockIdentity, revokeIdentity } from './strikes.ts';

/** Why an identity is revoked whose owner said "This was not me". */
const REASON = 'not the owner';

/**
 * Gives the owner of an address the right to say "This was not me" of a new identity, or of the wrong PINs that locked one (docs/protocol.md 5.5).
 *
 * @param lockedAt - when wrong PINs locked it, Unix milliseconds; `null` where it was set up
 * @returns the code for the mailed link; only its digest is kept
 */
export async function mintObjection(core: Core, queries: Queries, identityId: string, now: number, lockedAt: number | null = null): Promise<string> {
  const code = newSecret();
  await queries.insertInto('objections').values({
    code_digest: core.hasher.digest('objection', code), identity_id: identityId, expires_at: now + core.config.objectionSeconds * 1000, locked_at: lockedAt,
  }).execute();
  return code;
}

/** What became of the device that a mail announced. */
export interface Objection {
  readonly identity: Identity;
  /** When wrong PINs locked it, Unix milliseconds; `null` where the mail was about a device that was set up. */
  readonly lockedAt: number | null;
  /**
   * `active`: it, or after a lock-out any device that the person had then, can sign in. `removed`: the owner said "This was not me".
   * `inactive`: it was locked or replaced otherwise, or there is no other device.
   */
  readonly state: 'active' | 'removed' | 'inactive';
}

/** The device that a code speaks of; `undefined` for a code that was never given out or is too old. */
export async function findObjection(core: Core, code: string): Promise<Objection | undefined> {
  if (!SECRET_PATTERN.test(code)) return undefined;
  const found = await core.db.queries.selectFrom('objections').innerJoin('identities', 'identities.id', 'objections.identity_id').selectAll('identities').select('objections.locked_at')
    .where('objections.code_digest', '=', core.hasher.digest('objection', code)).where('objections.expires_at', '>', core.now()).executeTakeFirst();
  if (found === undefined) return undefined;
  const { locked_at: lockedAt, ...identity } = found;
  const spokenOf = await identitiesSpokenOf(core.db.queries, identity, lockedAt);
  if (spokenOf.some(({ state }) => state !== 'revoked')) return { identity, lockedAt, state: 'active' };
  return { identity, lockedAt, state: spokenOf.some((one) => one.revoked_reason === REASON) ? 'removed' : 'inactive' };
}

/**
 * Revokes at once, as often as it is said, what a code speaks of: a device's identity, those that renewed it, and the right of whoever
 * registered it to collect another activation; after a lock-out, so every device that the person had then.
 *
 * @param ip - of whoever says it, for the audit
 */
export async function objectTo(core: Core, code: string, ip: string): Promise<Objection | undefined> {
  const found = await findObjection(core, code);
  if (found === undefined) return undefined;
  const now = core.now();
  await core.db.transaction(async (queries) => {
    const first = await firstIdentities(queries, found.identity, found.lockedAt);
    for (const verificationId of [...new Set(first.flatMap((one) => one.verification_id ?? []))].toSorted()) {
      await lockVerification(queries, verificationId);
      await queries.updateTable('verifications').set({ state: 'cancelled' }).where('id', '=', verificationId).execute();
      await queries.deleteFrom('activations').where('verification_id', '=', verificationId).where('used_at', 'is', null).execute();
    }
    // Each is locked before its successors are asked for: a renewal under way holds that lock, and is waited for.
    for (const one of await identitiesSpokenOf(queries, found.identity, found.lockedAt, (id) => lockIdentity(queries, id, now))) {
      if (one.state !== 'revoked') await revokeIdentity(queries, one, REASON, { ip }, now);
    }
  });
  return findObjection(core, code);
}

/** The identity and those made anew from the same confirmation; after a lock-out, all that the person had then. In one order, so that no two callers wait for each other. */
async function firstIdentities(queries: Queries, identity: Identity, lockedAt: number | null): Promise<Identity[]> {
  if (lockedAt === null && identity.verification_id === null) return [identity];
  const all = queries.selectFrom('identities').selectAll().orderBy('created_at').orderBy('id');
  return lockedAt === null ? all.where('verification_id', '=', identity.verification_id).execute()
    : all.where('project_id', '=', identity.project_id).where('user_id', '=', identity.user_id).where('created_at', '<=', lockedAt).execute();
}

/** Those, and whatever renewed any of them, each once and as `take` finds it. */
async function identitiesSpokenOf(queries: Queries, identity: Identity, lockedAt: number | null, take?: (identityId: string) => Promise<Identity>): Promise<Identity[]> {
  const waiting = await firstIdentities(queries, identity, lockedAt);
  const known = new Set(waiting.map(({ id }) => id));
  const spokenOf: Identity[] = [];
  for (const one of waiting) {
    spokenOf.push(take === undefined ? one : await take(one.id));
    const successors = await queries.selectFrom('identities').selectAll().where('replaces', '=', one.id).execute();
    for (const successor of successors.filter(({ id }) => !known.has(id))) {
      known.add(successor.id);
      waiting.push(successor);
    }
  }
  return spokenOf;
}
