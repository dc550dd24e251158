import { combineServerShares } from '../protocol.ts';
import type { Sealer } from '../keys/sealing.ts';
import type { Database } from '../store/database.ts';
import { takeTurn } from '../store/turns.ts';
import type { AuthorityPair } from './authorities.ts';

const OTHER_NODE = 'The trust authorities in MPIN_DATA are not those that the database belongs to. Every node needs the same two: give it the directories '
  + 'authority-1 and authority-2 of the first node, or run the trust authorities on their own (MPIN_AUTHORITIES).';

/** The server secrets that this platform checks with. */
export interface ServerSecret {
  /** The one that new identities get. */
  readonly currentId: number;
  /** Base64 of the JSON list of the authorities' node ids. */
  readonly currentDtas: string;
  /** All of them, for the threads: identities of an older one stay valid until they are renewed. */
  readonly all: readonly { readonly id: number; readonly secret: string }[];
}

/** The wire's `dtas` of two node ids. */
export function encodeDtas(nodes: readonly string[]): string {
  return Buffer.from(JSON.stringify(nodes)).toString('base64');
}

/**
 * The sum of the authorities' server shares: from the database, or fetched from them once and sealed. Where the
 * authorities are not those that the stored secret came from, theirs becomes the current one, and identities of the
 * former are renewed at their next sign-in.
 *
 * @param expected.ofThisNode - whether the authorities run in this process, from its own directory. A database that several
 *   nodes share has one pair: a node with another is refused
 * @param now - Unix milliseconds
 * @throws Error where an authority cannot be reached, or the authorities are another node's
 */
export async function loadServerSecret(db: Database, sealer: Sealer, authorities: AuthorityPair, expected: { readonly dtas: string; readonly ofThisNode: boolean }, now: number): Promise<ServerSecret> {
  const known = await db.queries.selectFrom('server_secrets').select('dtas').where('dtas', '=', expected.dtas).executeTakeFirst();
  const dtas = known?.dtas ?? await fetchServerSecret(db, sealer, authorities, expected.ofThisNode && db.kind === 'postgres', now);
  const rows = await db.queries.selectFrom('server_secrets').selectAll().orderBy('id').execute();
  const current = rows.find((row) => row.dtas === dtas);
  if (current === undefined) throw new Error('The server secret is not in the database.');
  return {
    currentId: current.id, currentDtas: current.dtas,
    all: rows.map((row) => ({ id: row.id, secret: sealer.open(`server secret ${row.dtas}`, row.secret_sealed) })),
  };
}

/** In turns: of two nodes that start at once with authorities of their own, the second sees the first's. */
async function fetchServerSecret(db: Database, sealer: Sealer, authorities: AuthorityPair, refuseOthers: boolean, now: number): Promise<string> {
  const shares = await authorities.serverShares(Math.floor(now / 1000));
  const dtas = encodeDtas(shares.map((share) => share.node));
  const secret = combineServerShares(shares.map((share) => share.share));
  await db.transaction(async (queries) => {
    await takeTurn(queries, 'first start');
    const others = await queries.selectFrom('server_secrets').select('id').where('dtas', '!=', dtas).executeTakeFirst();
    if (refuseOthers && others !== undefined) throw new Error(OTHER_NODE);
    await queries.insertInto('server_secrets').values({ dtas, secret_sealed: sealer.seal(`server secret ${dtas}`, secret), created_at: now })
      .onConflict((conflict) => conflict.column('dtas').doNothing()).execute();
  });
  return dtas;
}
