import type { ClientMetadata } from 'oidc-provider';
import { isSecretOf } from '../core/applications.ts';
import type { Core } from '../core/core.ts';
import { CONSOLE_PROJECT, findProject } from '../core/projects.ts';
import { accountClient, accountProject, CONSOLE_CLIENT, consoleClient } from './built-in.ts';

type Store = Pick<Core, 'db' | 'config'>;

/** An application as its log-in and consent pages need it. URLs are empty where there are none. */
export interface OpenidClient {
  readonly id: string;
  readonly projectId: string;
  readonly name: string;
  readonly isPublic: boolean;
  readonly logoUrl: string;
  readonly startUrl: string;
  readonly initiateLoginUri: string;
  readonly postLogoutUris: readonly string[];
  readonly logoutUri: string;
  readonly redirectUris: readonly string[];
  readonly mpinIdAllowed: boolean;
  /** The account that registered it; `undefined` where an administrator did. */
  readonly owner: string | undefined;
  readonly approved: boolean;
  /** Unix milliseconds: consent given before is asked for anew. */
  readonly changedAt: number;
  /** True for pages of the platform itself: no consent is asked for them. */
  readonly builtIn: boolean;
}

/** What ids of applications are made of; anything else is no id and reaches no database. */
const ID = /^[\w.-]{1,100}$/;

/** The application of this id, where it is active and of type `openid`. */
export async function findClient({ db, config }: Store, id: string): Promise<OpenidClient | undefined> {
  if (!ID.test(id)) return undefined;
  if (id === CONSOLE_CLIENT) {
    const project = await findProject({ db }, CONSOLE_PROJECT);
    return project && consoleClient(config.publicUrl, project);
  }
  const accountsOf = accountProject(id);
  if (accountsOf !== undefined) {
    const project = await findProject({ db }, accountsOf);
    return project && accountClient(config.publicUrl, project);
  }
  return readClient({ db }, id, true);
}

/** What an application of type `openid` is told, in whatever state it is, or only while it is active. */
export async function readClient({ db }: Pick<Core, 'db'>, id: string, onlyActive = false): Promise<OpenidClient | undefined> {
  const row = await db.queries.selectFrom('applications').innerJoin('openid_clients', 'openid_clients.application_id', 'applications.id')
    .selectAll().where('applications.id', '=', id).where('applications.type', '=', 'openid').executeTakeFirst();
  if (row === undefined || (onlyActive && row.active !== 1)) return undefined;
  const uris = await db.queries.selectFrom('redirect_uris').select('uri').where('application_id', '=', id).orderBy('created_at').orderBy('uri').execute();
  return {
    id, projectId: row.project_id, name: row.name, isPublic: row.is_public === 1, logoUrl: row.logo_url, startUrl: row.start_url,
    initiateLoginUri: row.initiate_login_uri, postLogoutUris: JSON.parse(row.post_logout_uris) as string[], logoutUri: row.logout_uri,
    redirectUris: uris.map(({ uri }) => uri), mpinIdAllowed: row.mpin_id_allowed === 1, owner: row.owner ?? undefined,
    approved: row.approved_at !== null, changedAt: row.changed_at, builtIn: false,
  };
}

/** Stands where the library wants a secret; what is compared is the digest (docs/security.md). */
const KEPT_AS_DIGEST = 'kept as a digest';

/** True for a redirect URI of an app on a device rather than of a site: loopback, or a scheme of its own (RFC 8252). */
function isNative(uri: string): boolean {
  const { protocol, hostname } = new URL(uri);
  return protocol !== 'https:' && (protocol !== 'http:' || ['127.0.0.1', '[::1]', 'localhost'].includes(hostname));
}

/** True for a program on a device, which can prove nothing of itself: people are asked for consent at every sign-in (RFC 8252, section 8.6). */
export function isOnDevice({ isPublic, builtIn, redirectUris }: OpenidClient): boolean {
  return isPublic && !builtIn && redirectUris.every(isNative);
}

/** The application in the words of OpenID Connect Dynamic Client Registration 1.0, section 2. */
export function metadataOf(client: OpenidClient): ClientMetadata {
  return {
    client_id: client.id, client_name: client.name, redirect_uris: [...client.redirectUris], post_logout_redirect_uris: [...client.postLogoutUris],
    application_type: isOnDevice(client) ? 'native' : 'web',
    grant_types: ['authorization_code', 'refresh_token'], response_types: ['code'],
    ...(client.isPublic ? { token_endpoint_auth_method: 'none' } : { token_endpoint_auth_method: 'client_secret_basic', client_secret: KEPT_AS_DIGEST }),
    ...(client.logoutUri === '' ? {} : { backchannel_logout_uri: client.logoutUri, backchannel_logout_session_required: true }),
    ...(client.initiateLoginUri === '' ? {} : { initiate_login_uri: client.initiateLoginUri }),
  };
}

/** Whether this is an application's secret, or its former one while that still holds. */
export async function isClientSecret(store: Pick<Core, 'db' | 'hasher' | 'now'>, id: string, secret: string): Promise<boolean> {
  return isSecretOf(store, await store.db.queries.selectFrom('applications').selectAll().where('id', '=', id).executeTakeFirst(), secret);
}
