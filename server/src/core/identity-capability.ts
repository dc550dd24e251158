import { newSecret, SECRET_PATTERN } from '../keys/secrets.ts';
import type { Queries } from '../store/database.ts';
import type { Caller, Core } from './core.ts';
import { revoked, unsuccessful } from './identities.ts';
import type { Identity } from './identities.ts';
import { renameIdentity } from './identity-administration.ts';
import { isLapsed, lapsed } from './lapses.ts';
import { replacePushToken } from './push.ts';
import { lockIdentity, revokeIdentity } from './strikes.ts';

/** Why an identity is revoked that its owner removed from a device. */
const REASON = 'removed';

/** An identity and what shows that the caller is the device that it was made on (docs/protocol.md 5.6). */
export interface Owned {
  /** SHA-256 of the M-Pin id, lower-case hex. */
  readonly id: string;
  readonly capability: string;
}

/**
 * Gives a new identity's device the right to rename and remove it without a PIN.
 *
 * @returns the secret for the device; only its digest is kept
 */
export async function mintCapability(core: Core, queries: Queries, identityId: string): Promise<string> {
  const capability = newSecret();
  await queries.insertInto('identity_capabilities').values({ identity_id: identityId, capability_digest: core.hasher.digest('identity', capability) }).execute();
  return capability;
}

/** The identity whose device is calling. @throws PlatformError UNSUCCESSFUL_AUTHENTICATION, whether the identity or the capability is wrong */
export async function requireOwned(core: Core, { id, capability }: Owned): Promise<Identity> {
  if (!SECRET_PATTERN.test(capability)) throw unsuccessful();
  const identity = await core.db.queries.selectFrom('identity_capabilities').innerJoin('identities', 'identities.id', 'identity_capabilities.identity_id').selectAll('identities')
    .where('identity_id', '=', id).where('capability_digest', '=', core.hasher.digest('identity', capability)).executeTakeFirst();
  if (identity === undefined) throw unsuccessful();
  return identity;
}

/**
 * Gives the device another name.
 *
 * @returns the name as it is stored
 * @throws PlatformError UNSUCCESSFUL_AUTHENTICATION, REVOKED_MPINID, INVALID_REQUEST_PARAMETERS
 */
export async function renameOwned(core: Core, { ip }: Caller, owned: Owned, deviceName: string): Promise<string> {
  const identity = await requireOwned(core, owned);
  if (identity.state === 'revoked') throw revoked();
  return (await renameIdentity(core, identity.project_id, identity.id, deviceName, { ip })).deviceName;
}

/**
 * Revokes an identity at once, however often it is said: sign-ins under way fail as well, on every node.
 *
 * @throws PlatformError UNSUCCESSFUL_AUTHENTICATION
 */
export async function removeOwned(core: Core, { ip }: Caller, owned: Owned): Promise<void> {
  const { id } = await requireOwned(core, owned);
  const now = core.now();
  await core.db.transaction(async (queries) => {
    const identity = await lockIdentity(queries, id, now);
    if (identity.state !== 'revoked') await revokeIdentity(queries, identity, REASON, { ip }, now);
  });
}

/**
 * Says where the device is told of requests from now on; nowhere, with an empty token.
 *
 * @throws PlatformError UNSUCCESSFUL_AUTHENTICATION, REVOKED_MPINID, EXPIRED_MPINID
 */
export async function changePushToken(core: Core, owned: Owned, token: string): Promise<void> {
  const { id } = await requireOwned(core, owned);
  await core.db.transaction(async (queries) => {
    const identity = await lockIdentity(queries, id, core.now());
    if (identity.state === 'revoked') throw revoked();
    if (isLapsed(identity)) throw lapsed();
    await replacePushToken(core, queries, id, token);
  });
}
