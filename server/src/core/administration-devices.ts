import { sql } from 'kysely';
import type { Core } from './core.ts';
import type { Listed, Page } from './paging.ts';
import type { Identity } from './identities.ts';

/** A device of a person, as the console shows it. Times in Unix milliseconds. */
export interface DeviceRecord {
  /** SHA-256 of the M-Pin id. */
  readonly id: string;
  readonly userId: string;
  readonly deviceName: string;
  readonly state: 'active' | 'revoked';
  readonly reason: string;
  readonly place: string;
  readonly createdAt: number;
  readonly lastUsedAt: number | undefined;
}

type Store = Pick<Core, 'db' | 'countries'>;

function toDevice({ countries }: Pick<Core, 'countries'>, identity: Identity): DeviceRecord {
  const country = identity.country || countries.of(identity.ip);
  return {
    id: identity.id, userId: identity.user_id, deviceName: identity.device_name, state: identity.state, reason: identity.revoked_reason ?? '',
    place: [identity.ip, country].filter((part) => part !== '').join(' · '), createdAt: identity.created_at, lastUsedAt: identity.last_used_at ?? undefined,
  };
}

/** What is looked for: part of a user id or of a device's name, in any case; empty for all. */
export interface DeviceSearch {
  readonly text: string;
  readonly state?: 'active' | 'revoked' | undefined;
}

/** The devices of a project that a search finds, newest first. */
export async function searchDevices(store: Store, projectId: string, search: DeviceSearch, page: Page): Promise<Listed<DeviceRecord>> {
  let query = store.db.queries.selectFrom('identities').where('project_id', '=', projectId);
  if (search.state !== undefined) query = query.where('state', '=', search.state);
  if (search.text !== '') {
    const pattern = `%${search.text.normalize('NFKC').toLowerCase().replace(/[\\%_]/g, (special) => `\\${special}`)}%`;
    const holds = (column: 'user_id' | 'device_name') => sql<boolean>`lower(${sql.ref(column)}) LIKE ${pattern} ESCAPE '\\'`;
    query = query.where((eb) => eb.or([holds('user_id'), holds('device_name')]));
  }
  const { total } = await query.select((eb) => eb.fn.countAll<number | string>().as('total')).executeTakeFirstOrThrow();
  const rows = await query.selectAll().orderBy('created_at', 'desc').orderBy('id').offset(page.offset).limit(page.limit).execute();
  return { total: Number(total), list: rows.map((row) => toDevice(store, row)) };
}

/** One device of a project. */
export async function findDevice(store: Store, projectId: string, id: string): Promise<DeviceRecord | undefined> {
  const row = await store.db.queries.selectFrom('identities').selectAll().where('id', '=', id).where('project_id', '=', projectId).executeTakeFirst();
  return row && toDevice(store, row);
}
