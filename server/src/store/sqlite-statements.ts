import type BetterSqlite3 from 'better-sqlite3';
import type { SqliteDatabase, SqliteStatement } from 'kysely';

/** Far more than the platform has; lists of changing lengths make statements of their own. */
const MOST = 500;

/** What leaves the schema as it is. Anything else may change what a prepared statement answers. */
const HARMLESS = /^\s*(?:select|insert|update|delete|with|begin|commit|rollback)\b/iu;

/**
 * A file whose statements are prepared once and kept: preparing takes longer than running most of them. The connection is used for one
 * query at a time (Kysely's driver sees to that), so that a kept statement is never still running when it is asked for again.
 */
export function keepStatements(file: BetterSqlite3.Database): SqliteDatabase {
  const kept = new Map<string, SqliteStatement>();
  return {
    close: () => void file.close(),
    prepare(sql) {
      if (!HARMLESS.test(sql)) {
        kept.clear();
        return file.prepare(sql);
      }
      const statement = kept.get(sql) ?? file.prepare(sql);
      // Last used, last to go.
      kept.delete(sql);
      kept.set(sql, statement);
      const [oldest] = kept.keys();
      if (kept.size > MOST && oldest !== undefined) kept.delete(oldest);
      return statement;
    },
  };
}
