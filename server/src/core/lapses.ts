import { setImmediate } from 'node:timers/promises';
import type { Queries } from '../store/database.ts';
import { claimTurn } from '../store/turns.ts';
import { audit } from './audit.ts';
import type { Agent } from './audit.ts';
import type { Core } from './core.ts';
import { PlatformError } from './errors.ts';
import type { Identity } from './identities.ts';
import { forgetUse } from './identity-end.ts';
import { listProjects } from './projects.ts';
import { readSettings } from './settings.ts';
import { lockIdentity } from './strikes.ts';

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
/** Identities that lapse in one round for each project; the next hour goes on. */
const BATCH = 1000;
/** Identities that are looked at together. */
const CHUNK = 2000;

/** The answer to whoever comes with an identity that lapsed (docs/protocol.md 8.4). */
export function lapsed(): PlatformError {
  return new PlatformError('EXPIRED_MPINID', 'The M-Pin id lapsed: register again.');
}

/** Whether an identity is known to have lapsed. */
export function isLapsed(identity: Pick<Identity, 'lapsed_at'>): boolean {
  return identity.lapsed_at !== null;
}

/** Days without a sign-in after which identities of a project lapse; 0 for never. */
function daysOf(core: Pick<Core, 'config'>, settings: string): number {
  return readSettings(settings).inactivityDays ?? core.config.inactivityDays;
}

function lastUse(identity: Pick<Identity, 'last_used_at' | 'created_at'>): number {
  return identity.last_used_at ?? identity.created_at;
}

async function lapse(queries: Queries, identity: Identity, agent: Agent, now: number): Promise<void> {
  await queries.updateTable('identities').set({ lapsed_at: now }).where('id', '=', identity.id).execute();
  await forgetUse(queries, identity.id);
  await audit(queries, 'identityLapsed', { projectId: identity.project_id, userId: identity.user_id, identityId: identity.id, deviceName: identity.device_name, ...agent }, now);
}

/**
 * Whether an identity has lapsed; where that is found now, it is written down and audited, once. The identity is locked. Who signed in
 * within the last day costs no question.
 */
export async function lapsesNow(core: Core, queries: Queries, identity: Identity, agent: Agent, now: number): Promise<boolean> {
  if (isLapsed(identity)) return true;
  if (identity.state === 'revoked' || lastUse(identity) + DAY_MS > now) return false;
  const { settings } = await queries.selectFrom('projects').select('settings').where('id', '=', identity.project_id).executeTakeFirstOrThrow();
  const days = daysOf(core, settings);
  if (days === 0 || lastUse(identity) + days * DAY_MS > now) return false;
  await lapse(queries, identity, agent, now);
  return true;
}

/**
 * The living identities of a project that nobody used since `before`. Found some at a time, each part where the last one ended, so that a large project
 * holds nobody up: an index over the last use would be written at every sign-in, for one question an hour.
 */
async function* unusedSince({ db }: Pick<Core, 'db'>, projectId: string, before: number, chunk: number): AsyncGenerator<string> {
  const eldest = db.queries.selectFrom('identities').select(['id', 'state', 'lapsed_at', 'created_at', 'last_used_at']).where('project_id', '=', projectId)
    .where('created_at', '<=', before).orderBy('created_at').orderBy('id').limit(chunk);
  let rows = await eldest.execute();
  for (let last = rows.at(-1); last !== undefined; last = rows.at(-1)) {
    for (const row of rows) if (row.state === 'active' && !isLapsed(row) && lastUse(row) <= before) yield row.id;
    if (rows.length < chunk) return;
    const { created_at: at, id } = last;
    await setImmediate();
    rows = await eldest.where('created_at', '>=', at).where((eb) => eb.or([eb('created_at', '>', at), eb('id', '>', id)])).execute();
  }
}

/** Lets lapse what nobody used for too long, so that lists and counts say so before anybody comes with it. Once an hour, on one node. */
export async function lapseUnused(core: Core, chunk = CHUNK): Promise<void> {
  const now = core.now();
  if (!(await claimTurn(core.db.queries, 'lapsing', now, HOUR_MS))) return;
  for (const { id, settings } of await listProjects(core)) {
    const days = settings.inactivityDays ?? core.config.inactivityDays;
    if (days === 0) continue;
    let lapsing = 0;
    for await (const identityId of unusedSince(core, id, now - days * DAY_MS, chunk)) {
      await core.db.transaction(async (queries) => void (await lapsesNow(core, queries, await lockIdentity(queries, identityId, now), { ip: '' }, now)));
      lapsing += 1;
      if (lapsing === BATCH) break;
    }
  }
}

/** Lets lapse all identities that hang on these server secrets. @returns them */
export async function lapseAllOf(queries: Queries, serverSecretIds: readonly number[], agent: Agent, now: number): Promise<readonly Identity[]> {
  const rows = await queries.updateTable('identities').set({ lapsed_at: now }).where('server_secret_id', 'in', serverSecretIds)
    .where('state', '=', 'active').where('lapsed_at', 'is', null).returningAll().execute();
  for (const row of rows) {
    await forgetUse(queries, row.id);
    await audit(queries, 'identityLapsed', { projectId: row.project_id, userId: row.user_id, identityId: row.id, deviceName: row.device_name, ...agent }, now);
  }
  return rows;
}
