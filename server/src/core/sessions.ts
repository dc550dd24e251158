import type { Selectable } from 'kysely';
import { newName, newSecret } from '../keys/secrets.ts';
import type { SessionStatus, SessionTable, VerificationState } from '../store/schema.ts';
import { issueAccessNumber } from './access-numbers.ts';
import type { Caller, Core } from './core.ts';
import { invalidParameters } from './errors.ts';
import { networkOf } from './network.ts';
import type { Project } from './projects.ts';
import { requireDeviceName } from './user-ids.ts';

export type Session = Selectable<SessionTable>;

/** What a new session is for (docs/protocol.md 3.1). */
export interface SessionRequest {
  readonly userId: string;
  readonly description: string;
  /** Hex of what is to be signed; empty for a sign-in. */
  readonly hash: string;
  /** The starter's browser, where it is a page of our own origin. */
  readonly browser: string | undefined;
  /** Whether phones may find it by a number (3.5). */
  readonly accessNumber?: boolean;
  /** What the starter calls itself. */
  readonly deviceName?: string | undefined;
  /** The application that it signs in to, where no page of the application's starts it. */
  readonly applicationId?: string | undefined;
}

/** The secret and the name of a new session; its number and until when it can be claimed (Unix milliseconds) where it has one. */
export interface NewSession {
  readonly webOTT: string;
  readonly accessId: string;
  readonly accessNumber?: string;
  readonly expiresAtMs?: number;
}

const FINAL: readonly SessionStatus[] = ['abort', 'authenticated', 'signed'];
/** States that a phone may still answer. */
export const OPEN: readonly SessionStatus[] = ['new', 'wid', 'user'];

/** True once nothing more can happen to a session. */
export function isFinal(status: SessionStatus | 'expired'): boolean {
  return status === 'expired' || FINAL.includes(status);
}

/**
 * Opens a session.
 *
 * @throws PlatformError INVALID_REQUEST_PARAMETERS for a number together with a user id or a hash
 */
export async function startSession(core: Core, caller: Caller, project: Project, request: SessionRequest): Promise<NewSession> {
  const numbered = request.accessNumber === true;
  if (numbered && request.userId !== '') throw invalidParameters('userId');
  if (numbered && request.hash !== '') throw invalidParameters('hash');
  const created = { webOTT: newSecret(), accessId: newName() };
  const accessDigest = core.hasher.digest('accessId', created.accessId);
  const now = core.now();
  const expiresAt = now + (numbered ? core.config.accessNumberSeconds : core.config.sessionSeconds) * 1000;
  const number = await core.db.transaction(async (queries) => {
    await queries.insertInto('sessions').values({
      access_digest: accessDigest, secret_digest: core.hasher.digest('webOTT', created.webOTT), project_id: project.id, user_id: request.userId,
      description: request.description, hash: request.hash, status: 'new', authenticated_user_id: '', signature: '',
      browser_digest: request.browser === undefined ? null : core.hasher.digest('browser', request.browser), verification_id: null, created_at: now, expires_at: expiresAt,
      claim_until: numbered ? expiresAt : null, origin: caller.origin ?? '', device_name: requireDeviceName(request.deviceName ?? ''), network: networkOf(caller.ip),
      application_id: request.applicationId ?? null,
    }).execute();
    return numbered ? issueAccessNumber(core, queries, { accessId: created.accessId, accessDigest, projectId: project.id, expiresAt }) : undefined;
  });
  return number === undefined ? created : { ...created, accessNumber: number, expiresAtMs: expiresAt };
}

/** A living session by its secret. */
export async function sessionBySecret(core: Core, webOTT: string): Promise<Session | undefined> {
  return core.db.queries.selectFrom('sessions').selectAll()
    .where('secret_digest', '=', core.hasher.digest('webOTT', webOTT)).where('expires_at', '>', core.now()).executeTakeFirst();
}

/** A living session by its public name. */
export async function sessionByName(core: Core, accessId: string): Promise<Session | undefined> {
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
  /** Until when its number can be claimed, Unix milliseconds. */
  readonly expiresAtMs?: number;
}

const EXPIRED: SessionView = { status: 'expired', statusCode: 404, userId: '', redirectURL: '' };

/** The view of a session, and the session behind it; an unknown or expired secret gives the view of an expired one. */
export async function viewSession(core: Core, webOTT: string): Promise<{ view: SessionView; session: Session | undefined }> {
  const session = await sessionBySecret(core, webOTT);
  if (session === undefined) return { view: EXPIRED, session };
  const open = OPEN.includes(session.status);
  const verification = session.verification_id === null ? undefined : await core.db.queries.selectFrom('verifications')
    .select(['state', 'asked_user_id', 'method', 'expires_at']).where('id', '=', session.verification_id).executeTakeFirst();
  const lapsed = verification?.state === 'sent' && verification.expires_at <= core.now();
  const view: SessionView = {
    status: session.status, statusCode: 200, userId: session.authenticated_user_id, redirectURL: '',
    ...(session.status === 'signed' ? { signature: session.signature } : {}),
    ...(verification === undefined ? {} : { verification: { state: lapsed ? 'expired' : verification.state, userId: verification.asked_user_id, method: verification.method } }),
    ...(open && session.claim_until !== null ? { expiresAtMs: session.claim_until } : {}),
  };
  return { view, session };
}
