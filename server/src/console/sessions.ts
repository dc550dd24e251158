import type { Core } from '../core/core.ts';
import { CONSOLE_PROJECT } from '../core/projects.ts';
import { newSecret, SECRET_PATTERN } from '../keys/secrets.ts';

/** Somebody signed in to the console. */
export interface ConsoleSession {
  /** The account of the console's project: an address that its owner proved. */
  readonly userId: string;
  /** Keyed digest of the session's secret: what forms and notes of this session are bound to. */
  readonly digest: string;
}

/** A session ends after half an hour without a request, and after twelve hours in any case. */
export const IDLE_MS = 30 * 60_000;
export const LONGEST_MS = 12 * 3_600_000;

type Store = Pick<Core, 'db' | 'hasher' | 'now' | 'config'>;

/**
 * Opens a session for whoever proved the PIN of this identity.
 *
 * @returns its secret, for the cookie; `undefined` where the identity is none of the console's, or its address was never proved
 */
export async function openConsoleSession(core: Core, userId: string, identityId: string): Promise<string | undefined> {
  const now = core.now();
  const identity = await core.db.queries.selectFrom('identities').select('id').where('id', '=', identityId).where('project_id', '=', CONSOLE_PROJECT).where('user_id', '=', userId)
    .where('state', '=', 'active').where('address_proved', '=', 1).executeTakeFirst();
  if (identity === undefined) return undefined;
  const secret = newSecret();
  await core.db.queries.insertInto('console_sessions').values({
    id_digest: core.hasher.digest('console', secret), user_id: userId, identity_id: identityId, created_at: now, idle_until: now + IDLE_MS, expires_at: now + LONGEST_MS,
  }).execute();
  return secret;
}

/** The session of a cookie's value, kept open a while longer; it ends with its device. */
export async function findConsoleSession({ db, hasher, now }: Store, secret: string | undefined): Promise<ConsoleSession | undefined> {
  if (secret === undefined || !SECRET_PATTERN.test(secret)) return undefined;
  const digest = hasher.digest('console', secret);
  const at = now();
  const row = await db.queries.updateTable('console_sessions').set({ idle_until: at + IDLE_MS }).where('id_digest', '=', digest).where('idle_until', '>', at).where('expires_at', '>', at)
    .where((eb) => eb.exists(eb.selectFrom('identities').select('id').whereRef('identities.id', '=', 'console_sessions.identity_id').where('state', '=', 'active'))).returning('user_id').executeTakeFirst();
  return row && { userId: row.user_id, digest };
}

/** Signs out. */
export async function endConsoleSession({ db }: Pick<Core, 'db'>, { digest }: ConsoleSession): Promise<void> {
  await db.queries.deleteFrom('console_notes').where('session_digest', '=', digest).execute();
  await db.queries.deleteFrom('console_sessions').where('id_digest', '=', digest).execute();
}
