import type { Config } from '../config/load.ts';
import type { Queries } from '../store/database.ts';
import { backoff } from './errors.ts';
import { networkOf, subscriberOf } from './network.ts';
import type { SharedRateLimiter } from './shared-rate-limiter.ts';
import { mailboxOf } from './user-ids.ts';

const DAY_MS = 86_400_000;
/** After so long without a mail the waits begin anew. */
const CALM_MS = 3_600_000;

/** Counts mails by where they were asked for, on all nodes together. */
export interface MailRates {
  readonly address: SharedRateLimiter;
  readonly network: SharedRateLimiter;
}

/** How many mails and codes a day, and the waits between them. */
export type MailLimits = Pick<Config, 'mailsPerDay' | 'codesPerDay' | 'mailBackoffSeconds'>;

/**
 * Counts a mail against the address and the network that asked for it.
 *
 * @throws PlatformError REQUEST_BACKOFF
 */
export async function countMailFrom(rates: MailRates, ip: string): Promise<void> {
  const later = await rates.address.take(subscriberOf(ip)) ?? await rates.network.take(networkOf(ip));
  if (later !== undefined) throw backoff(later);
}

/**
 * Counts a mail to a user: waits that grow from mail to mail, and so many mails and codes a day. Run it first in the
 * transaction that stores the code: its first statement takes the row's lock, so that two requests at once cannot both pass.
 *
 * @param now - Unix milliseconds
 * @returns when the next mail may be asked for, Unix milliseconds
 * @throws PlatformError REQUEST_BACKOFF
 */
export async function countMailTo(queries: Queries, limits: MailLimits, to: { projectId: string; userId: string; method: 'link' | 'code' }, now: number): Promise<number> {
  const mailbox = mailboxOf(to.userId);
  await queries.insertInto('mail_limits')
    .values({ project_id: to.projectId, user_id: mailbox, step: 0, day_start: now, day_mails: 0, day_codes: 0, next_at: 0 })
    .onConflict((conflict) => conflict.columns(['project_id', 'user_id']).doUpdateSet((eb) => ({ step: eb.ref('mail_limits.step') }))).execute();
  const row = await queries.selectFrom('mail_limits').selectAll()
    .where('project_id', '=', to.projectId).where('user_id', '=', mailbox).executeTakeFirstOrThrow();
  if (row.next_at > now) throw backoff(row.next_at);
  const newDay = row.day_start + DAY_MS <= now;
  const mails = newDay ? 0 : row.day_mails;
  const codes = newDay ? 0 : row.day_codes;
  if (mails >= limits.mailsPerDay || (to.method === 'code' && codes >= limits.codesPerDay)) throw backoff(row.day_start + DAY_MS);
  const step = row.next_at + CALM_MS <= now ? 0 : row.step;
  const waits = limits.mailBackoffSeconds;
  const nextAt = now + (waits[Math.min(step, waits.length - 1)] ?? 0) * 1000;
  await queries.updateTable('mail_limits')
    .set({ step: step + 1, day_start: newDay ? now : row.day_start, day_mails: mails + 1, day_codes: codes + (to.method === 'code' ? 1 : 0), next_at: nextAt })
    .where('project_id', '=', to.projectId).where('user_id', '=', mailbox).execute();
  return nextAt;
}

/** Lets the waits begin anew: the last mail was answered, or never left. Daily counts stay. */
export async function forgiveWaits(queries: Queries, projectId: string, userId: string): Promise<void> {
  await queries.updateTable('mail_limits').set({ step: 0, next_at: 0 }).where('project_id', '=', projectId).where('user_id', '=', mailboxOf(userId)).execute();
}

/** Forgets counts that say no more than none would: neither a wait nor a day of theirs goes on. */
export async function forgetOldCounts(queries: Queries, now: number): Promise<void> {
  await queries.deleteFrom('mail_limits').where('day_start', '<=', now - DAY_MS).where('next_at', '<=', now - CALM_MS).execute();
}
