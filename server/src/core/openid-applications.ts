import type { Transaction, Updateable } from 'kysely';
import type { OpenidClientTable } from '../store/schema-oidc.ts';
import type { Schema } from '../store/schema.ts';
import { takeTurn } from '../store/turns.ts';
import { auditApplication, disableWithin, insertApplication, requireApplicationName } from './applications.ts';
import type { CreatedApplication } from './applications.ts';
import type { Core } from './core.ts';
import { PlatformError } from './errors.ts';
import { readRedirectUri, registerRedirectUris, unprovedHosts } from './redirect-uris.ts';
import type { RedirectUri } from './redirect-uris.ts';
import type { Right } from './rights.ts';
import { isLogo, requireCallableUrl, requireWebUrl } from './web-urls.ts';

/** What an application of type `openid` is told. URLs may be left out. */
export interface OpenidApplication {
  readonly name: string;
  readonly redirectUris: readonly string[];
  /** True for what can keep no secret: pages and apps. */
  readonly isPublic?: boolean;
  readonly logoUrl?: string;
  /** Where people start it from their account. */
  readonly startUrl?: string;
  /** Where it begins a log-in itself (OpenID Connect Core 1.0, section 4). */
  readonly initiateLoginUri?: string;
  readonly postLogoutUris?: readonly string[];
  /** Where logout tokens go (OpenID Connect Back-Channel Logout 1.0). */
  readonly logoutUri?: string;
}

/** Who makes it: an account for itself, or an administrator, whose word stands for the hosts. */
export interface Maker {
  readonly projectId: string;
  /** The account that registers it for itself; `undefined` for an administrator. */
  readonly account: string | undefined;
  /** For the audit log. */
  readonly actor: string;
  /** What an administrator grants with it; people grant themselves nothing. */
  readonly rights?: readonly Right[];
  readonly mpinIdAllowed?: boolean;
}

function requireLogo(text: string): string {
  const logo = text.trim();
  if (!isLogo(logo)) throw new PlatformError('INVALID_REQUEST_PARAMETERS', 'A logo is an https URL or a data URL of a picture.', { params: 'logoUrl' });
  return logo;
}

interface Checked {
  readonly name: string;
  readonly redirects: readonly RedirectUri[];
  readonly row: { is_public: number; logo_url: string; start_url: string; initiate_login_uri: string; post_logout_uris: string; logout_uri: string };
}

function check(core: Pick<Core, 'config'>, application: OpenidApplication): Checked {
  const redirects = application.redirectUris.map(readRedirectUri);
  const url = (field: 'startUrl' | 'initiateLoginUri'): string => requireWebUrl(application[field] ?? '', field, core.config.dev);
  if (redirects.length === 0 || redirects.length > 20) throw new PlatformError('INVALID_REQUEST_PARAMETERS', 'An application has 1 to 20 redirect URIs.', { params: 'redirectUris' });
  return {
    name: requireApplicationName(application.name), redirects,
    row: {
      is_public: application.isPublic === true ? 1 : 0, logo_url: requireLogo(application.logoUrl ?? ''), start_url: url('startUrl'),
      initiate_login_uri: url('initiateLoginUri'),
      post_logout_uris: JSON.stringify((application.postLogoutUris ?? []).map((uri) => readRedirectUri(uri).uri)), logout_uri: requireCallableUrl(application.logoutUri ?? '', 'logoutUri', core.config.dev),
    },
  };
}

async function requireProof(core: Pick<Core, 'db'>, maker: Maker, redirects: readonly RedirectUri[]): Promise<void> {
  if (maker.account === undefined) return;
  const hosts = await unprovedHosts(core, { projectId: maker.projectId, owner: maker.account }, redirects);
  if (hosts.length > 0) throw new PlatformError('HOST_NOT_PROVED', 'Prove first that these hosts are yours.', { hosts: hosts.join(',') });
}

/** Of two that an account registers at once, the second counts the first. */
async function requireRoom({ config }: Pick<Core, 'config'>, queries: Transaction<Schema>, account: string): Promise<void> {
  await takeTurn(queries, 'registering');
  const { count } = await queries.selectFrom('openid_clients').innerJoin('applications', 'applications.id', 'openid_clients.application_id')
    .select((eb) => eb.fn.countAll().as('count')).where('openid_clients.owner', '=', account).where('applications.active', '=', 1).executeTakeFirstOrThrow();
  if (Number(count) >= config.accountApplications) throw new PlatformError('TOO_MANY_APPLICATIONS', 'This account has as many applications as it may. Remove one first.', { limit: String(config.accountApplications) });
}

/**
 * Makes an application that signs people in by OpenID Connect. What a person registers has OpenID rights only, and strangers see its consent page
 * once an administrator approved it.
 *
 * @throws PlatformError INVALID_REQUEST_PARAMETERS, HOST_NOT_PROVED, REDIRECT_URI_TAKEN, TOO_MANY_APPLICATIONS where an account has as many as it may
 */
