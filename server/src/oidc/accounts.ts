import type { Core } from '../core/core.ts';

/** A person of a project: who signs in, whichever device it was (docs/protocol.md 11.3). */
export interface AccountId {
  readonly projectId: string;
  readonly userId: string;
}

/** The account's name within the provider; the applications of a project see the user id alone. Project ids hold no colon. */
export function accountName({ projectId, userId }: AccountId): string {
  return `${projectId}:${userId}`;
}

/** The account behind a name. @throws Error for anything that is no such name */
export function readAccountName(name: string): AccountId {
  const colon = name.indexOf(':');
  if (colon < 1) throw new Error('This is no name of an account.');
  return { projectId: name.slice(0, colon), userId: name.slice(colon + 1) };
}

/** What applications may be told of an account, by the identity that it last allowed or used them through. */
export async function claimsOf(core: Pick<Core, 'db'>, account: AccountId, identityId: string | undefined, allowed: { readonly mpinId: boolean }): Promise<Record<string, unknown>> {
  const identity = identityId === undefined ? undefined : await core.db.queries.selectFrom('identities')
    .select(['id', 'mpin_id', 'public_key', 'dtas', 'address_proved']).where('id', '=', identityId)
    .where('project_id', '=', account.projectId).where('user_id', '=', account.userId).executeTakeFirst();
  const isAddress = account.userId.includes('@');
  return {
    ...(isAddress ? { email: account.userId, email_verified: identity?.address_proved === 1 } : {}),
    preferred_username: account.userId,
    ...(identity === undefined ? {} : {
      hash_mpin_id: identity.id, dvs_keys: [{ hash_mpin_id: identity.id, publicKey: identity.public_key, dtas: identity.dtas }],
      ...(allowed.mpinId ? { mpin_id: identity.mpin_id } : {}),
    }),
  };
}
