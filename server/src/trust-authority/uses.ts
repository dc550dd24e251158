import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { makePrivateDirectory } from '../keys/private-directory.ts';

/** What an authority counts and remembers, across restarts. */
export interface Uses {
  /**
   * Counts one use of a capability.
   *
   * @param expiresAt - Unix seconds; afterwards the capability is refused anyway and forgotten here
   * @returns false where it was used `limit` times already
   */
  take(id: string, expiresAt: number, limit: number, now: number): boolean;
  /** Remembers which halves the platform says that it uses. `now` in Unix seconds. */
  remember(nodes: readonly string[], now: number): void;
  /** What it last said, and when (Unix seconds); `undefined` where it never asked. */
  remembered(): { readonly nodes: readonly string[]; readonly at: number } | undefined;
  /** Runs `work` while nobody else, in whatever process, runs such work in this directory. */
  exclusive<T>(work: () => T): T;
  /** @throws Error where nothing can be counted now */
  probe(): void;
  close(): void;
}

/** Opens `uses.db` in the authority's directory. */
export function openUses(directory: string): Uses {
  makePrivateDirectory(directory);
  const file = new BetterSqlite3(join(directory, 'uses.db'));
  file.pragma('journal_mode = WAL');
  file.pragma('synchronous = FULL');
  file.exec('CREATE TABLE IF NOT EXISTS uses (id text PRIMARY KEY, count integer NOT NULL, expires_at integer NOT NULL)');
  file.exec('CREATE TABLE IF NOT EXISTS platform (id integer PRIMARY KEY CHECK (id = 1), nodes text NOT NULL, said_at integer NOT NULL)');
  const forget = file.prepare('DELETE FROM uses WHERE expires_at <= ?');
  const count = file.prepare('INSERT INTO uses (id, count, expires_at) VALUES (?, 1, ?) ON CONFLICT (id) DO UPDATE SET count = count + 1 WHERE count < ? RETURNING count');
  const say = file.prepare('INSERT INTO platform (id, nodes, said_at) VALUES (1, ?, ?) ON CONFLICT (id) DO UPDATE SET nodes = excluded.nodes, said_at = excluded.said_at WHERE said_at <= excluded.said_at');
  const said = file.prepare<[], { nodes: string; said_at: number }>('SELECT nodes, said_at FROM platform');
  return {
    take(id, expiresAt, limit, now) {
      forget.run(now);
      return count.get(id, expiresAt, limit) !== undefined;
    },
    remember: (nodes, now) => void say.run(JSON.stringify(nodes), now),
    remembered() {
      const row = said.get();
      return row && { nodes: JSON.parse(row.nodes) as string[], at: row.said_at };
    },
    exclusive: (work) => file.transaction(work).immediate(),
    probe: () => void file.prepare('SELECT count(*) FROM uses').get(),
    close: () => void file.close(),
  };
}
