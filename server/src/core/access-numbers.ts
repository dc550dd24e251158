import { randomInt } from 'node:crypto';
import { checkDigit } from '../protocol.ts';
import type { Queries } from '../store/database.ts';
import type { Core } from './core.ts';
import { backoff, PlatformError } from './errors.ts';
import { countUse, giveBackUse } from './use-counts.ts';
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
  const { queries } = core.db;
  const own = { subject: `number identity ${identity.id}`, limit: core.config.numberMisses, windowMs: HOUR_MS };
  const common = { subject: `number project ${identity.project_id}`, limit: core.config.projectNumberMisses, windowMs: HOUR_MS };
  // Both are counted before the number is looked up, so that no number of simultaneous guesses passes the limits.
  const left = await countUse(queries, own, now);
  try {
    await countUse(queries, common, now);
  } catch (error) {
    await giveBackUse(queries, own);
    throw error;
  }
  const accessId = await find(core, identity.project_id, number, now);
  if (accessId === undefined) throw new PlatformError('INVALID_ACCESS_NUMBER', 'There is no such access number now.', { triesLeft: String(left) });
  await giveBackUse(queries, own);
  await giveBackUse(queries, common);
  return accessId;
}
