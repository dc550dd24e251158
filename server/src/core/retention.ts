import { sql } from 'kysely';
import type { Core } from './core.ts';
import { listProjects } from './projects.ts';

const DAY_MS = 86_400_000;
/** Addresses forgotten in one round; the rest is left to the next. */
const BATCH = 500;
/** Written out, as the indices are that hold nothing but rows with an address. */
const NONE = sql.lit('');

/** Takes the addresses out of what is older, and leaves the country in their place. */
async function forgetAddresses({ db, countries }: Pick<Core, 'db' | 'countries'>, projectId: string, before: number): Promise<void> {
  const old = await db.queries.selectFrom('audit').select('ip').distinct().where('project_id', '=', projectId).where('created_at', '<', before).where('ip', '!=', NONE).limit(BATCH).execute();
  for (const { ip } of old) {
    await db.queries.updateTable('audit').set({ ip: '', country: countries.of(ip) })
      .where('project_id', '=', projectId).where('created_at', '<', before).where('ip', '!=', NONE).where('ip', '=', ip).execute();
  }
  const registered = await db.queries.selectFrom('identities').select('ip').distinct()
    .where('project_id', '=', projectId).where('created_at', '<', before).where('ip', '!=', NONE).limit(BATCH).execute();
  for (const { ip } of registered) {
    await db.queries.updateTable('identities').set({ ip: '', country: countries.of(ip) })
      .where('project_id', '=', projectId).where('created_at', '<', before).where('ip', '!=', NONE).where('ip', '=', ip).execute();
  }
}

/** Keeps what each project's settings let be kept: entries of the audit log for `auditDays`, network addresses for `addressDays`. */
export async function applyRetention(core: Pick<Core, 'db' | 'countries' | 'now'>): Promise<void> {
  const now = core.now();
  for (const { id, settings } of await listProjects(core)) {
    if (settings.auditDays !== null) await core.db.queries.deleteFrom('audit').where('project_id', '=', id).where('created_at', '<', now - settings.auditDays * DAY_MS).execute();
    if (settings.addressDays !== null) await forgetAddresses(core, id, now - settings.addressDays * DAY_MS);
  }
}
