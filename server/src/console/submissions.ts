import type { Core } from '../core/core.ts';
import { newSecret } from '../keys/secrets.ts';
import type { ConsoleSession } from './sessions.ts';

/** Every form carries a name of its own, so that sending it twice does nothing twice: the second is led where the first one led. */

const LIFE_MS = 86_400_000;

type Store = Pick<Core, 'db' | 'hasher' | 'now'>;

const digestOf = ({ hasher }: Pick<Core, 'hasher'>, session: ConsoleSession, name: string): string => hasher.digest('console', `form ${session.digest} ${name}`);

/** A name for a form that is about to be shown. */
export const newSubmission = newSecret;

/** Claims a form's name. @returns where an earlier sending of the same form led; `undefined` where this is the first */
export async function claimSubmission(store: Store, session: ConsoleSession, name: string): Promise<{ readonly location: string } | undefined> {
  const digest = digestOf(store, session, name);
  const claimed = await store.db.queries.insertInto('console_submissions').values({ token_digest: digest, location: '', expires_at: store.now() + LIFE_MS })
    .onConflict((conflict) => conflict.column('token_digest').doNothing()).returning('token_digest').executeTakeFirst();
  if (claimed !== undefined) return undefined;
  const row = await store.db.queries.selectFrom('console_submissions').select('location').where('token_digest', '=', digest).executeTakeFirst();
  return { location: row?.location ?? '' };
}

/** Notes where a form led. */
export async function settleSubmission(store: Store, session: ConsoleSession, name: string, location: string): Promise<void> {
  await store.db.queries.updateTable('console_submissions').set({ location }).where('token_digest', '=', digestOf(store, session, name)).execute();
}

/** Lets a form be sent again that changed nothing. */
export async function releaseSubmission(store: Store, session: ConsoleSession, name: string): Promise<void> {
  await store.db.queries.deleteFrom('console_submissions').where('token_digest', '=', digestOf(store, session, name)).execute();
}
