import type { Queries } from '../store/database.ts';
import { takeTurn } from '../store/turns.ts';
import { audit } from './audit.ts';
import { decodeDtas } from './authorities.ts';
import type { Core } from './core.ts';
import { PlatformError } from './errors.ts';
import { lapseAllOf } from './lapses.ts';
import { findCurrent } from './server-secret.ts';

const DAY_MS = 86_400_000;
/** People that a refusal names. */
const NAMED = 10;

/** Somebody's device that lapsed with a half. */
export interface Lost {
  readonly projectId: string;
  readonly userId: string;
  readonly deviceName: string;
}

/** What a retirement did. */
export interface Retirement {
  readonly node: string;
  /** Whether this call gave it up, or an earlier one had. */
  readonly retired: 'now' | 'before';
  /** Server secrets that were erased by this call. */
  readonly erased: number;
  /** Devices that have to be set up again, by this call. */
  readonly lost: readonly Lost[];
}

/**
 * Identities that hang on server secrets. A renewal that was begun and not finished for a day is none: its device still has the
 * former identity, and is renewed anew.
 */
export function livingOn(queries: Queries, now: number) {
  return queries.selectFrom('identities').where('state', '=', 'active').where('lapsed_at', 'is', null)
    .where((eb) => eb.or([eb('replaces', 'is', null), eb('first_used_at', 'is not', null), eb('created_at', '>', now - DAY_MS)]));
}

function refusal(people: readonly Lost[], count: number): PlatformError {
  const named = people.map(({ userId, deviceName }) => (deviceName === '' ? userId : `${userId} (${deviceName})`)).join(', ');
  const more = count > people.length ? ` and ${count - people.length} more` : '';
  return new PlatformError('FORBIDDEN', `${count} ${count === 1 ? 'device hangs' : 'devices hang'} on this half until the next sign-in: ${named}${more}. Wait for them, or let them lapse with --force yes: they have to be set up again.`);
}

/**
 * Gives up a half of an authority: erases the server secrets that were made with it (docs/protocol.md 8.3). Afterwards the half itself can be
 * destroyed at the authority.
 *
 * One that was given up before stays so: whoever was interrupted asks again.
 *
 * @param how.force - lets the identities lapse that still hang on it
 * @throws PlatformError NOT_FOUND where no server secret was ever made with it, FORBIDDEN where new identities get it, or living ones hang on it
 */
export async function retireHalf(store: Pick<Core, 'db' | 'now'>, pair: string, node: string, how: { force: boolean; actor: string }): Promise<Retirement> {
  const now = store.now();
  return store.db.transaction(async (queries) => {
    await takeTurn(queries, 'authorities');
    const current = await findCurrent(queries, pair);
    if (current !== undefined && decodeDtas(current.dtas).includes(node)) throw new PlatformError('FORBIDDEN', 'New identities get this half: rotate first.');
    const made = (await queries.selectFrom('server_secrets').select(['id', 'dtas', 'retired_at']).execute()).filter(({ dtas }) => decodeDtas(dtas).includes(node));
    const ids = made.filter((row) => row.retired_at === null).map(({ id }) => id);
    if (ids.length === 0 && made.length > 0) return { node, retired: 'before', erased: 0, lost: [] };
    if (ids.length === 0) throw new PlatformError('NOT_FOUND', 'No living server secret is made with this half.');
    const hanging = livingOn(queries, now).where('server_secret_id', 'in', ids);
    const { count } = await hanging.select((eb) => eb.fn.countAll<number | string>().as('count')).executeTakeFirstOrThrow();
    if (Number(count) > 0 && !how.force) {
      const some = await hanging.select(['project_id', 'user_id', 'device_name']).orderBy('user_id').limit(NAMED).execute();
      throw refusal(some.map((row) => ({ projectId: row.project_id, userId: row.user_id, deviceName: row.device_name })), Number(count));
    }
    const lost = await lapseAllOf(queries, ids, { ip: '', actor: how.actor }, now);
    await queries.updateTable('server_secrets').set({ secret_sealed: '', retired_at: now }).where('id', 'in', ids).execute();
    for (const { id } of await queries.selectFrom('projects').select('id').execute()) await audit(queries, 'authorityHalfRetired', { projectId: id, userId: '', ip: '', actor: how.actor }, now);
    return { node, retired: 'now', erased: ids.length, lost: lost.map((row) => ({ projectId: row.project_id, userId: row.user_id, deviceName: row.device_name })) };
  });
}
