import type { Selectable } from 'kysely';
import type { RemoteSignInTable } from '../store/schema-phone.ts';
import { audit } from './audit.ts';
import type { Caller, Core } from './core.ts';
import { invalidSession } from './identities.ts';

/** A sign-in that was ended from elsewhere, as its application knows it. */
export interface EndedSignIn {
  readonly projectId: string;
  /** The application that the token was for; `undefined` where its page belongs to none. */
  readonly applicationId: string | undefined;
  /** The token's `sub` and `sid`. */
  readonly userId: string;
  readonly sid: string;
}

/** Tells a site's server that a sign-in is over, such as by OpenID Connect Back-Channel Logout 1.0. It retries by itself; failures are its own to log. */
export interface BackChannel {
  signedOut(ended: EndedSignIn): Promise<void>;
}

/** The way to sites' servers that each platform has; none where no OpenID provider runs. */
const channels = new WeakMap<Core, BackChannel>();

/** Has a platform's sites told of sign-outs. */
export function useBackChannel(core: Core, channel: BackChannel): void {
  channels.set(core, channel);
}

type RemoteSignIn = Selectable<RemoteSignInTable>;

/** Who ends a sign-in: the phone that made it, or the page that it was made for. */
export type SignOutClaim = { readonly signOutHandle: string } | { readonly webOTT: string };

async function findSignIn(core: Core, claim: SignOutClaim): Promise<RemoteSignIn | undefined> {
  const query = core.db.queries.selectFrom('remote_sign_ins').selectAll().where('expires_at', '>', core.now());
  return 'webOTT' in claim
    ? query.where('secret_digest', '=', core.hasher.digest('webOTT', claim.webOTT)).executeTakeFirst()
    : query.where('handle_digest', '=', core.hasher.digest('signOut', claim.signOutHandle)).executeTakeFirst();
}

/** The project of what a claim names, for the check of the page's origin. */
export async function projectOfSignIn(core: Core, claim: SignOutClaim): Promise<string | undefined> {
  return (await findSignIn(core, claim))?.project_id;
}

/**
 * Ends a sign-in that a phone made on another device (docs/protocol.md 3.8): its token can no longer be collected, its page is woken, and where it had
 * been collected, its site's server told. Harmless when it was ended before.
 *
 * @throws PlatformError INVALID_AUTHENTICATION_SESSION where there is nothing to end
 */
export async function signOut(core: Core, caller: Caller, claim: SignOutClaim): Promise<void> {
  const found = await findSignIn(core, claim);
  if (found === undefined) throw invalidSession();
  const now = core.now();
  const ended = await core.db.transaction(async (queries) => {
    const row = await queries.updateTable('remote_sign_ins').set({ signed_out_at: now })
      .where('access_digest', '=', found.access_digest).where('signed_out_at', 'is', null).returningAll().executeTakeFirst();
    if (row !== undefined) await audit(queries, 'signedOut', { projectId: row.project_id, userId: row.user_id, identityId: row.identity_id, applicationId: row.application_id ?? undefined, ip: caller.ip }, now);
    return row;
  });
  if (ended === undefined) return;
  core.wakeups.wake(ended.access_digest);
  if (ended.collected_at === null) return;
  channels.get(core)?.signedOut({ projectId: ended.project_id, applicationId: ended.application_id ?? undefined, userId: ended.user_id, sid: ended.sid })
    .catch((error: unknown) => core.log.error({ err: error instanceof Error ? error.name : 'unknown' }, 'a site could not be told of a sign-out'));
}

/** What the page that was signed in learns of it. */
export interface SignOutView {
  readonly signedOut: boolean;
}

/** How the sign-in of a page stands, by its webOTT; `undefined` where there is none (any more). */
export async function viewSignOut(core: Core, webOTT: string): Promise<{ view: SignOutView; accessDigest: string } | undefined> {
  const found = await findSignIn(core, { webOTT });
  return found && { view: { signedOut: found.signed_out_at !== null }, accessDigest: found.access_digest };
}
