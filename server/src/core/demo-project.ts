import type { Config } from '../config/load.ts';
import type { Core } from './core.ts';
import { createProject } from './projects.ts';

const NAME = 'Northwind Bank';
/** Where `npm run dev` serves the playground of the elements. */
const PLAYGROUND = 'http://localhost:5173';

/** The origins of the demo site and of the playground. */
function demoOrigins(config: Config): readonly string[] {
  return [`http://localhost:${config.sitePort}`, PLAYGROUND];
}

/**
 * Makes the demo project at the first start in development mode. Later starts keep it, and let the demo site in where its
 * port changed. The demo needs no application credentials, so nobody is told the secret.
 */
export async function ensureDemoProject(store: Pick<Core, 'db' | 'hasher' | 'now' | 'log'>, config: Config): Promise<void> {
  const origins = demoOrigins(config);
  const existing = await store.db.queries.selectFrom('projects').select(['id', 'origins']).orderBy('created_at').executeTakeFirst();
  if (existing === undefined) {
    const created = await createProject(store, { name: NAME, origins });
    store.log.info({ project: created.projectId, application: created.clientId }, 'made the demo project');
    return;
  }
  const merged = JSON.stringify([...new Set([...(JSON.parse(existing.origins) as string[]), ...origins])]);
  await store.db.queries.updateTable('projects').set({ origins: merged }).where('id', '=', existing.id).execute();
  await store.db.queries.updateTable('applications').set({ origins: merged }).where('project_id', '=', existing.id).execute();
}
