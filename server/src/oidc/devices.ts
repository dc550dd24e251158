import type { Core } from '../core/core.ts';

/**
 * Whether the device that proved the PIN for a session or a grant may still sign in: its identity, or one that renewed it since, is neither revoked nor lapsed.
 * A session or a refresh token that outlived its device would leave a thief signed in whom the owner has just shut out (docs/protocol.md 11.2).
 *
 * @param identityId - SHA-256 of the M-Pin id, hex
 */
export async function isDeviceActive(store: Pick<Core, 'db'>, identityId: string): Promise<boolean> {
  const identity = await store.db.queries.selectFrom('identities').select(['state', 'revoked_reason', 'lapsed_at']).where('id', '=', identityId).executeTakeFirst();
  if (identity === undefined) return false;
  if (identity.state === 'active') return identity.lapsed_at === null;
  if (identity.revoked_reason !== 'renewed') return false;
  const successors = await store.db.queries.selectFrom('identities').select('id').where('replaces', '=', identityId).where('first_used_at', 'is not', null).execute();
  for (const { id } of successors) if (await isDeviceActive(store, id)) return true;
  return false;
}
