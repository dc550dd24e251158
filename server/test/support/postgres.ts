import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { startPostgres } from '../../../scripts/lib/postgres.mjs';
import { openDatabase } from '../../src/store/database.ts';
import { connectionSettings } from '../../src/store/postgres-connection.ts';

/**
 * The PostgreSQL of this test run. `npm test` starts one for all files and names it in `MPIN_TEST_POSTGRES`; a file that
 * is run alone starts its own, which ends with it.
 */
let server: Promise<(database: string) => string> | undefined;

async function find(): Promise<(database: string) => string> {
  const given = process.env['MPIN_TEST_POSTGRES'];
  if (given === undefined || given === '') return (await startPostgres()).url;
  return (database) => given.replace(/\/postgres\?/, `/${database}?`);
}

/** Runs statements in the database at this URL, on a connection of their own. @returns the rows of the last */
export async function query<T>(url: string, text: string, values: readonly unknown[] = []): Promise<T[]> {
  const client = new pg.Client(connectionSettings(url));
  await client.connect();
  try {
    return (await client.query(text, [...values])).rows as T[];
  } finally {
    await client.end();
  }
}

const TEMPLATE = 'mpin_template';

/** Makes the template once for all processes of the run: a copy of it is much faster than all migrations. */
async function ensureTemplate(url: (database: string) => string): Promise<void> {
  const client = new pg.Client(connectionSettings(url('postgres')));
  await client.connect();
  try {
    await client.query('SELECT pg_advisory_lock(1)');
    if ((await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [TEMPLATE])).rows.length > 0) return;
    await client.query(`DROP DATABASE IF EXISTS ${TEMPLATE}_unfinished`);
    await client.query(`CREATE DATABASE ${TEMPLATE}_unfinished`);
    await (await openDatabase({ dataDir: '', databaseUrl: url(`${TEMPLATE}_unfinished`) })).close();
    await client.query(`ALTER DATABASE ${TEMPLATE}_unfinished RENAME TO ${TEMPLATE}`);
  } finally {
    await client.end();
  }
}

let template: Promise<void> | undefined;

/** A database of one's own. */
export interface PostgresDatabase {
  readonly url: string;
  remove(): Promise<void>;
}

/** Makes a database: with the tables of this version, or without any. */
export async function postgresDatabase({ empty = false } = {}): Promise<PostgresDatabase> {
  const url = await (server ??= find());
  if (!empty) await (template ??= ensureTemplate(url));
  const name = `mpin_${randomUUID().replaceAll('-', '')}`;
  await query(url('postgres'), `CREATE DATABASE ${name}${empty ? '' : ` TEMPLATE ${TEMPLATE}`}`);
  return { url: url(name), remove: async () => void await query(url('postgres'), `DROP DATABASE ${name} WITH (FORCE)`) };
}
