import { decodeDtas } from './authorities.ts';
import type { AuthorityPair } from './authorities.ts';
import { livingOn } from './authority-retirement.ts';
import type { Core } from './core.ts';
import { findCurrent } from './server-secret.ts';

/** A half as the platform knows it. */
export interface HalfStatus {
  readonly node: string;
  /** `current`: new identities get it; `former`: some hang on it until they are renewed; `retired`: given up here; `waiting`: not used here yet. */
  readonly state: 'current' | 'former' | 'retired' | 'waiting';
  /** Living identities that hang on it. */
  readonly identities: number;
  /** Whether the authority holds it; `undefined` where it did not answer. */
  readonly held?: boolean;
}

/** One authority. */
export interface AuthorityStatus {
  readonly position: 1 | 2;
  readonly url: string;
  readonly authorityKey: string;
  readonly reachable: boolean;
  /** Why not. */
  readonly problem?: string;
  readonly halves: readonly HalfStatus[];
}

/** Both, and how far a rotation has come. */
export interface AuthoritiesStatus {
  readonly authorities: readonly AuthorityStatus[];
  /** Living identities: those with the current halves, and those that wait for their next sign-in. */
  readonly progress: { readonly renewed: number; readonly waiting: number };
}

interface Known {
  readonly nodes: readonly [string, string];
  readonly state: 'current' | 'former' | 'retired';
  readonly identities: number;
}

/** Server secrets with the identities that hang on them. */
async function knownSecrets({ db, now }: Pick<Core, 'db' | 'now'>, pair: string): Promise<readonly Known[]> {
  const current = await findCurrent(db.queries, pair);
  const counts = await livingOn(db.queries, now()).select(['server_secret_id', (eb) => eb.fn.countAll<number | string>().as('count')]).groupBy('server_secret_id').execute();
  const rows = await db.queries.selectFrom('server_secrets').select(['id', 'dtas', 'retired_at']).orderBy('id').execute();
  return rows.map(({ id, dtas, retired_at: retiredAt }) => ({
    nodes: decodeDtas(dtas), state: retiredAt !== null ? 'retired' : id === current?.id ? 'current' : 'former',
    identities: Number(counts.find((row) => row.server_secret_id === id)?.count ?? 0),
  }));
}

const RANK = { retired: 0, former: 1, current: 2 } as const;

function halvesAt(known: readonly Known[], position: 0 | 1, held: readonly string[] | undefined): readonly HalfStatus[] {
  const nodes = [...new Set([...known.map((secret) => secret.nodes[position]), ...(held ?? [])])];
  return nodes.map((node) => {
    const made = known.filter((secret) => secret.nodes[position] === node);
    const best = made.toSorted((a, b) => RANK[b.state] - RANK[a.state])[0];
    return { node, state: best?.state ?? 'waiting', identities: made.reduce((sum, { identities }) => sum + identities, 0), ...(held === undefined ? {} : { held: held.includes(node) }) };
  });
}

/** Asks both authorities and the database. */
export async function authoritiesStatus(store: Pick<Core, 'db' | 'now'>, pair: AuthorityPair): Promise<AuthoritiesStatus> {
  const known = await knownSecrets(store, pair.name);
  const seconds = Math.floor(store.now() / 1000);
  const authorities = await Promise.all(([0, 1] as const).map(async (position): Promise<AuthorityStatus> => {
    const { url, key } = pair.addresses[position];
    const uses = [...new Set(known.filter(({ state }) => state !== 'retired').map(({ nodes }) => nodes[position]))];
    const described = { position: position === 0 ? 1 : 2, url, authorityKey: key } as const;
    try {
      const held = (await pair.serverShares(position, uses, seconds)).map(({ node }) => node);
      return { ...described, reachable: true, halves: halvesAt(known, position, held) };
    } catch (error) {
      return { ...described, reachable: false, problem: error instanceof Error ? error.message : 'unknown', halves: halvesAt(known, position, undefined) };
    }
  }));
  const count = (current: boolean): number => known.filter(({ state }) => (state === 'current') === current).reduce((sum, { identities }) => sum + identities, 0);
  return { authorities, progress: { renewed: count(true), waiting: count(false) } };
}
