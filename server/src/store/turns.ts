import type { Transaction } from 'kysely';
import type { Queries } from './database.ts';
import type { Schema } from './schema.ts';

/** What one node does at a time. */
export type Turn = 'first start' | 'housekeeping' | 'key rotation' | 'authorities' | 'lapsing' | 'networks' | 'registering';

/**
 * Waits until no other transaction is at this: what it has made is there to be found then. First statement of a
 * transaction that makes something once for all nodes.
 */
export async function takeTurn(queries: Transaction<Schema>, name: Turn): Promise<void> {
  await queries.insertInto('turns').values({ name, until: 0 }).onConflict((conflict) => conflict.column('name').doUpdateSet((eb) => ({ until: eb.ref('turns.until') }))).execute();
}

/**
 * Claims something that one node is to do now and then. The claim ends by itself, so that a node which dies keeps nobody
 * waiting; one atomic statement, so that of several nodes one gets it.
 *
 * @param now - Unix milliseconds
 * @param forMs - how long nobody else is to do it
 * @returns whether it is this node's turn
 */
export async function claimTurn(queries: Queries, name: Turn, now: number, forMs: number): Promise<boolean> {
  const claimed = await queries.insertInto('turns').values({ name, until: now + forMs })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ until: now + forMs }).where('turns.until', '<=', now)).returning('name').executeTakeFirst();
  return claimed !== undefined;
}
