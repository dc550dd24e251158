import type { Selectable } from 'kysely';
import type { Sealer } from '../keys/sealing.ts';
import type { Database, Queries } from '../store/database.ts';
import type { ServerSecretTable } from '../store/schema.ts';
import { decodeDtas } from './authorities.ts';
import type { Nodes } from './authorities.ts';
import { PlatformError } from './errors.ts';

/** The server secret that new identities get. */
export interface CurrentSecret {
  readonly id: number;
  readonly dtas: string;
  readonly nodes: Nodes;
}

/** A server secret, opened. */
export interface OpenSecret {
  readonly id: number;
  /** sQ, 256 hex digits. */
  readonly secret: string;
}

/**
 * The server secrets that this platform checks with. The database says which there are, whichever node added or retired one;
 * what is opened stays in the memory of this process.
 */
export interface ServerSecrets {
  /** @throws Error where there is none */
  current(): Promise<CurrentSecret>;
  /** @throws PlatformError EXPIRED_MPINID where it is retired: no proof of it can be checked any more */
  open(id: number): Promise<string>;
  /** All that are not retired: identities of an older one stay valid until they are renewed. */
  living(): Promise<readonly OpenSecret[]>;
}

export type ServerSecretRow = Selectable<ServerSecretTable>;

/** Label under which a server secret is sealed. */
export function secretLabel(dtas: string): string {
  return `server secret ${dtas}`;
}

/** The row that new identities of this pair of authorities get. */
export async function findCurrent(queries: Queries, pair: string): Promise<ServerSecretRow | undefined> {
  return queries.selectFrom('server_secrets').selectAll().where('pair', '=', pair).where('retired_at', 'is', null)
    .orderBy('chosen_at', 'desc').orderBy('id', 'desc').limit(1).executeTakeFirst();
}

/** What checks and registrations use. @param pair - name of the two authorities that the platform is configured with */
export function openServerSecrets(db: Database, sealer: Sealer, pair: string): ServerSecrets {
  const opened = new Map<number, string>();
  const openRow = (row: ServerSecretRow): string => {
    const secret = opened.get(row.id) ?? sealer.open(secretLabel(row.dtas), row.secret_sealed);
    opened.set(row.id, secret);
    return secret;
  };
  return {
    async current() {
      const row = await findCurrent(db.queries, pair);
      if (row === undefined) throw new Error('The database holds no server secret of the configured trust authorities.');
      return { id: row.id, dtas: row.dtas, nodes: decodeDtas(row.dtas) };
    },
    async open(id) {
      const known = opened.get(id);
      if (known !== undefined) return known;
      const row = await db.queries.selectFrom('server_secrets').selectAll().where('id', '=', id).where('retired_at', 'is', null).executeTakeFirst();
      if (row === undefined) throw new PlatformError('EXPIRED_MPINID', 'The half of the master secret behind this M-Pin id is retired.');
      return openRow(row);
    },
    async living() {
      const rows = await db.queries.selectFrom('server_secrets').selectAll().where('retired_at', 'is', null).orderBy('id').execute();
      const ids = new Set(rows.map(({ id }) => id));
      for (const id of opened.keys()) if (!ids.has(id)) opened.delete(id);
      return rows.map((row) => ({ id: row.id, secret: openRow(row) }));
    },
  };
}
