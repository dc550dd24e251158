import type { Selectable } from 'kysely';
import { newSecret, SECRET_PATTERN } from '../keys/secrets.ts';
import type { Queries } from '../store/database.ts';
import type { EnrolmentKind } from '../store/schema-backend.ts';
import type { ActivationTable, VerificationTable } from '../store/schema.ts';
import type { Core } from './core.ts';
import { invalidParameters, PlatformError } from './errors.ts';

/** The right to register one identity (docs/protocol.md 3.2, 4.3). */
export interface Activation {
  readonly actToken: string;
  /** Unix seconds. */
  readonly expireTime: number;
}

/** Whom a token is for, and where it comes from. */
export interface ActivationSource {
  readonly projectId: string;
  readonly userId: string;
  readonly verificationId?: string;
  /** The identity whose secrets it renews. */
  readonly replaces?: string;
  /** How its holder comes to it; by mail unless given. */
  readonly kind?: EnrolmentKind;
  /** Whether its holder has read the address's mail; true unless given. */
  readonly addressProved?: boolean;
  /** Hex of the M-Pin id that the identity will have, where it was told beforehand. */
  readonly mpinId?: string | undefined;
  readonly applicationId?: string | undefined;
  /** What the identity is called where its device does not say. */
  readonly deviceName?: string;
}

/**
 * Takes the lock of a verification: whatever it gives out, or is taken from it, happens one after the other. First lock of
 * its transaction (docs/architecture.md, "The platform").
 */
export async function lockVerification(queries: Queries, verificationId: string): Promise<Selectable<VerificationTable> | undefined> {
  return queries.selectFrom('verifications').selectAll().where('id', '=', verificationId).forUpdate().executeTakeFirst();
}

/**
 * Makes an activation token; an earlier unused one from the same verification becomes worthless, also where two are made
 * at once: the verification is locked.
 */
export async function mintActivation(core: Core, queries: Queries, source: ActivationSource): Promise<Activation> {
  const seconds = source.replaces === undefined ? core.config.activationSeconds : core.config.renewalSeconds;
  const expiresAt = core.now() + seconds * 1000;
  const actToken = newSecret();
  if (source.verificationId !== undefined) {
    await lockVerification(queries, source.verificationId);
    await queries.deleteFrom('activations').where('verification_id', '=', source.verificationId).where('used_at', 'is', null).execute();
  }
  await queries.insertInto('activations').values({
    token_digest: core.hasher.digest('activation', actToken), project_id: source.projectId, user_id: source.userId,
    verification_id: source.verificationId ?? null, replaces: source.replaces ?? null, used_at: null, expires_at: expiresAt,
    kind: source.kind ?? 'mail', address_proved: source.addressProved === false ? 0 : 1, mpin_id: source.mpinId ?? null, application_id: source.applicationId ?? null,
    device_name: source.deviceName ?? '',
  }).execute();
  return { actToken, expireTime: Math.floor(expiresAt / 1000) };
}

/**
 * The living activation behind a token, not yet used up.
 *
 * @throws PlatformError INVALID_REQUEST_PARAMETERS for a string that is no token at all, else INVALID_ACTIVATION_TOKEN
 */
export async function findActivation(core: Core, token: string): Promise<Selectable<ActivationTable>> {
  if (!SECRET_PATTERN.test(token)) throw invalidParameters('activationToken');
  const row = await core.db.queries.selectFrom('activations').selectAll()
    .where('token_digest', '=', core.hasher.digest('activation', token)).executeTakeFirst();
  if (row === undefined || row.used_at !== null || row.expires_at <= core.now()) throw invalidActivation();
  return row;
}

/**
 * Uses a token up, in one statement, so that one of two callers gets it. Only the lock of its verification comes before it in the
 * transaction that registers.
 *
 * @throws PlatformError INVALID_ACTIVATION_TOKEN where it was used or expired in the meantime
 */
export async function consumeActivation(core: Core, queries: Queries, tokenDigest: string): Promise<void> {
  const now = core.now();
  const used = await queries.updateTable('activations').set({ used_at: now })
    .where('token_digest', '=', tokenDigest).where('used_at', 'is', null).where('expires_at', '>', now).returning('token_digest').executeTakeFirst();
  if (used === undefined) throw invalidActivation();
}

/** The answer to a token that is forged, used or expired, or another person's: nothing tells these apart. */
export function invalidActivation(): PlatformError {
  return new PlatformError('INVALID_ACTIVATION_TOKEN', 'The activation token is invalid or expired.');
}
