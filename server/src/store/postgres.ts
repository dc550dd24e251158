import { CompiledQuery, Kysely, PostgresDialect } from 'kysely';
import type { DatabaseConnection } from 'kysely';
import pg from 'pg';
import type { OpenedDatabase } from './database.ts';
import { DatabaseError, reasonOf } from './errors.ts';
import { openPostgresChannel } from './postgres-channel.ts';
import { connectionSettings } from './postgres-connection.ts';
import type { Schema } from './schema.ts';

/** Oldest version that the platform is tested with. */
const OLDEST = 150_000;
/** How often a transaction is tried where PostgreSQL ends it because of another one. */
const TRIES = 5;
/** serialization_failure and deadlock_detected: nothing happened, and the same may succeed at once. */
const REPEATABLE = new Set(['40001', '40P01']);

/**
 * What must hold of every connection whatever the server's defaults are: a commit is on disk when it is answered, and a
 * node that vanished lets go of its locks.
 */
const ON_CONNECT = `SELECT
  CASE WHEN current_setting('synchronous_commit') IN ('off', 'local') THEN set_config('synchronous_commit', 'on', false) END,
  set_config('idle_in_transaction_session_timeout', '60s', false),
  set_config('tcp_keepalives_idle', '30', false), set_config('tcp_keepalives_interval', '10', false), set_config('tcp_keepalives_count', '3', false),
  set_config('client_min_messages', 'warning', false)`;

/** Runs a transaction again where PostgreSQL ended it in favour of another; bounded, and for nothing else. */
async function repeated<T>(attempt: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await attempt();
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : '';
      if (tries >= TRIES || !REPEATABLE.has(code)) throw error;
    }
  }
}

/**
 * Opens a PostgreSQL database.
 *
 * @param connections - of this process, at most
 * @throws DatabaseError where it cannot be reached, or is too old
 */
export async function openPostgres(url: string, connections = 10): Promise<OpenedDatabase> {
  const pool = new pg.Pool({ ...connectionSettings(url), max: connections });
  // A connection that breaks is replaced by the pool, and whoever was using it hears of that from the query. Without these
  // listeners, of unused and of used connections, it would end the process.
  pool.on('error', () => {});
  pool.on('connect', (client) => void client.on('error', () => {}));
  const onCreateConnection = async (connection: DatabaseConnection): Promise<void> => {
    await connection.executeQuery(CompiledQuery.raw(ON_CONNECT));
  };
  const queries = new Kysely<Schema>({ dialect: new PostgresDialect({ pool, onCreateConnection }) });
  const channel = openPostgresChannel(url, pool);
  let closing: Promise<void> | undefined;
  const close = (): Promise<void> => closing ??= channel.close().then(() => queries.destroy());
  try {
    const { rows } = await pool.query<{ version: number }>("SELECT current_setting('server_version_num')::int AS version");
    if ((rows[0]?.version ?? 0) < OLDEST) throw new Error('it is older than PostgreSQL 15');
  } catch (error) {
    await close();
    throw new DatabaseError(`The database that MPIN_DATABASE_URL names cannot be used: ${reasonOf(error)}. Start it, or correct MPIN_DATABASE_URL.`, { cause: error });
  }
  return {
    kind: 'postgres', growingKey: 'bigserial PRIMARY KEY', queries, channel, close,
    transaction: (work) => repeated(() => queries.transaction().setIsolationLevel('read committed').execute(work)),
    snapshot: (work) => queries.transaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute(work),
  };
}
