import { sql } from 'kysely';
import { AUDIT_EVENTS } from './audit.ts';
import type { Core } from './core.ts';
import { WRONG_PINS } from './strikes.ts';

/** What happened in a project, counted from its audit log: as far back as the project keeps it. Days and months are those of UTC. */

const DAY_MS = 86_400_000;

/** What is counted by day, in the order in which it is shown. */
export const SERIES = ['signIns', 'failures', 'registrations', 'lockOuts'] as const;

/** Name of a series. */
export type Series = (typeof SERIES)[number];

/** One day and what happened on it. */
export type DayCounts = Readonly<Record<Series, number>> & { /** Its first moment, Unix milliseconds. */ readonly day: number };

/** What the audit log calls each series; a lock-out is a revocation of a certain reason, and is counted apart. */
const STATUS_SERIES: Readonly<Record<string, Series>> = {
  [AUDIT_EVENTS.signedIn[1]]: 'signIns', [AUDIT_EVENTS.signInFailed[1]]: 'failures', [AUDIT_EVENTS.signInOrphaned[1]]: 'failures', [AUDIT_EVENTS.registered[1]]: 'registrations',
};

type Store = Pick<Core, 'db' | 'now'>;

interface Counted {
  readonly day: number | string;
  readonly status: string;
  readonly count: number | string;
}

const dayOf = sql<number | string>`audit.created_at / ${sql.lit(DAY_MS)}`;

async function countEvents({ db }: Store, projectId: string, from: number): Promise<readonly Counted[]> {
  return db.queries.selectFrom('audit').select((eb) => [dayOf.as('day'), 'audit.status', eb.fn.countAll<number | string>().as('count')])
    .where('audit.project_id', '=', projectId).where('audit.created_at', '>=', from).where('audit.status', 'in', Object.keys(STATUS_SERIES)).groupBy([dayOf, 'audit.status']).execute();
}

async function countLockOuts({ db }: Store, projectId: string, from: number): Promise<readonly Counted[]> {
  return db.queries.selectFrom('audit').innerJoin('identities', 'identities.id', 'audit.identity_id')
    .select((eb) => [dayOf.as('day'), 'audit.status', eb.fn.countAll<number | string>().as('count')])
    .where('audit.project_id', '=', projectId).where('audit.created_at', '>=', from).where('audit.status', '=', AUDIT_EVENTS.revoked[1]).where('identities.revoked_reason', '=', WRONG_PINS)
    .groupBy([dayOf, 'audit.status']).execute();
}

/** What happened on each of the last `days` days, oldest first, days without anything included. */
export async function countByDay(store: Store, projectId: string, days: number): Promise<readonly DayCounts[]> {
  const last = Math.floor(store.now() / DAY_MS);
  const from = (last - days + 1) * DAY_MS;
  const found = [...await countEvents(store, projectId, from), ...await countLockOuts(store, projectId, from)];
  return Array.from({ length: days }, (_, index) => {
    const day = last - days + 1 + index;
    const counts: Record<Series, number> = { signIns: 0, failures: 0, registrations: 0, lockOuts: 0 };
    for (const row of found) if (Number(row.day) === day) counts[STATUS_SERIES[row.status] ?? 'lockOuts'] += Number(row.count);
    return { day: day * DAY_MS, ...counts };
  });
}

/** A month and how much a project was used in it. */
export interface MonthUsage {
  /** As in 2026-06. */
  readonly month: string;
  /** People who signed in, and the devices that they did it with. */
  readonly users: number;
  readonly devices: number;
  readonly signIns: number;
  /** Mails that asked for a confirmation. */
  readonly mails: number;
}

async function usageBetween({ db }: Store, projectId: string, month: string, from: number, to: number): Promise<MonthUsage> {
  const events = db.queries.selectFrom('audit').where('project_id', '=', projectId).where('created_at', '>=', from).where('created_at', '<', to);
  const signedIn = await events.where('status', '=', AUDIT_EVENTS.signedIn[1])
    .select((eb) => [eb.fn.countAll<number | string>().as('signIns'), eb.fn.count<number | string>('user_id').distinct().as('users'), eb.fn.count<number | string>('identity_id').distinct().as('devices')]).executeTakeFirstOrThrow();
  const { mails } = await events.where('status', '=', AUDIT_EVENTS.verificationSent[1]).select((eb) => eb.fn.countAll<number | string>().as('mails')).executeTakeFirstOrThrow();
  return { month, users: Number(signedIn.users), devices: Number(signedIn.devices), signIns: Number(signedIn.signIns), mails: Number(mails) };
}

/** The last `months` months, this one included, newest first. */
export async function usageByMonth(store: Store, projectId: string, months: number): Promise<readonly MonthUsage[]> {
  const now = new Date(store.now());
  const usage: MonthUsage[] = [];
  for (let back = 0; back < months; back += 1) {
    const [from, to] = [back, back - 1].map((ago) => Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - ago, 1)) as [number, number];
    usage.push(await usageBetween(store, projectId, new Date(from).toISOString().slice(0, 7), from, to));
  }
  return usage;
}
