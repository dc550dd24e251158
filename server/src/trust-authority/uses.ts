import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';

/** Counts how often each capability was used, across restarts. */
export interface Uses {
  /**
   * Counts one use.
   *
   * @param expiresAt - Unix seconds; afterwards the capability is refused anyway and forgotten here
   * @returns false where it was used `limit` times already
   */
  take(id: string, expiresAt: number, limit: number, now: number): boolean;
  close(): void;
}

/** Opens `uses.db` in the authority's directory. */
export function openUses(directory: string): Uses {
  const file = new BetterSqlite3(join(directory, 'uses.db'));
  file.pragma('journal_mode = WAL');
  file.pragma('synchronous = FULL');
  file.exec('CREATE TABLE IF NOT EXISTS uses (id text PRIMARY KEY, count integer NOT NULL, expires_at integer NOT NULL)');
  const forget = file.prepare('DELETE FROM uses WHERE expires_at <= ?');
  const count = file.prepare('INSERT INTO uses (id, count, expires_at) VALUES (?, 1, ?) ON CONFLICT (id) DO UPDATE SET count = count + 1 WHERE count < ? RETURNING count');
  return {
    take(id, expiresAt, limit, now) {
      forget.run(now);
      return count.get(id, expiresAt, limit) !== undefined;
    },
    close: () => void file.close(),
  };
}
