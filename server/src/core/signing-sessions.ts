import type { Caller, Core } from './core.ts';
import { invalidParameters, PlatformError } from './errors.ts';
import { findIdentity } from './identities.ts';
import { OPEN, sessionByName } from './sessions.ts';
import type { Session } from './sessions.ts';
import { verifySignature } from './signing.ts';
import type { SignatureRequest } from './signing.ts';

/** A living session in which something is to be signed. @throws PlatformError INVALID_REQUEST_PARAMETERS */
export async function requireSigningSession(core: Core, id: string): Promise<Session> {
  const session = await sessionByName(core, id);
  if (session === undefined || session.hash === '' || session.status === 'abort') throw invalidParameters('id');
  return session;
}

/**
 * Takes the signature that a session waits for, and checks it first: it must be over the session's hash, by the person that the session names.
 *
 * @param signed - the signature object as it came, for whoever polls the session
 * @throws PlatformError INVALID_REQUEST_PARAMETERS, or what {@link verifySignature} throws
 */
export async function signSession(core: Core, caller: Caller, id: string, signature: SignatureRequest, signed: object): Promise<void> {
  const session = await requireSigningSession(core, id);
  if (signature.hash !== session.hash) throw invalidParameters('signature.hash');
  const identity = await findIdentity(core, signature.mpinId);
  if (session.user_id !== '' && identity?.user_id !== session.user_id) throw new PlatformError('UNSUCCESSFUL_AUTHENTICATION', 'The authentication was not successful.');
  await verifySignature(core, caller, { projectId: session.project_id, applicationId: undefined, actor: '', rights: [] }, signature);
  const changed = await core.db.queries.updateTable('sessions')
    .set({ status: 'signed', signature: Buffer.from(JSON.stringify({ ...signed, timestamp: signature.timestamp })).toString('base64'), authenticated_user_id: identity?.user_id ?? '' })
    .where('access_digest', '=', session.access_digest).where('status', 'in', OPEN).where('expires_at', '>', core.now()).returning('status').executeTakeFirst();
  if (changed === undefined) throw invalidParameters('id');
  core.wakeups.wake(session.access_digest);
}

/** Ends a session that was not signed yet. @throws PlatformError INVALID_REQUEST_PARAMETERS */
export async function endSigningSession(core: Core, id: string): Promise<void> {
  const session = await requireSigningSession(core, id);
  await core.db.queries.updateTable('sessions').set({ status: 'abort' }).where('access_digest', '=', session.access_digest).where('status', 'in', OPEN).execute();
  core.wakeups.wake(session.access_digest);
}
