import { Migrator } from 'kysely';
import type { Kysely, Transaction } from 'kysely';
import type { Channel } from './channel.ts';
import { migrations } from './migrations/index.ts';
import type { GrowingKey } from './migrations/index.ts';
import { openPostgres } from './postgres.ts';
import type { Schema } from './schema.ts';
import { openSqlite } from './sqlite.ts';

/** A connection or a transaction: what a query needs. */
export type Queries = Kysely<Schema>;

/** Which database it is. Rules never ask; what copies or measures databases does. */
export type DatabaseKind = 'sqlite' | 'postgres';

/**
 * The open database. How to write a transaction that holds on both kinds: docs/architecture.md, "The platform".
 */
export interface Database {
  readonly kind: DatabaseKind;
  readonly queries: Queries;
  /**
   * Runs `work` in one transaction, durable when the promise resolves, undone when `work` throws. PostgreSQL may find that
   * it and another wait for each other; then `work` runs again from its beginning, so it changes nothing but the database.
   */
  transaction<T>(work: (queries: Transaction<Schema>) => Promise<T>): Promise<T>;
  /** Runs `work` on one state of the whole database, which others may change meanwhile. It reads only. */
  snapshot<T>(work: (queries: Transaction<Schema>) => Promise<T>): Promise<T>;
  /** Messages between the nodes that share this database. */
  readonly channel: Channel;
  /** Ends the connections in order. */
  close(): Promise<void>;
}

/** A database as its kind opens it: not yet of this version's schema. */
export interface OpenedDatabase extends Database {
  readonly growingKey: GrowingKey;
}

/** Where the data lies. */
export interface DatabaseLocation {
  /** Directory of `platform.db`, where no URL is given. */
  readonly dataDir: string;
  /** `postgres://…` */
  readonly databaseUrl?: string | undefined;
  /** Connections to PostgreSQL that this process opens at most. */
  readonly databaseConnections?: number;
}

/** Opens the database as it is, whatever release wrote it: for whoever only looks. @throws DatabaseError where it cannot be reached or opened */
export async function openAsItIs({ dataDir, databaseUrl, databaseConnections }: DatabaseLocation): Promise<OpenedDatabase> {
  return databaseUrl === undefined ? openSqlite(dataDir) : openPostgres(databaseUrl, databaseConnections);
}

/**
 * Opens the database and brings its schema up to date. Of several processes that start at once, one does that and the
 * others wait for it.
 *
 * @throws DatabaseError where it cannot be reached or opened; Error where it was written by a newer version, or a migration fails
 */
export async function openDatabase(location: DatabaseLocation): Promise<Database> {
  const database = await openAsItIs(location);
  try {
    const provider = { getMigrations: async () => migrations(database.growingKey) };
    const { error } = await new Migrator({ db: database.queries, provider }).migrateToLatest();
    if (error !== undefined) throw new Error('The database could not be brought up to date.', { cause: error });
  } catch (error) {
    await database.close();
    throw error;
  }
  return database;
}
