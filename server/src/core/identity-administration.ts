import { audit } from './audit.ts';
import type { Agent } from './audit.ts';
import type { Core } from './core.ts';
import { invalidParameters } from './errors.ts';
import type { Identity } from './identities.ts';
import type { Listed, Page } from './paging.ts';
import { lockIdentity, revokeIdentity } from './strikes.ts';
import { requireDeviceName } from './user-ids.ts';

/** What an administrator sees of an identity (docs/protocol.md 10.4). */
export interface IdentityRecord {
  /** SHA-256 of the M-Pin id. */
  readonly mpinId: string;
  readonly projectId: string;
  readonly userId: string;
  readonly deviceName: string;
  readonly ip: string;
  readonly country: string;
  /** Whether it can sign documents. */
  readonly dvs: boolean;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly revoked: boolean;
}

type Store = Pick<Core, 'db' | 'countries'>;

function toRecord({ countries }: Pick<Core, 'countries'>, identity: Identity): IdentityRecord {
  return {
    mpinId: identity.id, projectId: identity.project_id, userId: identity.user_id, deviceName: identity.device_name, ip: identity.ip,
    country: identity.country || countries.of(identity.ip), dvs: identity.public_key !== '',
    createdAt: new Date(identity.created_at).toISOString(), updatedAt: new Date(identity.changed_at ?? identity.created_at).toISOString(), revoked: identity.state === 'revoked',
  };
}

/** The identities of a project, newest first. */
export async function listIdentities(store: Store, projectId: string, filter: { userId?: string | undefined; revoked?: boolean | undefined }, page: Page): Promise<Listed<IdentityRecord>> {
  let query = store.db.queries.selectFrom('identities').where('project_id', '=', projectId);
  if (filter.userId !== undefined) query = query.where('user_id', '=', filter.userId);
  if (filter.revoked !== undefined) query = query.where('state', '=', filter.revoked ? 'revoked' : 'active');
  const { total } = await query.select((eb) => eb.fn.countAll<number | string>().as('total')).executeTakeFirstOrThrow();
  const rows = await query.selectAll().orderBy('created_at', 'desc').orderBy('id').offset(page.offset).limit(page.limit).execute();
  return { total: Number(total), list: rows.map((row) => toRecord(store, row)) };
}

/** Finds the identity among the project's. @throws PlatformError INVALID_REQUEST_PARAMETERS */
async function requireIdentity({ db }: Pick<Core, 'db'>, projectId: string, id: string): Promise<Identity> {
  const identity = await db.queries.selectFrom('identities').selectAll().where('id', '=', id).where('project_id', '=', projectId).executeTakeFirst();
  if (identity === undefined) throw invalidParameters('mpinId');
  return identity;
}

/**
 * Gives a device another name.
 *
 * @param id - SHA-256 of the M-Pin id, hex
 * @throws PlatformError INVALID_REQUEST_PARAMETERS
 */
export async function renameIdentity(store: Store & Pick<Core, 'now'>, projectId: string, id: string, deviceName: string, agent: Agent): Promise<IdentityRecord> {
  const name = requireDeviceName(deviceName);
  if (name === '') throw invalidParameters('deviceName');
  await requireIdentity(store, projectId, id);
  const now = store.now();
  return store.db.transaction(async (queries) => {
    const identity = await queries.updateTable('identities').set({ device_name: name, changed_at: now }).where('id', '=', id).returningAll().executeTakeFirstOrThrow();
    await audit(queries, 'identityRenamed', { projectId, userId: identity.user_id, identityId: id, deviceName: name, ...agent }, now);
    return toRecord(store, identity);
  });
}

/**
 * Revokes an identity at once: sign-ins under way fail as well, on every node.
 *
 * @param id - SHA-256 of the M-Pin id, hex
 * @returns the reason that is kept: the first one, where it was revoked before
 * @throws PlatformError INVALID_REQUEST_PARAMETERS
 */
export async function revokeByAdministrator(store: Pick<Core, 'db' | 'now'>, projectId: string, id: string, reason: string, agent: Agent): Promise<string> {
  await requireIdentity(store, projectId, id);
  const now = store.now();
  return store.db.transaction(async (queries) => {
    const identity = await lockIdentity(queries, id, now);
    if (identity.state === 'revoked') return identity.revoked_reason ?? '';
    await revokeIdentity(queries, identity, reason, agent, now);
    return reason;
  });
}
