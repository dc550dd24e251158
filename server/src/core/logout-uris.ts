import { audit } from './audit.ts';
import type { Core } from './core.ts';
import { PlatformError, invalidParameters } from './errors.ts';

type Store = Pick<Core, 'db' | 'now'>;

const LENGTH = 2048;

/**
 * Where an application is to hear that a sign-in is over; https, or http on loopback in development.
 *
 * @param uri - nowhere, when empty
 * @throws PlatformError INVALID_REQUEST_PARAMETERS, NOT_FOUND
 */
export async function setLogoutUri(store: Store, { applicationId, uri, dev, actor }: { readonly applicationId: string; readonly uri: string; readonly dev: boolean; readonly actor: string }): Promise<void> {
  if (uri !== '') requireLogoutUri(uri, dev);
  await store.db.transaction(async (queries) => {
    const application = await queries.selectFrom('applications').select('project_id').where('id', '=', applicationId).executeTakeFirst();
    if (application === undefined) throw new PlatformError('NOT_FOUND', 'There is no such application.');
    await (uri === '' ? queries.deleteFrom('logout_uris').where('application_id', '=', applicationId)
      : queries.insertInto('logout_uris').values({ application_id: applicationId, uri }).onConflict((conflict) => conflict.column('application_id').doUpdateSet({ uri }))).execute();
    await audit(queries, 'applicationChanged', { projectId: application.project_id, userId: '', ip: '', applicationId, actor }, store.now());
  });
}

function requireLogoutUri(uri: string, dev: boolean): void {
  if (uri.length > LENGTH || !URL.canParse(uri)) throw invalidParameters('uri');
  const { protocol, hostname, username, hash } = new URL(uri);
  const local = dev && protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
  if ((protocol !== 'https:' && !local) || username !== '' || hash !== '') throw invalidParameters('uri');
}

/** Where an active application hears of it, if anywhere. */
export async function findLogoutUri({ db }: Pick<Core, 'db'>, applicationId: string): Promise<string | undefined> {
  const row = await db.queries.selectFrom('logout_uris').innerJoin('applications', 'applications.id', 'logout_uris.application_id').select('uri')
    .where('application_id', '=', applicationId).where('active', '=', 1).executeTakeFirst();
  return row?.uri;
}
