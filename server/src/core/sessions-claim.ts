import { randomUUID } from 'node:crypto';
import type { Transaction } from 'kysely';
import { newSecret } from '../keys/secrets.ts';
import type { Schema } from '../store/schema.ts';
import type { Caller, Core } from './core.ts';
import { PlatformError } from './errors.ts';
import type { Identity } from './identities.ts';
import { applicationOfOrigin } from './projects.ts';
import { OPEN } from './sessions.ts';
import type { Session } from './sessions.ts';

type Queries = Transaction<Schema>;

/** The answer to a proof for a session that it cannot complete, and why; never a strike (docs/protocol.md 3.7). */
function unclaimable(session: 'expired' | 'claimed' | 'declined'): PlatformError {
  return new PlatformError('INVALID_AUTHENTICATION_SESSION', 'The session of the other device cannot be completed.', { session });
}

/**
 * Whether an identity may prove its PIN again for the session that is claimed. Whoever made the claim may until it was collected or ended: a request
 * is for one use, and a later proof would say of nothing that it succeeded. Whoever renews the secrets of that identity goes on with its sign-in.
 */
async function mayProveAgain(queries: Queries, accessDigest: string, identity: Identity): Promise<PlatformError | undefined> {
  const claim = await queries.selectFrom('remote_sign_ins').select(['identity_id', 'collected_at', 'signed_out_at']).where('access_digest', '=', accessDigest).executeTakeFirst();
  if (claim !== undefined && claim.identity_id === identity.replaces) return undefined;
  if (claim?.identity_id !== identity.id) return unclaimable('claimed');
  return claim.collected_at === null && claim.signed_out_at === null ? undefined : unclaimable('expired');
}

/**
 * Whether a right PIN of this identity could complete the session now.
 *
 * @returns the error to answer with, where it could not
 */
export async function mayClaim(queries: Queries, accessDigest: string, identity: Identity, now: number): Promise<PlatformError | undefined> {
  const session = await queries.selectFrom('sessions').select(['status', 'claim_until']).where('access_digest', '=', accessDigest)
    .where('project_id', '=', identity.project_id).where('hash', '=', '').where('expires_at', '>', now).executeTakeFirst();
  if (session === undefined) return unclaimable('expired');
  if (session.status === 'abort') return unclaimable('declined');
  if (!OPEN.includes(session.status)) return mayProveAgain(queries, accessDigest, identity);
  return session.claim_until !== null && session.claim_until <= now ? unclaimable('expired') : undefined;
}

/** What the phone gets of a claim. */
export interface Claim {
  /** The right to end the sign-in (docs/protocol.md 3.8). */
  readonly signOutHandle: string;
}

/**
 * Completes a session for an identity whose PIN was proved, in one statement, so that of two phones one wins. The same one may do so again until
 * it is collected, and the one that renews its secrets meanwhile.
 *
 * @returns the claim, or the error of who came too late
 */
export async function claimSession(core: Core, queries: Queries, accessDigest: string, identity: Identity, now: number): Promise<Claim | PlatformError> {
  const signOutHandle = newSecret();
  const handleDigest = core.hasher.digest('signOut', signOutHandle);
  const won = await queries.updateTable('sessions').set((eb) => ({
    status: 'authenticated', authenticated_user_id: identity.user_id, authenticated_identity_id: identity.id,
    expires_at: eb.case().when('claim_until', 'is', null).then(eb.ref('expires_at')).else(now + core.config.claimSeconds * 1000).end(),
  }))
    .where('access_digest', '=', accessDigest).where('project_id', '=', identity.project_id).where('hash', '=', '').where('status', 'in', OPEN).where('expires_at', '>', now)
    .where((eb) => eb.or([eb('claim_until', 'is', null), eb('claim_until', '>', now)]))
    .returning('secret_digest').executeTakeFirst();
  if (won === undefined) {
    const again = await mayClaim(queries, accessDigest, identity, now);
    if (again !== undefined) return again;
    await queries.updateTable('remote_sign_ins').set({ identity_id: identity.id, handle_digest: handleDigest }).where('access_digest', '=', accessDigest).execute();
    return { signOutHandle };
  }
  await queries.insertInto('remote_sign_ins').values({
    access_digest: accessDigest, handle_digest: handleDigest, secret_digest: won.secret_digest, project_id: identity.project_id, identity_id: identity.id,
    user_id: identity.user_id, sid: randomUUID(), application_id: null, claimed_at: now, collected_at: null, signed_out_at: null, expires_at: now + core.config.signOutSeconds * 1000,
  }).execute();
  return { signOutHandle };
}

/**
 * The sign-in token of a claimed session, made now and given once, to the origin that started it (docs/protocol.md 3.7).
 *
 * @returns `undefined` where there is nothing to collect (any more)
 * @throws PlatformError ORIGIN_NOT_ALLOWED for another origin's page; its token waits on
 */
export async function collectToken(core: Core, caller: Caller, session: Session, nonce: string | undefined): Promise<string | undefined> {
  if (session.status !== 'authenticated' || session.hash !== '') return undefined;
  if (session.origin !== (caller.origin ?? '')) throw new PlatformError('ORIGIN_NOT_ALLOWED', 'Only the page that started this session may collect its token.');
  const now = core.now();
  const applicationId = caller.origin === undefined ? undefined : await applicationOfOrigin(core, session.project_id, caller.origin);
  const signIn = await core.db.queries.updateTable('remote_sign_ins').set({ collected_at: now, application_id: applicationId ?? null })
    .where('access_digest', '=', session.access_digest).where('collected_at', 'is', null).where('signed_out_at', 'is', null).returningAll().executeTakeFirst();
  if (signIn === undefined) return undefined;
  return core.tokens.signIn({
    projectId: signIn.project_id, userId: signIn.user_id, applicationId, origin: caller.origin, nonce, sid: signIn.sid, authTime: Math.floor(signIn.claimed_at / 1000),
  });
}
