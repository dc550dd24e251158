import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { Kysely, Migrator, SqliteDialect } from 'kysely';
import type { Transaction } from 'kysely';
import { migrations } from './migrations/index.ts';
import type { Schema } from './schema.ts';

/** A connection or a transaction: what a query needs. */
export type Queries = Kysely<Schema>;

/** The open database. */
export interface Database {
  readonly queries: Queries;
  /** Runs `work` in one transaction, durable when the promise resolves, undone when `work` throws. */
  transaction<T>(work: (queries: Transaction<Schema>) => Promise<T>): Promise<T>;
  /** Writes the log back into the file and closes it. */
  close(): Promise<void>;
}

/**
 * Opens `platform.db` in the directory, making or migrating it first. The write-ahead log is flushed at every commit, so
 * that what was answered survives a crash.
 *
 * @throws Error where the file cannot be opened or a migration fails
 */
export async function openDatabase(dataDir: string): Promise<Database> {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const file = new BetterSqlite3(join(dataDir, 'platform.db'));
  file.pragma('journal_mode = WAL');
  file.pragma('synchronous = FULL');
  file.pragma('foreign_keys = ON');
  file.pragma('busy_timeout = 5000');
  file.pragma('secure_delete = ON');
  const queries = new Kysely<Schema>({ dialect: new SqliteDialect({ database: file }) });
  const provider = { getMigrations: async () => migrations('integer PRIMARY KEY AUTOINCREMENT') };
  const { error } = await new Migrator({ db: queries, provider }).migrateToLatest();
  if (error !== undefined) throw new Error('The database could not be brought up to date.', { cause: error });
  return {
    queries,
    transaction: (work) => queries.transaction().execute(work),
    async close() {
      if (!file.open) return;
      file.pragma('wal_checkpoint(TRUNCATE)');
      await queries.destroy();
    },
  };
}
