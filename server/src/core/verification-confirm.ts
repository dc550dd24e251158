import type { Selectable } from 'kysely';
import { sameSecret, SECRET_PATTERN } from '../keys/secrets.ts';
import type { Queries } from '../store/database.ts';
import type { VerificationTable } from '../store/schema.ts';
import { lockVerification, mintActivation } from './activations.ts';
import type { Activation, ActivationSource } from './activations.ts';
import { audit } from './audit.ts';
import type { Caller, Core } from './core.ts';
import { storedRedirect } from './custom-verification.ts';
import type { StoredRedirect } from './custom-verification.ts';
import { PlatformError } from './errors.ts';
import { forgiveWaits } from './mail-limits.ts';
import { normaliseUserId } from './user-ids.ts';
import { codeDigest } from './verification-start.ts';

export type Verification = Selectable<VerificationTable>;

/** A code brought back by a client (docs/protocol.md 4.3). */
export interface ConfirmationRequest {
  readonly userId: string;
  readonly code: string;
  readonly deviceTag: string | undefined;
  readonly webOTT: string | undefined;
  /** Narrows the search where the client names its project. */
  readonly projectId: string | undefined;
}

/** What a client gets for a right code; without `activation` where the starter collects it through its session. */
export interface Confirmation {
  readonly projectId: string;
  readonly accessId: string | undefined;
  readonly activation: Activation | undefined;
  /** Where a site's own verification leads at the end. */
  readonly redirect: StoredRedirect | undefined;
}

function unsuccessful(context: Readonly<Record<string, string>> = {}): PlatformError {
  return new PlatformError('UNSUCCESSFUL_VERIFICATION', 'The verification code is wrong, used or expired.', context);
}

/** The session that a request was started with, if it was with one. */
export function accessIdOf(core: Core, verification: Verification): string | undefined {
  return verification.access_sealed === null ? undefined : core.sealer.open(`access id of ${verification.id}`, verification.access_sealed);
}

function expired(core: Core, verification: Verification): PlatformError {
  const accessId = accessIdOf(core, verification);
  return unsuccessful({ projectId: verification.project_id, ...(accessId === undefined ? {} : { accessId }) });
}

/** A request by the code of its mailed link. */
export async function verificationByLink(core: Core, userId: string, code: string): Promise<Verification | undefined> {
  if (!SECRET_PATTERN.test(code)) return undefined;
  return core.db.queries.selectFrom('verifications').selectAll()
    .where('code_digest', '=', codeDigest(core, 'link', '', code)).where('method', '=', 'link').where('user_id', '=', normaliseUserId(userId)).executeTakeFirst();
}

/**
 * Marks a request as confirmed, once; keeps it and its session alive until a PIN is chosen; lets go of its siblings.
 *
 * @returns false where it was decided or expired in the meantime
 */
export async function markConfirmed(core: Core, queries: Queries, verification: Verification, ip: string): Promise<boolean> {
  const now = core.now();
  const until = now + core.config.sessionSeconds * 1000;
  const changed = await queries.updateTable('verifications').set({ state: 'confirmed', expires_at: Math.max(until, verification.expires_at) })
    .where('id', '=', verification.id).where('state', '=', 'sent').where('expires_at', '>', now).returning('id').executeTakeFirst();
  if (changed === undefined) return false;
  await forgiveWaits(queries, verification.project_id, verification.user_id);
  if (verification.handed_over === 1 && verification.access_digest !== null) {
    await queries.updateTable('verifications').set({ state: 'cancelled' })
      .where('access_digest', '=', verification.access_digest).where('state', '=', 'sent').execute();
    await queries.updateTable('sessions').set({ verification_id: verification.id, expires_at: Math.max(until, verification.expires_at) })
      .where('access_digest', '=', verification.access_digest).execute();
  }
  await audit(queries, 'verificationConfirmed', { projectId: verification.project_id, userId: verification.user_id, deviceName: verification.device_name, ip }, now);
  return true;
}

/** What an activation says that a request gives out. */
function activationSource(verification: Verification): ActivationSource {
  return {
    projectId: verification.project_id, userId: verification.user_id, verificationId: verification.id, kind: verification.kind,
    addressProved: verification.address_proved === 1, applicationId: verification.application_id ?? undefined,
  };
}

async function confirm(core: Core, caller: Caller, verification: Verification): Promise<Confirmation> {
  const activation = await core.db.transaction(async (queries) => {
    if (!(await markConfirmed(core, queries, verification, caller.ip))) throw unsuccessful();
    if (verification.handed_over === 1) return undefined;
    return mintActivation(core, queries, activationSource(verification));
  });
  if (verification.access_digest !== null) core.wakeups.wake(verification.access_digest);
  return { projectId: verification.project_id, accessId: accessIdOf(core, verification), activation, redirect: storedRedirect(verification) };
}

async function confirmLink(core: Core, caller: Caller, request: ConfirmationRequest): Promise<Confirmation> {
  const verification = await verificationByLink(core, request.userId, request.code);
  if (verification === undefined || verification.state !== 'sent') throw unsuccessful();
  if (verification.expires_at <= core.now()) throw expired(core, verification);
  if (verification.handed_over === 1) throw unsuccessful();
  return confirm(core, caller, verification);
}

interface Claims {
  readonly accessDigest: string | undefined;
  readonly deviceDigest: string | undefined;
  readonly ip: string;
}

