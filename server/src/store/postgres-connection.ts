import pg from 'pg';

const CONNECT_MS = 10_000;

/** int8 and numeric arrive as text otherwise. Times and counts fit into a number. */
const NUMERIC_TYPES = new Set<number>([pg.types.builtins.INT8, pg.types.builtins.NUMERIC]);
const types = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    (NUMERIC_TYPES.has(oid) ? Number : pg.types.getTypeParser(oid, format as 'text'))) as typeof pg.types.getTypeParser,
};

/** The settings of every connection to this database. */
export function connectionSettings(url: string): pg.ClientConfig {
  return { connectionString: url, application_name: 'mpin-platform', connectionTimeoutMillis: CONNECT_MS, keepAlive: true, types };
}
