import { sql } from 'kysely';
import type { Sealer } from '../keys/sealing.ts';
import type { Database, Queries } from './database.ts';
import { continueGrowingKeys, rowsOf, schemaVersion, tablesInOrder } from './tables.ts';
import type { Row } from './tables.ts';

/** Why a file cannot be taken in; its message says what would help. */
export class TransferError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'TransferError';
  }
}

const FORMAT = 'mpin-platform export 1';
const CHECK = 'export check';
/** Values in one statement at most, far below what either database takes. */
const VALUES = 10_000;

interface Header { readonly format: string; readonly schema: string; readonly check: string }
type Line = Header | { readonly table: string; readonly row: Row } | { readonly rows: number };

/**
 * Writes every table as lines of JSON: a header, the rows, their number. What is sealed or hashed stays so; the master
 * key is not in it, only something that tells whether another has the same.
 *
 * @returns how many rows
 */
export async function exportDatabase(db: Database, sealer: Sealer, write: (line: string) => Promise<void>): Promise<number> {
  return db.snapshot(async (queries) => {
    const say = (line: Line): Promise<void> => write(`${JSON.stringify(line)}\n`);
    await say({ format: FORMAT, schema: await schemaVersion(queries), check: sealer.seal(CHECK, FORMAT) });
    let rows = 0;
    for (const { name } of await tablesInOrder(db.kind, queries)) {
      for await (const batch of rowsOf(db.kind, queries, name)) {
        for (const row of batch) await say({ table: name, row });
        rows += batch.length;
      }
    }
    await say({ rows });
    return rows;
  });
}

function parse(line: string): Line {
  try {
    const value: unknown = JSON.parse(line);
    if (typeof value === 'object' && value !== null) return value as Line;
  } catch {
    throw new TransferError('The file is damaged: a line is not JSON.');
  }
  throw new TransferError('The file is damaged: a line is no object.');
}

async function checkHeader(header: Line, queries: Queries, sealer: Sealer): Promise<void> {
  if (!('format' in header) || header.format !== FORMAT) throw new TransferError('This is no export of the platform.');
  const version = await schemaVersion(queries);
  if (header.schema !== version) {
    throw new TransferError(`The file was written with schema ${header.schema}, this database has ${version}. Import it with the release that wrote it, then upgrade.`);
  }
  try {
    sealer.open(CHECK, header.check);
  } catch {
    throw new TransferError('The file was sealed under another master key. Give this platform the same one (MPIN_MASTER_KEY, or master.key in MPIN_DATA) first.');
  }
}

/** Takes rows of one table at a time and writes them in large statements. */
function writer(queries: Queries, columns: ReadonlyMap<string, ReadonlySet<string>>) {
  let table = '';
  let waiting: Row[] = [];
  const flush = async (): Promise<void> => {
    const names = Object.keys(waiting[0] ?? {});
    if (names.length > 0) {
      const tuples = waiting.map((row) => sql`(${sql.join(names.map((name) => row[name] ?? null))})`);
      await sql`INSERT INTO ${sql.table(table)} (${sql.join(names.map((name) => sql.ref(name)))}) VALUES ${sql.join(tuples)}`.execute(queries);
    }
    waiting = [];
  };
  return {
    flush,
    async add(name: string, row: Row) {
      const known = columns.get(name);
      if (known === undefined || Object.keys(row).some((column) => !known.has(column))) throw new TransferError(`The file is damaged: it holds a row that fits no table (${name}).`);
      if (name !== table || waiting.length * known.size >= VALUES) await flush();
      table = name;
      waiting.push(row);
    },
  };
}

/**
 * Takes an export into an empty database, all of it or nothing.
 *
 * @returns how many rows
 * @throws TransferError where the database holds something, or the file is of another version or key, damaged or cut off
 */
export async function importDatabase(db: Database, sealer: Sealer, lines: AsyncIterable<string>): Promise<number> {
  return db.transaction(async (queries) => {
    const tables = await tablesInOrder(db.kind, queries);
    for (const { name } of tables) {
      const { rows } = await sql`SELECT 1 FROM ${sql.table(name)} LIMIT 1`.execute(queries);
      if (rows.length > 0) throw new TransferError(`The database is not empty: ${name} has rows. Import into a new one.`);
    }
    const { add, flush } = writer(queries, new Map(tables.map(({ name, columns }) => [name, new Set(columns.map((column) => column.name))])));
    let started = false;
    let rows = 0;
    let announced: number | undefined;
    for await (const text of lines) {
      const line = parse(text);
      if (!started) await checkHeader(line, queries, sealer);
      else if ('table' in line) {
        await add(line.table, line.row);
        rows += 1;
      } else if ('rows' in line) announced = line.rows;
      started = true;
    }
    await flush();
    if (announced !== rows) throw new TransferError('The file is cut off: it holds fewer rows than it should. Export again.');
    await continueGrowingKeys(db.kind, queries, tables);
    return rows;
  });
}
