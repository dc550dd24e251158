import { audit } from './audit.ts';
import type { Core } from './core.ts';
import { PlatformError } from './errors.ts';
import { requireCallableUrl } from './web-urls.ts';

type Store = Pick<Core, 'db' | 'now'>;

/**
 * Says where an application is to hear that a sign-in is over; https, or http on loopback in development. An application for OpenID Connect has it among
 * what it registered, any other has it here.
 *
 * @param uri - nowhere, when empty
 * @throws PlatformError INVALID_REQUEST_PARAMETERS, NOT_FOUND
 */
export async function setLogoutUri(store: Store, { applicationId, uri: text, dev, actor }: { readonly applicationId: string; readonly uri: string; readonly dev: boolean; readonly actor: string }): Promise<void> {
  const uri = requireCallableUrl(text, 'uri', dev);
  await store.db.transaction(async (queries) => {
    const application = await queries.selectFrom('applications').select(['project_id', 'type']).where('id', '=', applicationId).executeTakeFirst();
    if (application === undefined) throw new PlatformError('NOT_FOUND', 'There is no such application.');
    if (application.type === 'openid') await queries.updateTable('openid_clients').set({ logout_uri: uri }).where('application_id', '=', applicationId).execute();
    else if (uri === '') await queries.deleteFrom('logout_uris').where('application_id', '=', applicationId).execute();
    else await queries.insertInto('logout_uris').values({ application_id: applicationId, uri }).onConflict((conflict) => conflict.column('application_id').doUpdateSet({ uri })).execute();
    await audit(queries, 'applicationChanged', { projectId: application.project_id, userId: '', ip: '', applicationId, actor }, store.now());
  });
}

/** Where an active application hears of it; empty for nowhere. */
export async function findLogoutUri({ db }: Pick<Core, 'db'>, applicationId: string): Promise<string> {
  const row = await db.queries.selectFrom('applications').leftJoin('logout_uris', 'logout_uris.application_id', 'applications.id').leftJoin('openid_clients', 'openid_clients.application_id', 'applications.id')
    .select(['applications.type', 'logout_uris.uri', 'openid_clients.logout_uri']).where('applications.id', '=', applicationId).where('applications.active', '=', 1).executeTakeFirst();
  return (row?.type === 'openid' ? row.logout_uri : row?.uri) ?? '';
}
