import { decodeDtas, linkAuthorities } from '../core/authorities.ts';
import type { AuthorityPair } from '../core/authorities.ts';
import { retireHalf } from '../core/authority-retirement.ts';
import { authoritiesStatus } from '../core/authority-status.ts';
import { findCurrent } from '../core/server-secret.ts';
import { refreshServerSecret, tellUses } from '../core/server-secret-refresh.ts';
import { PlatformError } from '../core/errors.ts';
import { connectAuthorities } from '../connect-authorities.ts';
import type { ConnectedAuthorities } from '../connect-authorities.ts';
import type { AdministrationCommand } from './administration-command.ts';
import { ACTOR, isForced } from './administration-command.ts';
import { requireOption, UsageError } from './arguments.ts';

type Store = Parameters<AdministrationCommand['run']>[0];

/** Runs a command that needs both authorities. What they refuse is told without a stack. */
async function withAuthorities<T>(store: Store, work: (pair: AuthorityPair, connected: ConnectedAuthorities) => Promise<T>): Promise<T> {
  const connected = await connectAuthorities(store.config, store);
  try {
    return await work(await linkAuthorities(store.db, store.sealer, connected.addresses, store.config.capabilitySeconds), connected);
  } catch (error) {
    if (error instanceof PlatformError || !(error instanceof Error)) throw error;
    throw new UsageError(error.message);
  } finally {
    connected.close();
  }
}

/** Tells both authorities what is still used. @returns whether both heard it */
async function tell(store: Store, pair: AuthorityPair): Promise<boolean> {
  try {
    await tellUses(store, pair, store.now());
    return true;
  } catch {
    return false;
  }
}

/** `mpin-platform authorities …`: the trust authorities as the platform sees them, and rotation of their halves (docs/operations.md). */
export const authorityCommands: Readonly<Record<string, AdministrationCommand>> = {
  status: { usage: '', options: [], run: (store) => withAuthorities(store, (pair) => authoritiesStatus(store, pair)) },
  refresh: {
    usage: '', options: [],
    run: (store) => withAuthorities(store, (pair) => refreshServerSecret(store, pair, { actor: ACTOR, mayReturn: true })),
  },
  rotate: {
    usage: '--position 1|2 [--force yes]', options: ['position', 'force'],
    run: (store, options) => withAuthorities(store, async (pair, { own }) => {
      const position = requireOption(options, 'position');
      if (position !== '1' && position !== '2') throw new UsageError('--position must be 1 or 2');
      if (own === undefined) throw new UsageError('The trust authorities are on other hosts: use "mpin-platform trust-authority rotate" there, then "mpin-platform authorities refresh" here');
      const place = position === '1' ? 0 : 1;
      const current = await findCurrent(store.db.queries, pair.name);
      const begun = await refreshServerSecret(store, pair, { actor: ACTOR });
      // A half that nobody had fetched yet is what a call that died had made: this one goes on with it.
      if (current !== undefined && begun.changed && decodeDtas(current.dtas)[place] !== begun.nodes[place]) return begun;
      own[place].rotate(isForced(options));
      return refreshServerSecret(store, pair, { actor: ACTOR });
    }),
  },
  retire: {
    usage: '--half NODE [--force yes]', options: ['half', 'force'],
    run: (store, options) => withAuthorities(store, async (pair, { own }) => {
      const node = requireOption(options, 'half');
      const retirement = await retireHalf(store, pair.name, node, { force: isForced(options), actor: ACTOR });
      const told = await tell(store, pair);
      const destroyed = own === undefined ? `by its operator, at its host: mpin-platform trust-authority retire --config FILE --half ${node}` : destroyOwn(own, node);
      return { ...retirement, authoritiesTold: told, destroyed };
    }),
  },
};

/** Destroys a half in the platform's own directory, where it is still there. @returns whether nobody holds it any more, however often it is asked */
function destroyOwn(own: NonNullable<ConnectedAuthorities['own']>, node: string): boolean {
  own.find((authority) => authority.holds(node))?.destroy(node);
  return !own.some((authority) => authority.holds(node));
}
