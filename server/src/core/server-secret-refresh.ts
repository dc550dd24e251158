import { combineServerShares } from '../protocol.ts';
import { takeTurn } from '../store/turns.ts';
import { audit } from './audit.ts';
import { decodeDtas, encodeDtas } from './authorities.ts';
import type { AuthorityPair, Nodes } from './authorities.ts';
import type { Core } from './core.ts';
import { findCurrent, secretLabel } from './server-secret.ts';

const OTHER_NODE = 'The trust authorities in MPIN_DATA are not those that the database belongs to. Every node needs the same two: give it the directories '
  + 'authority-1 and authority-2 of the first node, or run the trust authorities on their own (MPIN_AUTHORITIES).';

type Store = Pick<Core, 'db' | 'sealer' | 'now'>;

/** How a refresh goes about what it finds. */
export interface RefreshOptions {
  /** Who asked, for the audit logs; nobody where the platform asks by itself. */
  readonly actor?: string;
  /**
   * Whether a server secret that the platform had left may become the current one again: after an authority came back from an
   * older backup. Only where an operator asks, as a late answer would look the same.
   */
  readonly mayReturn?: boolean;
  /** Whether a database that belongs to other authorities is refused. */
  readonly refuseOthers?: boolean;
}

/** What came of it. */
export interface Refreshed {
  readonly nodes: Nodes;
  /** Whether new identities get another server secret from now on. */
  readonly changed: boolean;
}

/** The halves at this place that identities hang on, or may. */
async function usesAt(store: Store, position: 0 | 1): Promise<readonly string[]> {
  const rows = await store.db.queries.selectFrom('server_secrets').select('dtas').where('retired_at', 'is', null).execute();
  return [...new Set(rows.map(({ dtas }) => decodeDtas(dtas)[position]))];
}

/**
 * Asks both authorities for their halves, and makes the server secret of their newest ones where there is none yet
 * (docs/protocol.md 8.3). A process that dies at any moment leaves the old secret or the new one; asking again goes on.
 *
 * @throws Error where an authority cannot be reached or cannot prove itself
 */
export async function refreshServerSecret(store: Store, pair: AuthorityPair, options: RefreshOptions = {}): Promise<Refreshed> {
  const { db, sealer } = store;
  const now = store.now();
  const newest = async (position: 0 | 1) => (await pair.serverShares(position, await usesAt(store, position), Math.floor(now / 1000))).at(-1);
  const [first, second] = [await newest(0), await newest(1)];
  if (first === undefined || second === undefined) throw new Error('A trust authority holds no half.');
  const nodes: Nodes = [first.node, second.node];
  const dtas = encodeDtas(nodes);
  const sealed = sealer.seal(secretLabel(dtas), combineServerShares([first.share, second.share]));
  const changed = await db.transaction(async (queries) => {
    await takeTurn(queries, 'authorities');
    const others = options.refuseOthers === true && (await queries.selectFrom('server_secrets').select('id').where('pair', '!=', pair.name).executeTakeFirst()) !== undefined;
    if (others) throw new Error(OTHER_NODE);
    if ((await findCurrent(queries, pair.name))?.dtas === dtas) return false;
    const known = await queries.selectFrom('server_secrets').select('id').where('dtas', '=', dtas).executeTakeFirst();
    if (known !== undefined && options.mayReturn !== true) return false;
    if (known === undefined) await queries.insertInto('server_secrets').values({ dtas, pair: pair.name, secret_sealed: sealed, created_at: now, chosen_at: now, retired_at: null }).execute();
    else await queries.updateTable('server_secrets').set({ pair: pair.name, secret_sealed: sealed, chosen_at: now, retired_at: null }).where('id', '=', known.id).execute();
    for (const { id } of await queries.selectFrom('projects').select('id').execute()) {
      await audit(queries, 'authoritiesRotated', { projectId: id, userId: '', ip: '', actor: options.actor ?? 'platform' }, now);
    }
    return true;
  });
  if (changed) await tellUses(store, pair, now);
  return { nodes, changed };
}

/** Tells both authorities which halves are in use now. */
export async function tellUses(store: Store, pair: AuthorityPair, now: number): Promise<void> {
  for (const position of [0, 1] as const) await pair.serverShares(position, await usesAt(store, position), Math.floor(now / 1000));
}

/**
 * Makes sure that there is a server secret of these authorities: from the database, else from them.
 *
 * @param ofThisNode - whether they run in this process, from its own directory. A database that several nodes share has one pair:
 *   a node with another is refused
 * @throws Error where an authority cannot be reached, or the authorities are another node's
 */
export async function ensureServerSecret(store: Store, pair: AuthorityPair, ofThisNode: boolean): Promise<void> {
  if ((await findCurrent(store.db.queries, pair.name)) !== undefined) return;
  await refreshServerSecret(store, pair, { refuseOthers: ofThisNode && store.db.kind === 'postgres', mayReturn: true });
}
