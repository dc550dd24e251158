import type { Config } from '../config/load.ts';
import type { Core } from './core.ts';
import { takeTurn } from '../store/turns.ts';
import { CONSOLE_PROJECT, insertProject } from './projects.ts';
import { changeSettings } from './settings.ts';

const NAME = 'Northwind Bank';
/** Those of the demo site, so that mails and pages look like it. */
const COLOURS = { accentLight: '#0d5c63', accentDark: '#6fd0c5' };
/** Where `npm run dev` serves the playground of the elements. */
const PLAYGROUND = 'http://localhost:5173';

/** The origins of the demo site and of the playground. */
function demoOrigins(config: Config): readonly string[] {
  return [`http://localhost:${config.sitePort}`, PLAYGROUND];
}

/**
 * Makes the demo project at the first start in development mode, once for all nodes. Later starts keep it, and let the demo site in where its
 * port changed. The demo needs no application credentials, so nobody is told the secret.
 */
export async function ensureDemoProject(store: Pick<Core, 'db' | 'hasher' | 'now' | 'log'>, config: Config): Promise<void> {
  const origins = demoOrigins(config);
  const made = await store.db.transaction(async (queries) => {
    await takeTurn(queries, 'first start');
    const existing = await queries.selectFrom('projects').select(['id', 'origins']).where('id', '!=', CONSOLE_PROJECT).orderBy('created_at').executeTakeFirst();
    if (existing === undefined) {
      const created = await insertProject(store, queries, { name: NAME, origins });
      await queries.updateTable('projects').set({ settings: changeSettings('{}', COLOURS) }).where('id', '=', created.projectId).execute();
      await queries.insertInto('logout_uris').values({ application_id: created.clientId, uri: `http://localhost:${config.sitePort}/back-channel-logout` }).execute();
      return created;
    }
    const merged = JSON.stringify([...new Set([...(JSON.parse(existing.origins) as string[]), ...origins])]);
    await queries.updateTable('projects').set({ origins: merged }).where('id', '=', existing.id).execute();
    await queries.updateTable('applications').set({ origins: merged }).where('project_id', '=', existing.id).execute();
    return undefined;
  });
  if (made !== undefined) store.log.info({ project: made.projectId, application: made.clientId }, 'made the demo project');
}
