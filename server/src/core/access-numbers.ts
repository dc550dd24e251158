import { randomInt } from 'node:crypto';
import { checkDigit } from '../protocol.ts';
import type { Queries } from '../store/database.ts';
import type { Core } from './core.ts';
import { backoff, PlatformError } from './errors.ts';
import type { Identity } from './identities.ts';

/** Bodies that people would take for an example. */
const FORBIDDEN = new Set(['000000', '123456', '999999']);
/** Even with every fourth number in use, so many draws fail once in four thousand million times. */
const DRAWS = 16;
const HOUR_MS = 3_600_000;

/** A random access number (docs/protocol.md 3.5). */
export function drawAccessNumber(): string {
  for (;;) {
    const body = String(randomInt(1_000_000)).padStart(6, '0');
    const digit = checkDigit(body);
    if (digit !== undefined && !FORBIDDEN.has(body)) return `${body}${digit}`;
  }
}

/** The session that a number leads to. */
export interface NumberedSession {
  readonly accessId: string;
  readonly accessDigest: string;
  readonly projectId: string;
  /** Unix milliseconds. */
  readonly expiresAt: number;
}

/**
 * Gives a session a number that no other living one has. A number's earlier row gives way once it is over.
 *
 * @throws PlatformError REQUEST_BACKOFF where so many are in use that none was found
 */
export async function issueAccessNumber(core: Core, queries: Queries, session: NumberedSession, draw: () => string = drawAccessNumber): Promise<string> {
  const now = core.now();
  for (let i = 0; i < DRAWS; i += 1) {
    const number = draw();
    const digest = core.hasher.digest('accessNumber', number);
    const row = {
      access_digest: session.accessDigest, access_sealed: core.sealer.seal(`access number ${digest}`, session.accessId), project_id: session.projectId, expires_at: session.expiresAt,
    };
    const taken = await queries.insertInto('access_numbers').values({ number_digest: digest, ...row })
      .onConflict((conflict) => conflict.column('number_digest').doUpdateSet(row).where('access_numbers.expires_at', '<=', now))
      .returning('number_digest').executeTakeFirst();
    if (taken !== undefined) return number;
  }
  throw backoff(now + 1000);
}

/**
 * Counts a miss before it is known to be one, in one statement, so that no number of simultaneous guesses passes the limit.
 *
 * @returns misses left after this one; `undefined` where none was left
 */
async function reserveMiss(core: Core, subject: string, limit: number, now: number): Promise<number | undefined> {
  const row = await core.db.queries.insertInto('number_misses').values({ subject, misses: 1, expires_at: now + HOUR_MS })
    .onConflict((conflict) => conflict.column('subject').doUpdateSet((eb) => ({
      misses: eb.case().when('number_misses.expires_at', '<=', now).then(1).else(eb('number_misses.misses', '+', 1)).end(),
      expires_at: eb.case().when('number_misses.expires_at', '<=', now).then(now + HOUR_MS).else(eb.ref('number_misses.expires_at')).end(),
    })).where((eb) => eb.or([eb('number_misses.expires_at', '<=', now), eb('number_misses.misses', '<', limit)])))
    .returning('misses').executeTakeFirst();
  return row === undefined ? undefined : Math.max(0, limit - row.misses);
}

async function giveBack(core: Core, subject: string): Promise<void> {
  await core.db.queries.updateTable('number_misses').set((eb) => ({ misses: eb('misses', '-', 1) })).where('subject', '=', subject).where('misses', '>', 0).execute();
}

async function tooMany(core: Core, subject: string, now: number): Promise<PlatformError> {
  const row = await core.db.queries.selectFrom('number_misses').select('expires_at').where('subject', '=', subject).executeTakeFirst();
  return backoff(row?.expires_at ?? now + HOUR_MS);
}

async function find(core: Core, projectId: string, number: string, now: number): Promise<string | undefined> {
  const digest = core.hasher.digest('accessNumber', number);
  const row = await core.db.queries.selectFrom('access_numbers').innerJoin('sessions', 'sessions.access_digest', 'access_numbers.access_digest')
    .select('access_numbers.access_sealed').where('access_numbers.number_digest', '=', digest).where('access_numbers.project_id', '=', projectId)
    .where('access_numbers.expires_at', '>', now).where('sessions.status', 'in', ['new', 'wid', 'user']).executeTakeFirst();
  return row === undefined ? undefined : core.sealer.open(`access number ${digest}`, row.access_sealed);
}

/**
 * The access id behind a number, for an identity that is known to be its caller's. Numbers that do not exist, expired or were claimed look alike.
 *
 * @param number - of valid form
 * @throws PlatformError INVALID_ACCESS_NUMBER with `triesLeft`, REQUEST_BACKOFF
 */
export async function resolveAccessNumber(core: Core, identity: Identity, number: string): Promise<string> {
  const now = core.now();
  const own = `identity ${identity.id}`;
  const common = `project ${identity.project_id}`;
  const left = await reserveMiss(core, own, core.config.numberMisses, now);
  if (left === undefined) throw await tooMany(core, own, now);
  if ((await reserveMiss(core, common, core.config.projectNumberMisses, now)) === undefined) {
    await giveBack(core, own);
    throw await tooMany(core, common, now);
  }
  const accessId = await find(core, identity.project_id, number, now);
  if (accessId === undefined) throw new PlatformError('INVALID_ACCESS_NUMBER', 'There is no such access number now.', { triesLeft: String(left) });
  await giveBack(core, own);
  await giveBack(core, common);
  return accessId;
}
