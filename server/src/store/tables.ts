import { sql } from 'kysely';
import type { TableMetadata } from 'kysely';
import type { Database, Queries } from './database.ts';

/** A row of any table: what the schema holds is text, whole numbers and nothing else. */
export type Row = Readonly<Record<string, string | number | null>>;

const BATCH = 1000;

/** Which tables a table refers to. */
async function references(kind: Database['kind'], queries: Queries, table: string): Promise<readonly string[]> {
  const { rows } = await (kind === 'sqlite'
    ? sql<{ target: string }>`SELECT DISTINCT "table" AS target FROM pragma_foreign_key_list(${table})`
    : sql<{ target: string }>`SELECT DISTINCT t.relname AS target FROM pg_constraint c JOIN pg_class t ON t.oid = c.confrelid
        WHERE c.contype = 'f' AND c.conrelid = (quote_ident(current_schema()) || '.' || quote_ident(${table}))::regclass`).execute(queries);
  return rows.map(({ target }) => target);
}

/** All tables of the schema, each after those that it refers to. */
export async function tablesInOrder(kind: Database['kind'], queries: Queries): Promise<readonly TableMetadata[]> {
  const all = (await queries.introspection.getTables()).filter(({ isView }) => !isView).sort((a, b) => (a.name < b.name ? -1 : 1));
  const waiting = new Map(all.map((table) => [table.name, table]));
  const ordered: TableMetadata[] = [];
  const place = async (table: TableMetadata): Promise<void> => {
    if (!waiting.delete(table.name)) return;
    for (const target of await references(kind, queries, table.name)) {
      const before = waiting.get(target);
      if (before !== undefined) await place(before);
    }
    ordered.push(table);
  };
  for (const table of all) await place(table);
  return ordered;
}

/** The name of the newest migration that was applied. */
export async function schemaVersion(queries: Queries): Promise<string> {
  const { rows } = await sql<{ name: string }>`SELECT name FROM kysely_migration ORDER BY name DESC LIMIT 1`.execute(queries);
  return rows[0]?.name ?? '';
}

/** The rows of a table, some at a time: by a cursor of the snapshot on PostgreSQL, by row number on SQLite. */
export async function* rowsOf(kind: Database['kind'], queries: Queries, table: string): AsyncGenerator<readonly Row[]> {
  if (kind === 'postgres') {
    await sql`DECLARE export_rows NO SCROLL CURSOR FOR SELECT * FROM ${sql.table(table)}`.execute(queries);
    for (;;) {
      const { rows } = await sql.raw<Row>(`FETCH ${BATCH} FROM export_rows`).execute(queries);
      if (rows.length === 0) break;
      yield rows;
    }
    await sql`CLOSE export_rows`.execute(queries);
    return;
  }
  let last = Number.MIN_SAFE_INTEGER;
  for (;;) {
    const { rows } = await sql<{ '#': number } & Record<string, string | number | null>>`
      SELECT rowid AS "#", * FROM ${sql.table(table)} WHERE rowid > ${last} ORDER BY rowid LIMIT ${BATCH}`.execute(queries);
    if (rows.length === 0) return;
    last = rows.at(-1)?.['#'] ?? last;
    for (const row of rows) Reflect.deleteProperty(row, '#');
    yield rows;
  }
}

/** Lets every growing key go on after the largest that is there. */
export async function continueGrowingKeys(kind: Database['kind'], queries: Queries, tables: readonly TableMetadata[]): Promise<void> {
  if (kind === 'sqlite') return;
  for (const { name, columns } of tables) {
    const key = columns.find(({ isAutoIncrementing }) => isAutoIncrementing);
    if (key === undefined) continue;
    await sql`SELECT setval(pg_get_serial_sequence(${name}, ${key.name}), m) FROM (SELECT max(${sql.ref(key.name)}) AS m FROM ${sql.table(name)}) AS largest WHERE m IS NOT NULL`.execute(queries);
  }
}
