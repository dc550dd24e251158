import type { Queries } from '../store/database.ts';

/** What is kept of an identity for sign-ins alone. */
const FOR_SIGN_INS = ['passes', 'push_tokens', 'identity_networks'] as const;

/**
 * Forgets what is of no use once nobody can sign in with an identity any more: what it had begun, how its device is told of requests, and the networks where it
 * was used. Within the transaction that revokes it or lets it lapse.
 */
export async function forgetUse(queries: Queries, identityId: string): Promise<void> {
  for (const table of FOR_SIGN_INS) await queries.deleteFrom(table).where('identity_id', '=', identityId).execute();
}
