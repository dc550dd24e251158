import type { Selectable } from 'kysely';
import { sha256 } from '../keys/secrets.ts';
import type { IdentityTable } from '../store/schema.ts';
import type { CheckedIdentity } from './checks.ts';
import type { Core } from './core.ts';
import { PlatformError } from './errors.ts';

export type Identity = Selectable<IdentityTable>;

/** The id of an M-Pin id in hex: its SHA-256. Whatever bytes it is, they are only hashed. */
export function identityIdOf(mpinId: string): string {
  return sha256(Buffer.from(mpinId, 'hex'));
}

/** The identity of an M-Pin id in hex. */
export async function findIdentity(core: Core, mpinId: string): Promise<Identity | undefined> {
  return core.db.queries.selectFrom('identities').selectAll().where('id', '=', identityIdOf(mpinId)).executeTakeFirst();
}

/** What a check needs of an identity. */
export function toChecked(identity: Identity): CheckedIdentity {
  return { serverSecretId: identity.server_secret_id, mpinId: identity.mpin_id, publicKey: identity.public_key, point: identity.point };
}

/** The generic failure: a wrong PIN, or an identity that we do not know. Both look alike. */
export function unsuccessful(attemptsLeft?: number): PlatformError {
  return new PlatformError('UNSUCCESSFUL_AUTHENTICATION', 'The authentication was not successful.', attemptsLeft === undefined ? {} : { attemptsLeft: String(attemptsLeft) });
}

/** The identity is revoked; `byThis`: by the wrong PIN that is being answered, which was one too many. */
export function revoked(byThis = false): PlatformError {
  return new PlatformError('REVOKED_MPINID', 'The M-Pin id is revoked.', byThis ? { attemptsLeft: '0' } : {});
}

/** No valid pass 1 behind it, or an access id that does not fit. Never a strike. */
export function invalidSession(): PlatformError {
  return new PlatformError('INVALID_AUTHENTICATION_SESSION', 'The authentication session is invalid or expired.');
}
