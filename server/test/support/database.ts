import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { postgresDatabase, query } from './postgres.ts';
import { temporaryDirectory } from './resources.ts';

/** Both kinds, for tests that run on each in one pass. */
export const KINDS = ['sqlite', 'postgres'] as const;
export type Kind = (typeof KINDS)[number];

/** The kind that this pass of the tests runs on: `npm test` runs the platform's tests once on each. */
export const KIND: Kind = process.env['MPIN_TEST_DATABASE'] === 'postgres' ? 'postgres' : 'sqlite';

/** Where a platform of a test keeps its data. */
export interface TestDatabase {
  /** Settings that lead a platform there. */
  readonly environment: Readonly<Record<string, string>>;
  readonly dataDir: string;
  /** Reads past the platform, from another connection; `?` stands for a value. */
  rows<T>(sql: string, ...values: readonly unknown[]): Promise<T[]>;
  remove(): Promise<void>;
}

/** Makes an empty place for a platform's data. */
export async function testDatabase(kind: Kind = KIND): Promise<TestDatabase> {
  const directory = temporaryDirectory();
  if (kind === 'sqlite') {
    return {
      environment: { MPIN_DATA: directory.path }, dataDir: directory.path,
      async rows<T>(sql: string, ...values: readonly unknown[]) {
        const file = new BetterSqlite3(join(directory.path, 'platform.db'), { readonly: true });
        try {
          return file.prepare(sql).all(...values) as T[];
        } finally {
          file.close();
        }
      },
      remove: async () => directory.remove(),
    };
  }
  const database = await postgresDatabase();
  return {
    environment: { MPIN_DATA: directory.path, MPIN_DATABASE_URL: database.url }, dataDir: directory.path,
    rows: (sql, ...values) => {
      let n = 0;
      return query(database.url, sql.replaceAll('?', () => `$${n += 1}`), values);
    },
    async remove() {
      await database.remove();
      directory.remove();
    },
  };
}
