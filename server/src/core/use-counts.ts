import type { Queries } from '../store/database.ts';
import { backoff } from './errors.ts';

/** Something that may be done so often within a window of time, by all nodes together. */
export interface Limited {
  readonly subject: string;
  readonly limit: number;
  readonly windowMs: number;
}

/** What is counted of one user, by any of their devices. */
export function subjectOfUser(what: 'push' | 'quickcode', projectId: string, userId: string): string {
  return `${what} ${projectId} ${userId}`;
}

/**
 * Counts one use, in one statement. A window begins with its first use. Within a transaction the subject is locked until its end.
 *
 * @param now - Unix milliseconds
 * @returns uses left after this one
 * @throws PlatformError REQUEST_BACKOFF where none was left
 */
export async function countUse(queries: Queries, { subject, limit, windowMs }: Limited, now: number): Promise<number> {
  const row = await queries.insertInto('use_counts').values({ subject, uses: 1, expires_at: now + windowMs })
    .onConflict((conflict) => conflict.column('subject').doUpdateSet((eb) => ({
      uses: eb.case().when('use_counts.expires_at', '<=', now).then(1).else(eb('use_counts.uses', '+', 1)).end(),
      expires_at: eb.case().when('use_counts.expires_at', '<=', now).then(now + windowMs).else(eb.ref('use_counts.expires_at')).end(),
    })).where((eb) => eb.or([eb('use_counts.expires_at', '<=', now), eb('use_counts.uses', '<', limit)])))
    .returning('uses').executeTakeFirst();
  if (row !== undefined) return Math.max(0, limit - row.uses);
  const window = await queries.selectFrom('use_counts').select('expires_at').where('subject', '=', subject).executeTakeFirst();
  throw backoff(window?.expires_at ?? now + windowMs);
}

/** Takes a use back that turned out to be none. */
export async function giveBackUse(queries: Queries, { subject }: Limited): Promise<void> {
  await queries.updateTable('use_counts').set((eb) => ({ uses: eb('uses', '-', 1) })).where('subject', '=', subject).where('uses', '>', 0).execute();
}
