import type { Transaction } from 'kysely';
import type { Schema } from '../store/schema.ts';
import { audit } from './audit.ts';
import type { AuditEvent } from './audit.ts';
import type { Caller, Core } from './core.ts';
import { backoff } from './errors.ts';
import type { PlatformError } from './errors.ts';
import { revoked, unsuccessful } from './identities.ts';
import type { Identity } from './identities.ts';
import { lapsed, lapsesNow } from './lapses.ts';
import { networkOf } from './network.ts';
import { announceLock } from './notices.ts';
import { lockIdentity, reserveStrike, settleFailure, settleSuccess } from './strikes.ts';
import type { Reservation } from './strikes.ts';

/**
 * Whatever shows whether a PIN was right is a guess of it: a sign-in as much as a signature. Every guess goes this way:
 * a strike is reserved, durably, before the check is made, and settled by its outcome.
 */
export interface Guess {
  readonly identityId: string;
  readonly caller: Caller;
  /**
   * Uses up what is to be checked, in the transaction that reserves the strike.
   *
   * @returns the error to answer with, where there is nothing to check after all; it costs no strike
   */
  readonly consume: (queries: Transaction<Schema>, identity: Identity, now: number) => Promise<PlatformError | undefined>;
  /** Takes back, in the same transaction, what may be tried again because no check was made. */
  readonly release?: (queries: Transaction<Schema>) => Promise<void>;
  /** Makes the check, outside any transaction. */
  readonly check: (identity: Identity) => Promise<boolean>;
  /** Further changes of the transaction that settles the outcome. @returns an error where they were not possible */
  readonly settle?: (queries: Transaction<Schema>, identity: Identity, valid: boolean, now: number) => Promise<PlatformError | undefined>;
  readonly events: { readonly success: AuditEvent; readonly failure: AuditEvent };
  readonly applicationId?: string | undefined;
}

async function reserve(core: Core, guess: Guess): Promise<{ identity: Identity; reservation: Reservation }> {
  const now = core.now();
  const { ip } = guess.caller;
  const outcome = await core.db.transaction(async (queries) => {
    const identity = await lockIdentity(queries, guess.identityId, now);
    if (await lapsesNow(core, queries, identity, { ip }, now)) return { kind: 'refused', refusal: lapsed() } as const;
    const refusal = await guess.consume(queries, identity, now);
    if (refusal !== undefined) return { kind: 'refused', refusal } as const;
    const reserved = await reserveStrike(core, queries, identity, { ip, network: networkOf(ip) }, now);
    if (reserved.kind !== 'reserved') await guess.release?.(queries);
    return { identity, ...reserved };
  });
  switch (outcome.kind) {
    case 'refused':
      throw outcome.refusal;
    case 'wait':
      throw backoff(outcome.until);
    case 'revoked':
      if (outcome.now) announceLock(core, outcome.identity, now);
      throw revoked();
    case 'reserved':
      return { identity: outcome.identity, reservation: outcome.reservation };
  }
}

/**
 * Makes one guess.
 *
 * @returns the identity, proved
 * @throws PlatformError UNSUCCESSFUL_AUTHENTICATION with `attemptsLeft`, REVOKED_MPINID, EXPIRED_MPINID, REQUEST_BACKOFF, or what
 *   `consume` and `settle` return
 */
export async function makeGuess(core: Core, guess: Guess): Promise<Identity> {
  const { identity: before, reservation } = await reserve(core, guess);
  const valid = await guess.check(before);
  const now = core.now();
  const { ip } = guess.caller;
  const outcome = await core.db.transaction(async (queries) => {
    const identity = await lockIdentity(queries, guess.identityId, now);
    const inTime = valid && (await settleSuccess(queries, identity, reservation, now));
    const failure = valid ? undefined : await settleFailure(core, queries, identity, reservation, ip, now);
    const refusal = await guess.settle?.(queries, identity, valid, now);
    const subject = { projectId: identity.project_id, userId: identity.user_id, identityId: identity.id, deviceName: identity.device_name, applicationId: guess.applicationId, ip };
    await audit(queries, inTime ? guess.events.success : guess.events.failure, subject, now);
    return { identity, inTime, failure, refusal };
  });
  if (outcome.failure !== undefined) {
    if (outcome.failure.revokedNow) announceLock(core, outcome.identity, now);
    throw outcome.failure.revoked ? revoked(outcome.failure.revokedNow) : unsuccessful(outcome.failure.attemptsLeft);
  }
  if (!outcome.inTime) throw revoked();
  if (outcome.refusal !== undefined) throw outcome.refusal;
  return outcome.identity;
}
