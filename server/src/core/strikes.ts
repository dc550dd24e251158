import type { Queries } from '../store/database.ts';
import { audit } from './audit.ts';
import type { Agent } from './audit.ts';
import type { Core } from './core.ts';
import { unsuccessful } from './identities.ts';
import { forgetUse } from './identity-end.ts';
import type { Identity } from './identities.ts';

/** Why an identity is revoked whose PIN was entered wrongly too often. */
export const WRONG_PINS = 'wrong PINs';

/** How long a caller is told to wait where too many checks are under way. */
const BUSY_MS = 2000;

/** A strike that was reserved for one check. */
export interface Reservation {
  readonly id: number;
  readonly network: string;
}

/**
 * Takes the identity's lock for this transaction: all counting of one identity happens one after the other.
 *
 * @throws PlatformError UNSUCCESSFUL_AUTHENTICATION where its person was erased in the meantime: it looks as if it had never been
 */
export async function lockIdentity(queries: Queries, identityId: string, now: number): Promise<Identity> {
  return queries.updateTable('identities').set({ touched_at: now }).where('id', '=', identityId).returningAll().executeTakeFirstOrThrow(() => unsuccessful());
}

async function countStrikes(queries: Queries, identityId: string): Promise<{ failed: number; reserved: number }> {
  const rows = await queries.selectFrom('strikes').select('state').where('identity_id', '=', identityId).execute();
  const failed = rows.filter((row) => row.state === 'failed').length;
  return { failed, reserved: rows.length - failed };
}

/** Revokes within the transaction that found the reason; the identity is locked. */
export async function revokeIdentity(queries: Queries, identity: Identity, reason: string, agent: Agent, now: number): Promise<void> {
  await queries.updateTable('identities').set({ state: 'revoked', revoked_reason: reason, changed_at: now }).where('id', '=', identity.id).execute();
  await forgetUse(queries, identity.id);
  await audit(queries, 'revoked', { projectId: identity.project_id, userId: identity.user_id, identityId: identity.id, deviceName: identity.device_name, lockedOut: reason === WRONG_PINS, ...agent }, now);
}

async function revokeAtLimit(core: Core, queries: Queries, identity: Identity, failed: number, ip: string, now: number): Promise<boolean> {
  if (identity.state === 'revoked' || failed < core.config.pinAttempts) return false;
  await revokeIdentity(queries, identity, WRONG_PINS, { ip }, now);
  return true;
}

/**
 * Turns reservations whose process died into failures: an attempt whose outcome nobody knows counts.
 *
 * @returns whether that revoked the identity
 */
export async function settleOrphans(core: Core, queries: Queries, identity: Identity, ip: string, now: number): Promise<boolean> {
  const orphans = await queries.updateTable('strikes').set({ state: 'failed' }).where('identity_id', '=', identity.id).where('state', '=', 'reserved')
    .where('created_at', '<=', now - core.config.orphanSeconds * 1000).returning('id').execute();
  if (orphans.length === 0) return false;
  for (const _ of orphans) {
    await audit(queries, 'signInOrphaned', { projectId: identity.project_id, userId: identity.user_id, identityId: identity.id, deviceName: identity.device_name, ip }, now);
  }
  const { failed } = await countStrikes(queries, identity.id);
  return revokeAtLimit(core, queries, identity, failed, ip, now);
}

/** Until when a network where the identity is unknown has to wait; `undefined` where it need not. */
async function strangersWait(queries: Queries, identity: Identity, network: string, now: number): Promise<number | undefined> {
  const place = await queries.selectFrom('identity_networks').selectAll().where('identity_id', '=', identity.id).where('network', '=', network).executeTakeFirst();
  if (place !== undefined && place.known_at !== null) return undefined;
  if (place !== undefined && place.wait_until > now) return place.wait_until;
  const running = await queries.selectFrom('strikes').select('id').where('identity_id', '=', identity.id)
    .where('network', '=', network).where('state', '=', 'reserved').executeTakeFirst();
  return running === undefined ? undefined : now + BUSY_MS;
}

