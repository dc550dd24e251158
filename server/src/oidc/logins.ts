import type { Selectable } from 'kysely';
import { findActivation } from '../core/activations.ts';
import type { Caller, Core } from '../core/core.ts';
import { PlatformError } from '../core/errors.ts';
import { findProject } from '../core/projects.ts';
import { startSession } from '../core/sessions.ts';
import { normaliseUserId } from '../core/user-ids.ts';
import type { OidcLoginTable } from '../store/schema-oidc.ts';

/** A log-in page and the session (docs/protocol.md 3) through which it hears that a PIN was proved, here or on a phone. */
export interface Login {
  /** Public: the PIN-pad signs in for it, and so may a phone. */
  readonly accessId: string;
  /** Secret: stays with the platform, which collects for the page. */
  readonly webOTT: string;
  /** What became of the activation token that the request brought. */
  readonly activation: OidcLoginTable['activation'];
}

/** What a log-in page is made for. */
export interface LoginRequest {
  /** The interaction's name, bound to the browser by its cookie. */
  readonly uid: string;
  readonly projectId: string;
  /** As the audit log names it; `undefined` for pages of the platform itself. */
  readonly applicationId: string | undefined;
  readonly applicationName: string;
  readonly userId: string | undefined;
  readonly activationToken: string | undefined;
  /** Until when the interaction lives, Unix milliseconds. */
  readonly expiresAt: number;
}

const digestOf = (core: Core, uid: string): string => core.hasher.digest('openid', `login ${uid}`);
const labelOf = (digest: string): string => `openid login ${digest}`;

function toLogin(core: Core, row: Selectable<OidcLoginTable>): Login {
  return { ...(JSON.parse(core.sealer.open(labelOf(row.uid_digest), row.secrets_sealed)) as Pick<Login, 'accessId' | 'webOTT'>), activation: row.activation };
}

/** Whether a token may register this user of this project now (docs/protocol.md 11.4). */
async function isForUser(core: Core, { projectId, userId, activationToken }: LoginRequest): Promise<boolean> {
  if (activationToken === undefined || userId === undefined) return false;
  try {
    const activation = await findActivation(core, activationToken);
    return activation.project_id === projectId && activation.user_id === normaliseUserId(userId);
  } catch (error) {
    if (error instanceof PlatformError) return false;
    throw error;
  }
}

/**
 * The log-in of an interaction: the one that it has, while its session lives, else a new one. A page that is loaded again, or shown in two
 * tabs, is one log-in. A token to register with is judged once: what was refused stays refused.
 */
export async function openLogin(core: Core, caller: Caller, request: LoginRequest): Promise<Login> {
  const digest = digestOf(core, request.uid);
  const now = core.now();
  const find = () => core.db.queries.selectFrom('oidc_logins').selectAll().where('uid_digest', '=', digest).executeTakeFirst();
  const found = await find();
  const living = found === undefined ? undefined : await core.db.queries.selectFrom('sessions').select('status')
    .where('access_digest', '=', found.access_digest).where('status', '!=', 'abort').where('expires_at', '>', now).executeTakeFirst();
  if (found !== undefined && (living !== undefined || found.activation === 'refused')) return toLogin(core, found);
  const project = await findProject(core, request.projectId);
  if (project === undefined) throw new PlatformError('UNKNOWN_PROJECT', 'The project is gone.');
  const activation = found?.activation ?? (request.activationToken === undefined ? 'none' : (await isForUser(core, request)) ? 'offered' : 'refused');
  const session = await startSession(core, { ...caller, origin: core.config.publicUrl }, project, {
    userId: normaliseUserId(request.userId ?? ''), description: request.applicationName, hash: '', browser: undefined,
    applicationId: request.applicationId,
  });
  const row = {
    access_digest: core.hasher.digest('accessId', session.accessId), secrets_sealed: core.sealer.seal(labelOf(digest), JSON.stringify({ accessId: session.accessId, webOTT: session.webOTT })),
    activation, expires_at: request.expiresAt,
  };
  const insert = core.db.queries.insertInto('oidc_logins').values({ uid_digest: digest, ...row });
  // Of two tabs that open the page at once, the one that comes second takes the log-in of the first.
  await (found === undefined ? insert.onConflict((conflict) => conflict.doNothing()) : insert.onConflict((conflict) => conflict.column('uid_digest')
    .doUpdateSet(row).where('oidc_logins.access_digest', '=', found.access_digest))).execute();
  const kept = await find();
  if (kept === undefined) throw new Error('A log-in vanished while it was made.');
  return toLogin(core, kept);
}

/** The log-in of an interaction, as it was opened. */
export async function findLogin(core: Core, uid: string): Promise<Login | undefined> {
  const row = await core.db.queries.selectFrom('oidc_logins').selectAll().where('uid_digest', '=', digestOf(core, uid)).executeTakeFirst();
  return row && toLogin(core, row);
}

/** Whether a token that was taken can still be used: it is not, once an identity was made from it. */
export async function isUnused(core: Core, activationToken: string): Promise<boolean> {
  return findActivation(core, activationToken).then(() => true, (error: unknown) => {
    if (error instanceof PlatformError) return false;
    throw error;
  });
}

/** Who proved a PIN for this log-in. */
export interface Proved {
  readonly userId: string;
  readonly identityId: string;
}

/** Who proved a PIN for the log-in of this interaction, if somebody did. Asking again gives the same answer while the interaction lives. */
export async function collectLogin(core: Core, uid: string, projectId: string): Promise<Proved | undefined> {
  const row = await core.db.queries.selectFrom('oidc_logins').innerJoin('sessions', 'sessions.access_digest', 'oidc_logins.access_digest')
    .select(['sessions.authenticated_user_id', 'sessions.authenticated_identity_id']).where('oidc_logins.uid_digest', '=', digestOf(core, uid))
    .where('sessions.status', '=', 'authenticated').where('sessions.project_id', '=', projectId).where('sessions.expires_at', '>', core.now()).executeTakeFirst();
  return row && { userId: row.authenticated_user_id, identityId: row.authenticated_identity_id };
}

/**
 * Remembers which browser session the PIN proved for this log-in has made, and for which application, so that the phone can end it
 * (docs/protocol.md 3.8).
 *
 * @returns whether the phone has ended it meanwhile
 */
export async function bindLogin(core: Core, uid: string, { sessionUid, clientId }: { readonly sessionUid: string; readonly clientId: string }): Promise<boolean> {
  const login = await core.db.queries.selectFrom('oidc_logins').select('access_digest').where('uid_digest', '=', digestOf(core, uid)).executeTakeFirst();
  if (login === undefined) return false;
  const row = await core.db.queries.updateTable('remote_sign_ins').set({ sid: sessionUid, application_id: clientId, collected_at: core.now() })
    .where('access_digest', '=', login.access_digest).returning('signed_out_at').executeTakeFirst();
  return row !== undefined && row.signed_out_at !== null;
}
