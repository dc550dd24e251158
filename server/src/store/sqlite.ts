import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import BetterSqlite3 from 'better-sqlite3';
import { CompiledQuery, Kysely, SqliteAdapter, SqliteDialect, SqliteDriver, SqliteQueryCompiler } from 'kysely';
import type { DatabaseConnection, Driver, SelectModifierNode, SqliteDialectConfig, TransactionSettings } from 'kysely';
import { DirectoryError, makePrivateDirectory } from '../keys/private-directory.ts';
import { NO_OTHER_NODES } from './channel.ts';
import type { OpenedDatabase } from './database.ts';
import { DatabaseError, reasonOf } from './errors.ts';
import type { Schema } from './schema.ts';
import { keepStatements } from './sqlite-statements.ts';

/** How long one process waits for another's transaction on the same file. */
const BUSY_MS = 30_000;

/**
 * Takes the whole file for writing when a transaction begins: one that reads first cannot find the file changed when it writes. Every commit waits for
 * the disk in this thread, so before each transaction come all others that wait for the event loop.
 */
class ImmediateDriver extends SqliteDriver {
  override async beginTransaction(connection: DatabaseConnection, settings?: TransactionSettings): Promise<void> {
    await setImmediate();
    await connection.executeQuery(CompiledQuery.raw(settings?.accessMode === 'read only' ? 'begin' : 'begin immediate'));
  }
}

/** `FOR UPDATE` means nothing here: a transaction has the whole file. */
class LocklessCompiler extends SqliteQueryCompiler {
  protected override visitSelectModifier(node: SelectModifierNode): void {
    if (node.modifier === undefined || node.modifier === 'Distinct') super.visitSelectModifier(node);
  }
}

/** Migrations run in one transaction, so that of two processes that start at once the second finds the work done. */
class TransactionalAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

class PlatformSqliteDialect extends SqliteDialect {
  readonly #config: SqliteDialectConfig;
  constructor(config: SqliteDialectConfig) {
    super(config);
    this.#config = config;
  }
  override createDriver(): Driver {
    return new ImmediateDriver(this.#config);
  }
  override createQueryCompiler(): SqliteQueryCompiler {
    return new LocklessCompiler();
  }
  override createAdapter(): SqliteAdapter {
    return new TransactionalAdapter();
  }
}

function openFile(dataDir: string): BetterSqlite3.Database {
  const path = join(dataDir, 'platform.db');
  try {
    makePrivateDirectory(dataDir);
    const file = new BetterSqlite3(path, { timeout: BUSY_MS });
    file.pragma('journal_mode = WAL');
    file.pragma('synchronous = FULL');
    file.pragma('foreign_keys = ON');
    file.pragma('secure_delete = ON');
    return file;
  } catch (error) {
    if (error instanceof DirectoryError) throw new DatabaseError(error.message, { cause: error });
    throw new DatabaseError(`${path} cannot be used: ${reasonOf(error)}. Look at MPIN_DATA, and at who may write there.`, { cause: error });
  }
}

/**
 * Opens `platform.db` in the directory, making it first. The write-ahead log is flushed at every commit, so that what was
 * answered survives a crash.
 *
 * @throws DatabaseError where it cannot be opened
 */
export function openSqlite(dataDir: string): OpenedDatabase {
  const file = openFile(dataDir);
  const queries = new Kysely<Schema>({ dialect: new PlatformSqliteDialect({ database: keepStatements(file) }) });
  return {
    kind: 'sqlite', growingKey: 'integer PRIMARY KEY AUTOINCREMENT', queries, channel: NO_OTHER_NODES,
    transaction: (work) => queries.transaction().execute(work),
    snapshot: (work) => queries.transaction().setAccessMode('read only').execute(work),
    async close() {
      if (!file.open) return;
      file.pragma('wal_checkpoint(TRUNCATE)');
      await queries.destroy();
    },
  };
}