export async function createOpenidApplication(core: Pick<Core, 'db' | 'hasher' | 'now' | 'config'>, maker: Maker, application: OpenidApplication): Promise<CreatedApplication> {
  const { name, redirects, row } = check(core, application);
  await requireProof(core, maker, redirects);
  return core.db.transaction(async (queries) => {
    const byAdministrator = maker.account === undefined;
    if (maker.account !== undefined) await requireRoom(core, queries, maker.account);
    const created = await insertApplication(core, queries, { projectId: maker.projectId, name, type: 'openid', rights: byAdministrator ? maker.rights ?? [] : [], actor: maker.actor });
    await queries.insertInto('openid_clients').values({
      application_id: created.clientId, ...row, mpin_id_allowed: byAdministrator && maker.mpinIdAllowed === true ? 1 : 0, owner: maker.account ?? null,
      approved_at: byAdministrator ? core.now() : null, changed_at: core.now(),
    }).execute();
    await registerRedirectUris(core, queries, created.clientId, redirects);
    return created;
  });
}

/**
 * Changes an application of the maker's project. Another name, logo or way back makes people be asked for consent anew.
 *
 * @throws PlatformError NOT_FOUND, INVALID_REQUEST_PARAMETERS, HOST_NOT_PROVED, REDIRECT_URI_TAKEN
 */
export async function changeOpenidApplication(core: Pick<Core, 'db' | 'now' | 'config'>, maker: Maker, id: string, application: OpenidApplication): Promise<void> {
  const { name, redirects, row } = check(core, application);
  await requireProof(core, maker, redirects);
  await core.db.transaction(async (queries) => {
    const named = await queries.updateTable('applications').set({ name }).where('id', '=', id).where('project_id', '=', maker.projectId).returning('id').executeTakeFirst();
    const changed = named && await queries.updateTable('openid_clients').set({ ...row, changed_at: core.now() }).where('application_id', '=', id)
      .where((eb) => (maker.account === undefined ? eb.lit(true) : eb('owner', '=', maker.account))).returning('application_id').executeTakeFirst();
    if (changed === undefined) throw new PlatformError('NOT_FOUND', `There is no application ${id}.`);
    await registerRedirectUris(core, queries, id, redirects);
    await auditApplication(queries, 'applicationChanged', id, maker.actor, core.now());
  });
}

/**
 * Removes what an account registered, in one transaction: nobody signs in to it any more, what it was granted is worthless, and its redirect URIs
 * are free again. Its id stays for the audit log.
 *
 * @throws PlatformError NOT_FOUND where the account has no such application
 */
export async function removeOpenidApplication(core: Pick<Core, 'db' | 'now'>, maker: Maker & { readonly account: string }, id: string): Promise<void> {
  await core.db.transaction(async (queries) => {
    const own = await queries.selectFrom('openid_clients').select('application_id').where('application_id', '=', id).where('owner', '=', maker.account).executeTakeFirst();
    if (own === undefined) throw new PlatformError('NOT_FOUND', `There is no application ${id}.`);
    await disableWithin(queries, id, maker.actor, core.now());
    await queries.deleteFrom('redirect_uris').where('application_id', '=', id).execute();
    await queries.deleteFrom('consents').where('client_id', '=', id).execute();
    await queries.deleteFrom('oidc_payloads').where('client_id', '=', id).execute();
  });
}

/** An administrator's decision about an application. @throws PlatformError NOT_FOUND */
async function decide({ db, now }: Pick<Core, 'db' | 'now'>, id: string, decision: Updateable<OpenidClientTable>, actor: string): Promise<void> {
  await db.transaction(async (queries) => {
    const changed = await queries.updateTable('openid_clients').set(decision).where('application_id', '=', id).returning('application_id').executeTakeFirst();
    if (changed === undefined) throw new PlatformError('NOT_FOUND', `There is no OpenID application ${id}.`);
    await auditApplication(queries, 'applicationChanged', id, actor, now());
  });
}

/** Lets strangers see the consent page of an application that a person registered, or no longer. @throws PlatformError NOT_FOUND */
export async function approveOpenidApplication(store: Pick<Core, 'db' | 'now'>, id: string, approved: boolean, actor: string): Promise<void> {
  await decide(store, id, { approved_at: approved ? store.now() : null }, actor);
}

/** Lets an application ask for M-Pin ids (docs/security.md), or no longer. @throws PlatformError NOT_FOUND */
export async function allowMpinIds(store: Pick<Core, 'db' | 'now'>, id: string, allowed: boolean, actor: string): Promise<void> {
  await decide(store, id, { mpin_id_allowed: allowed ? 1 : 0 }, actor);
}