/**
 * The outcome of asking for a check: a reservation; that the identity is revoked (`now`: this very call found it so);
 * or that no check may be made before `until` (Unix milliseconds). Nothing is thrown, so that what the transaction
 * used up stays used up.
 */
export type ReserveOutcome =
  | { readonly kind: 'reserved'; readonly reservation: Reservation }
  | { readonly kind: 'revoked'; readonly now: boolean }
  | { readonly kind: 'wait'; readonly until: number };

/**
 * Reserves a strike for one check: never more than may still fail, and from a network where the identity is unknown one
 * at a time. Part of the transaction that uses up what is to be checked; the identity is locked.
 */
export async function reserveStrike(core: Core, queries: Queries, identity: Identity, caller: { ip: string; network: string }, now: number): Promise<ReserveOutcome> {
  const { ip, network } = caller;
  if (identity.state === 'revoked') return { kind: 'revoked', now: false };
  if (await settleOrphans(core, queries, identity, ip, now)) return { kind: 'revoked', now: true };
  const until = await strangersWait(queries, identity, network, now);
  if (until !== undefined) return { kind: 'wait', until };
  const { failed, reserved } = await countStrikes(queries, identity.id);
  if (failed + reserved >= core.config.pinAttempts) return { kind: 'wait', until: now + BUSY_MS };
  const { id } = await queries.insertInto('strikes').values({ identity_id: identity.id, state: 'reserved', network, created_at: now }).returning('id').executeTakeFirstOrThrow();
  return { kind: 'reserved', reservation: { id, network } };
}

/** How a failed check leaves the identity. */
export interface Failure {
  readonly revoked: boolean;
  /** Whether it was this failure that revoked it. */
  readonly revokedNow: boolean;
  readonly attemptsLeft: number;
}

/**
 * Settles a check that failed. A reservation that a later success cleared no longer counts. Where the identity is
 * unknown at the caller's network, the next try from there has to wait.
 */
export async function settleFailure(core: Core, queries: Queries, identity: Identity, reservation: Reservation, ip: string, now: number): Promise<Failure> {
  await queries.updateTable('strikes').set({ state: 'failed' }).where('id', '=', reservation.id).execute();
  await queries.insertInto('identity_networks')
    .values({ identity_id: identity.id, network: reservation.network, known_at: null, wait_until: now + core.config.foreignWaitSeconds * 1000 })
    .onConflict((conflict) => conflict.columns(['identity_id', 'network']).doUpdateSet({ wait_until: now + core.config.foreignWaitSeconds * 1000 })).execute();
  const { failed } = await countStrikes(queries, identity.id);
  const revokedNow = await revokeAtLimit(core, queries, identity, failed, ip, now);
  return { revoked: revokedNow || identity.state === 'revoked', revokedNow, attemptsLeft: Math.max(0, core.config.pinAttempts - failed) };
}

/**
 * Settles a check that succeeded: clears what was reserved before it, and nothing reserved later.
 *
 * @returns false where the identity was revoked in the meantime, so that the success comes too late
 */
export async function settleSuccess(queries: Queries, identity: Identity, reservation: Reservation, now: number): Promise<boolean> {
  if (identity.state === 'revoked') return false;
  await queries.deleteFrom('strikes').where('identity_id', '=', identity.id).where('id', '<=', reservation.id).execute();
  await queries.updateTable('identities').set({ last_used_at: now, first_used_at: identity.first_used_at ?? now }).where('id', '=', identity.id).execute();
  await queries.insertInto('identity_networks').values({ identity_id: identity.id, network: reservation.network, known_at: now, wait_until: 0 })
    .onConflict((conflict) => conflict.columns(['identity_id', 'network']).doUpdateSet({ known_at: now, wait_until: 0 })).execute();
  if (identity.replaces !== null && identity.first_used_at === null) {
    await queries.updateTable('identities').set({ state: 'revoked', revoked_reason: 'renewed' }).where('id', '=', identity.replaces).where('state', '=', 'active').execute();
    await forgetUse(queries, identity.replaces);
  }
  return true;
}