/** Whether the caller is who started the request: by its session, else its device, else its address. */
function isStarter(verification: Verification, claims: Claims): boolean {
  if (claims.accessDigest !== undefined) return verification.access_digest === claims.accessDigest;
  if (verification.handed_over === 1) return false;
  if (verification.device_digest !== null) return verification.device_digest === claims.deviceDigest;
  return verification.ip === claims.ip;
}

async function claimsOf(core: Core, caller: Caller, request: ConfirmationRequest): Promise<Claims> {
  const session = request.webOTT === undefined ? undefined : await core.db.queries.selectFrom('sessions').select('access_digest')
    .where('secret_digest', '=', core.hasher.digest('webOTT', request.webOTT)).executeTakeFirst();
  return {
    accessDigest: request.webOTT === undefined ? undefined : session?.access_digest ?? '',
    deviceDigest: request.deviceTag === undefined ? undefined : core.hasher.digest('device', request.deviceTag),
    ip: caller.ip,
  };
}

/** Counts a try before the code is looked at. @returns tries left after it, or `undefined` where none was left */
async function countTry(core: Core, verification: Verification, starter: boolean): Promise<number | undefined> {
  const column = starter ? 'starter_tries' : 'other_tries';
  const limit = core.config.codeTries;
  const row = await core.db.queries.updateTable('verifications').set((eb) => ({ [column]: eb(column, '+', 1) }))
    .where('id', '=', verification.id).where('state', '=', 'sent').where('starter_tries', '<', limit).where(column, '<', limit)
    .returning(column).executeTakeFirst();
  return row === undefined ? undefined : limit - (row[column] ?? limit);
}

/** Why no code counts any more. Only the starter is told: to others, an address that nobody asked for looks the same. */
function ended(core: Core, own: Verification | undefined): PlatformError {
  if (own === undefined) return unsuccessful();
  return own.expires_at <= core.now() ? expired(core, own) : unsuccessful({ triesLeft: '0' });
}

async function confirmDigits(core: Core, caller: Caller, request: ConfirmationRequest): Promise<Confirmation> {
  const claims = await claimsOf(core, caller, request);
  let query = core.db.queries.selectFrom('verifications').selectAll()
    .where('user_id', '=', normaliseUserId(request.userId)).where('method', '=', 'code').where('state', '=', 'sent');
  if (request.projectId !== undefined) query = query.where('project_id', '=', request.projectId);
  const newestFirst = await query.orderBy('created_at', 'desc').execute();
  const open = newestFirst.filter((row) => row.handed_over === 0 || isStarter(row, claims));
  const living = open.filter((row) => row.expires_at > core.now() && row.starter_tries < core.config.codeTries);
  // A mailed code and a QuickCode may wait for the same person: what is entered is a try of each.
  const meant = (['mail', 'quickcode'] as const).map((kind) => living.find((row) => row.kind === kind && isStarter(row, claims)) ?? living.find((row) => row.kind === kind));
  const tried = [];
  for (const verification of meant) {
    if (verification === undefined) continue;
    const starter = isStarter(verification, claims);
    tried.push({ verification, starter, triesLeft: await countTry(core, verification, starter) });
  }
  const [first] = tried;
  if (first === undefined) throw ended(core, open.find((row) => isStarter(row, claims)));
  const counted = tried.filter(({ triesLeft }) => triesLeft !== undefined);
  if (counted.length === 0) throw ended(core, first.starter ? first.verification : undefined);
  const right = counted.filter(({ verification }) => sameSecret(verification.code_digest, codeDigest(core, 'code', verification.id, request.code)));
  const [found] = right;
  if (found === undefined) {
    await audit(core.db.queries, 'verificationFailed', { projectId: first.verification.project_id, userId: first.verification.user_id, ip: caller.ip }, core.now());
    const own = counted.find(({ starter }) => starter);
    throw unsuccessful(own === undefined ? {} : { triesLeft: String(own.triesLeft) });
  }
  return confirm(core, caller, found.verification);
}

/**
 * Takes the code of a mail.
 *
 * @throws PlatformError UNSUCCESSFUL_VERIFICATION; to the starter with `triesLeft`, or for an expired code with `projectId` and `accessId`
 */
export async function confirmVerification(core: Core, caller: Caller, request: ConfirmationRequest): Promise<Confirmation> {
  return /^\d{6}$/.test(request.code) ? confirmDigits(core, caller, request) : confirmLink(core, caller, request);
}

/**
 * A fresh activation for whoever started the session that a request was handed over to, until the identity made from
 * it has signed in once (docs/protocol.md 3.2).
 *
 * @returns `undefined` where there is nothing to collect
 */
export async function collectActivation(core: Core, verificationId: string): Promise<(Activation & { userId: string; projectId: string }) | undefined> {
  return core.db.transaction(async (queries) => {
    const verification = await lockVerification(queries, verificationId);
    if (verification === undefined || verification.state !== 'confirmed' || verification.handed_over !== 1) return undefined;
    const used = await queries.selectFrom('identities').select('id')
      .where('verification_id', '=', verification.id).where('first_used_at', 'is not', null).executeTakeFirst();
    if (used !== undefined) return undefined;
    const activation = await mintActivation(core, queries, activationSource(verification));
    return { ...activation, userId: verification.asked_user_id, projectId: verification.project_id };
  });
}
