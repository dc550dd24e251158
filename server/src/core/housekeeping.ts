import type { Core } from './core.ts';
import { forgetNetworks, forgetWaits } from './identity-networks.ts';
import { lapseUnused } from './lapses.ts';
import { forgetOldCounts } from './mail-limits.ts';
import { announceLock } from './notices.ts';
import { eraseExpiredPasswords } from './one-time-passwords.ts';
import { applyRetention } from './retention.ts';
import { refreshServerSecret } from './server-secret-refresh.ts';
import { claimTurn } from '../store/turns.ts';
import { lockIdentity, settleOrphans } from './strikes.ts';

const EXPIRING = ['sessions', 'verifications', 'activations', 'objections', 'passes', 'proofs', 'signatures', 'access_numbers', 'use_counts', 'remote_sign_ins', 'oidc_payloads', 'oidc_logins', 'grant_identities', 'used_tokens', 'webhook_deliveries', 'administrator_invitations', 'console_sessions', 'console_submissions', 'console_notes'] as const;
/** Expired codes are kept so long, for a client that comes late is told which project it was for. */
const GRACE_MS = 3_600_000;
const ASK_AUTHORITIES_MS = 60_000;

/** Removes what expired. */
export async function removeExpired(core: Core): Promise<void> {
  const before = core.now() - GRACE_MS;
  await eraseExpiredPasswords(core);
  await forgetOldCounts(core.db.queries, core.now());
  await forgetWaits(core.db.queries, core.now());
  await core.db.queries.deleteFrom('rate_windows').where('ends_at', '<=', core.now()).execute();
  for (const table of EXPIRING) await core.db.queries.deleteFrom(table).where('expires_at', '<=', before).execute();
}

/**
 * Counts the strikes whose process died before it could tell their outcome. Each under its identity's lock, where the
 * process that was only slow settles too: whoever comes second finds it settled.
 */
export async function settleAllOrphans(core: Core): Promise<void> {
  const before = core.now() - core.config.orphanSeconds * 1000;
  const rows = await core.db.queries.selectFrom('strikes').select('identity_id').distinct().where('state', '=', 'reserved').where('created_at', '<=', before).execute();
  for (const { identity_id: identityId } of rows) {
    const now = core.now();
    const { identity, revoked } = await core.db.transaction(async (queries) => {
      const locked = await lockIdentity(queries, identityId, now);
      return { identity: locked, revoked: await settleOrphans(core, queries, locked, '', now) };
    });
    if (revoked) announceLock(core, identity, now);
  }
}

/** One round, on one node at a time; a node that dies leaves the next round to another. */
async function keepHouse(core: Core, everyMs: number): Promise<void> {
  if (!(await claimTurn(core.db.queries, 'housekeeping', core.now(), everyMs / 2))) return;
  await settleAllOrphans(core);
  await removeExpired(core);
  await applyRetention(core);
  await lapseUnused(core);
  await forgetNetworks(core);
  await askAuthorities(core);
}

/** New halves are found without anybody telling; an authority that is away for a while keeps nobody from signing in. */
async function askAuthorities(core: Core): Promise<void> {
  if (!(await claimTurn(core.db.queries, 'authorities', core.now(), ASK_AUTHORITIES_MS))) return;
  try {
    const { changed } = await refreshServerSecret(core, core.authorities);
    if (changed) core.log.info('a trust authority has a new half: identities are renewed at their next sign-in');
  } catch (error) {
    core.log.warn({ err: error instanceof Error ? error.message : 'unknown' }, 'a trust authority does not answer: nobody can register until it does');
  }
}

/**
 * Does all of it again and again, one round after the other, until it is stopped.
 *
 * @returns a function that stops it and waits for the round under way
 */
export function startHousekeeping(core: Core, everyMs: number): () => Promise<void> {
  let round: Promise<void> | undefined;
  const timer = setInterval(() => {
    round ??= keepHouse(core, everyMs)
      .catch((error: unknown) => core.log.error({ err: error instanceof Error ? error.message : 'unknown' }, 'housekeeping failed'))
      .finally(() => { round = undefined; });
  }, everyMs).unref();
  return async () => {
    clearInterval(timer);
    await round;
  };
}
