import type { Queries } from '../store/database.ts';
import { claimTurn } from '../store/turns.ts';
import type { Core } from './core.ts';
import { listProjects } from './projects.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 86_400_000;

/** Forgets the waits that are over of networks where an identity was never used: such a row says nothing any more. */
export async function forgetWaits(queries: Queries, now: number): Promise<void> {
  await queries.deleteFrom('identity_networks').where('known_at', 'is', null).where('wait_until', '<=', now).execute();
}

/** For how many days a network stays known: as long as identities without a sign-in do not lapse, and no longer than addresses are kept. */
function daysOf(...limits: readonly (number | null)[]): number | undefined {
  const days = limits.filter((limit): limit is number => limit !== null && limit > 0);
  return days.length === 0 ? undefined : Math.min(...days);
}

/** Forgets the networks where identities were last used too long ago; there they are as strange as anywhere. Once an hour, on one node. */
export async function forgetNetworks(core: Pick<Core, 'db' | 'config' | 'now'>): Promise<void> {
  const now = core.now();
  if (!(await claimTurn(core.db.queries, 'networks', now, HOUR_MS))) return;
  for (const { id, settings } of await listProjects(core)) {
    const days = daysOf(settings.inactivityDays ?? core.config.inactivityDays, settings.addressDays);
    if (days === undefined) continue;
    await core.db.queries.deleteFrom('identity_networks').where('known_at', '<=', now - days * DAY_MS)
      .where(({ exists, selectFrom }) => exists(selectFrom('identities').select('id').whereRef('id', '=', 'identity_networks.identity_id').where('project_id', '=', id))).execute();
  }
}
