import { randomBytes } from 'node:crypto';
import { resolveTxt } from 'node:dns/promises';
import { callOut } from './outgoing.ts';
import type { Queries } from '../store/database.ts';
import type { Core } from './core.ts';
import { PlatformError } from './errors.ts';

const MAX_LENGTH = 2000;
const LOOPBACK = new Set(['127.0.0.1', '[::1]', 'localhost']);
/** Schemes of apps carry a dot, as names of domains do (RFC 8252, 7.1); the others mean something to browsers. */
const APP_SCHEME = /^[a-z][a-z0-9+-]*(\.[a-z0-9+-]+)+:$/;

/** A redirect URI that can be registered. */
export interface RedirectUri {
  /** As requests must spell it. */
  readonly uri: string;
  /** What makes two spellings the same: unique in the whole system. */
  readonly normalised: string;
  /** Whose it has to be proved to be; `undefined` for loopback and app schemes, which belong to the device. */
  readonly host: string | undefined;
}

function wrong(): PlatformError {
  return new PlatformError('INVALID_REQUEST_PARAMETERS', 'A redirect URI is https (http for loopback alone) or an app\'s own scheme, absolute, without fragment and user name.', { params: 'redirectUri' });
}

function decoded(pathname: string): string {
  try {
    return decodeURI(pathname);
  } catch {
    throw wrong();
  }
}

/**
 * Judges a redirect URI (docs/protocol.md 11.7; OAuth 2.0 Security Best Current Practice, RFC 9700, 2.1; RFC 8252, 7).
 *
 * @throws PlatformError INVALID_REQUEST_PARAMETERS
 */
export function readRedirectUri(text: string): RedirectUri {
  const uri = text.trim();
  if (uri.length > MAX_LENGTH || /[\s\p{C}*\\]/u.test(uri) || uri.includes('#') || !URL.canParse(uri)) throw wrong();
  const url = new URL(uri);
  const { protocol, hostname, username, password, pathname } = url;
  if (username !== '' || password !== '') throw wrong();
  if (APP_SCHEME.test(protocol)) return { uri, normalised: uri, host: undefined };
  const loopback = LOOPBACK.has(hostname);
  if (protocol !== 'https:' && !(protocol === 'http:' && loopback)) throw wrong();
  if (/%2e|%2f|%5c/i.test(pathname)) throw wrong();
  const path = decoded(pathname).normalize('NFC').replace(/\/+$/, '') || '/';
  url.searchParams.sort();
  return { uri, normalised: `${protocol}//${url.host.replace(/\.$/, '')}${path}${url.search}`, host: loopback ? undefined : hostname };
}

/**
 * Registers redirect URIs for an application, within the caller's transaction, in place of those it had. Of two who register the same at once one gets it.
 *
 * @throws PlatformError REDIRECT_URI_TAKEN
 */
export async function registerRedirectUris({ now }: Pick<Core, 'now'>, queries: Queries, applicationId: string, uris: readonly RedirectUri[]): Promise<void> {
  await queries.deleteFrom('redirect_uris').where('application_id', '=', applicationId).execute();
  for (const { uri, normalised } of new Map(uris.map((one) => [one.normalised, one])).values()) {
    const inserted = await queries.insertInto('redirect_uris').values({ normalised, uri, application_id: applicationId, created_at: now() })
      .onConflict((conflict) => conflict.column('normalised').doNothing()).returning('normalised').executeTakeFirst();
    if (inserted === undefined) throw new PlatformError('REDIRECT_URI_TAKEN', 'Another application of this platform has registered this redirect URI.', { params: 'redirectUri' });
  }
}

/** Who proves a host: an account, or nobody in particular where an administrator does. */
export interface HostOwner {
  readonly projectId: string;
  /** The name of the account; empty for administrators. */
  readonly owner: string;
}

/** What to publish so that a host counts as somebody's. */
export interface HostChallenge {
  readonly host: string;
  /** Name and value of the TXT record. */
  readonly record: { readonly name: string; readonly value: string };
  /** URL and content of the file. */
  readonly file: { readonly url: string; readonly content: string };
  readonly proved: boolean;
}

function challengeOf(host: string, token: string, proved: boolean): HostChallenge {
  return {
    host, proved, record: { name: `_mpin-platform.${host}`, value: `mpin-platform=${token}` },
    file: { url: `https://${host}/.well-known/mpin-platform.txt`, content: token },
  };
}

/** What this owner publishes to prove this host; the same each time. */
export async function challengeFor({ db, now }: Pick<Core, 'db' | 'now'>, { projectId, owner }: HostOwner, host: string): Promise<HostChallenge> {
  const token = randomBytes(24).toString('base64url');
  await db.queries.insertInto('host_proofs').values({ project_id: projectId, owner, host, token, proved_at: null, created_at: now() })
    .onConflict((conflict) => conflict.doNothing()).execute();
  const row = await db.queries.selectFrom('host_proofs').selectAll().where('project_id', '=', projectId).where('owner', '=', owner).where('host', '=', host).executeTakeFirstOrThrow();
  return challengeOf(host, row.token, row.proved_at !== null);
}

/** How hosts are asked; tests bring their own DNS and their own web. */
export interface HostLooks {
  txt(name: string): Promise<readonly (readonly string[])[]>;
  get(url: string): Promise<string>;
}

/** DNS and https as they are; nothing private is asked. */
export function internetLooks(allowLoopback: boolean): HostLooks {
  return {
    txt: resolveTxt,
    async get(url) {
      const { status, body } = await callOut(url, { method: 'GET', allowLoopback, timeoutMs: 5000, limit: 4096 });
      return status === 200 ? body : '';
    },
  };
}

/** Looks whether the proof is published, by DNS first, and remembers it if it is. */
export async function proveHost(core: Pick<Core, 'db' | 'now'>, owner: HostOwner, host: string, looks: HostLooks): Promise<boolean> {
  const challenge = await challengeFor(core, owner, host);
  if (challenge.proved) return true;
  const records = await looks.txt(challenge.record.name).catch(() => []);
  const byRecord = records.some((chunks) => chunks.join('') === challenge.record.value);
  const found = byRecord || (await looks.get(challenge.file.url).catch(() => '')).trim() === challenge.file.content;
  if (found) {
    await core.db.queries.updateTable('host_proofs').set({ proved_at: core.now() })
      .where('project_id', '=', owner.projectId).where('owner', '=', owner.owner).where('host', '=', host).execute();
  }
  return found;
}

/** The hosts among these that this owner has not proved yet. */
export async function unprovedHosts({ db }: Pick<Core, 'db'>, { projectId, owner }: HostOwner, uris: readonly RedirectUri[]): Promise<readonly string[]> {
  const hosts = [...new Set(uris.flatMap(({ host }) => (host === undefined ? [] : [host])))];
  if (hosts.length === 0) return [];
  const rows = await db.queries.selectFrom('host_proofs').select('host').where('project_id', '=', projectId).where('owner', '=', owner)
    .where('host', 'in', hosts).where('proved_at', 'is not', null).execute();
  const proved = new Set(rows.map(({ host }) => host));
  return hosts.filter((host) => !proved.has(host));
}
