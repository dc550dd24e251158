import type { Selectable } from 'kysely';
import { newName, newSecret } from '../keys/secrets.ts';
import type { SessionStatus, SessionTable, VerificationState } from '../store/schema.ts';
import type { Core } from './core.ts';
import { invalidParameters } from './errors.ts';
import type { Project } from './projects.ts';

/** What a new session is for (docs/protocol.md 3.1). */
export interface SessionRequest {
  readonly userId: string;
  readonly description: string;
  /** Hex of what is to be signed; empty for a sign-in. */
  readonly hash: string;
  /** The starter's browser, where it is a page of our own origin. */
  readonly browser: string | undefined;
}

/** The secret and the name of a new session. */
export interface NewSession {
  readonly webOTT: string;
  readonly accessId: string;
}

const FINAL: readonly SessionStatus[] = ['abort', 'authenticated', 'signed'];

/** True once nothing more can happen to a session. */
export function isFinal(status: SessionStatus | 'expired'): boolean {
  return status === 'expired' || FINAL.includes(status);
}

/** Opens a session. */
export async function startSession(core: Core, project: Project, request: SessionRequest): Promise<NewSession> {
  const created = { webOTT: newSecret(), accessId: newName() };
  const now = core.now();
  await core.db.queries.insertInto('sessions').values({
    access_digest: core.hasher.digest('accessId', created.accessId), secret_digest: core.hasher.digest('webOTT', created.webOTT),
    project_id: project.id, user_id: request.userId, description: request.description, hash: request.hash, status: 'new',
    authenticated_user_id: '', signature: '', browser_digest: request.browser === undefined ? null : core.hasher.digest('browser', request.browser),
    verification_id: null, created_at: now, expires_at: now + core.config.sessionSeconds * 1000,
  }).execute();
  return created;
}

/** A living session by its secret. */
export async function sessionBySecret(core: Core, webOTT: string): Promise<Selectable<SessionTable> | undefined> {
  return core.db.queries.selectFrom('sessions').selectAll()
    .where('secret_digest', '=', core.hasher.digest('webOTT', webOTT)).where('expires_at', '>', core.now()).executeTakeFirst();
}

/** A living session by its public name. */
export async function sessionByName(core: Core, accessId: string): Promise<Selectable<SessionTable> | undefined> {
  return core.db.queries.selectFrom('sessions').selectAll()
    .where('access_digest', '=', core.hasher.digest('accessId', accessId)).where('expires_at', '>', core.now()).executeTakeFirst();
}

/** What whoever started a session sees of it (docs/protocol.md 3.2). */
export interface SessionView {
  readonly status: SessionStatus | 'expired';
  readonly statusCode: 200 | 404;
  readonly userId: string;
  readonly redirectURL: string;
  readonly signature?: string;
  readonly verification?: { readonly state: VerificationState | 'expired'; readonly userId: string; readonly method: 'link' | 'code' };
}

const EXPIRED: SessionView = { status: 'expired', statusCode: 404, userId: '', redirectURL: '' };

/** The view of a session, and the session behind it; an unknown or expired secret gives the view of an expired one. */
export async function viewSession(core: Core, webOTT: string): Promise<{ view: SessionView; session: Selectable<SessionTable> | undefined }> {
  const session = await sessionBySecret(core, webOTT);
  if (session === undefined) return { view: EXPIRED, session };
  const verification = session.verification_id === null ? undefined : await core.db.queries.selectFrom('verifications')
    .select(['state', 'asked_user_id', 'method', 'expires_at']).where('id', '=', session.verification_id).executeTakeFirst();
  const lapsed = verification?.state === 'sent' && verification.expires_at <= core.now();
  const view: SessionView = {
    status: session.status, statusCode: 200, userId: session.authenticated_user_id, redirectURL: '',
    ...(session.status === 'signed' ? { signature: session.signature } : {}),
    ...(verification === undefined ? {} : { verification: { state: lapsed ? 'expired' : verification.state, userId: verification.asked_user_id, method: verification.method } }),
  };
  return { view, session };
}

const NEXT: Readonly<Record<'wid' | 'user' | 'abort' | 'signed', readonly SessionStatus[]>> = {
  wid: ['new'],
  user: ['new', 'wid'],
  abort: ['new', 'wid', 'user'],
  signed: ['new', 'wid', 'user'],
};

/** What a device reports of a session (docs/protocol.md 3.4). */
export interface DeviceReport {
  readonly status: 'wid' | 'user' | 'abort' | 'signed';
  /** Base64 of the signature object, with `signed`. */
  readonly signature: string;
}

/**
 * Takes a device's report. A session in a final state stays as it is.
 *
 * @returns the session
 * @throws PlatformError INVALID_REQUEST_PARAMETERS for an unknown session, or `signed` where nothing was to be signed
 */
export async function reportSession(core: Core, accessId: string, report: DeviceReport): Promise<Selectable<SessionTable>> {
  const session = await sessionByName(core, accessId);
  if (session === undefined) throw invalidParameters('wid');
  if (report.status === 'signed' && session.hash === '') throw invalidParameters('status');
  const changed = await core.db.queries.updateTable('sessions')
    .set({ status: report.status, ...(report.status === 'signed' ? { signature: report.signature } : {}) })
    .where('access_digest', '=', session.access_digest).where('status', 'in', NEXT[report.status]).where('expires_at', '>', core.now())
    .returning('status').executeTakeFirst();
  if (changed !== undefined) core.wakeups.wake(session.access_digest);
  return session;
}
