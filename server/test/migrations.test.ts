import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, it } from 'node:test';
import BetterSqlite3 from 'better-sqlite3';
import { foundation } from '../src/store/migrations/0001-foundation.ts';
import { migrations } from '../src/store/migrations/index.ts';
import { openDatabase } from '../src/store/database.ts';
import { KINDS } from './support/database.ts';
import type { Kind } from './support/database.ts';
import { register, signIn } from './support/device.ts';
import type { DeviceIdentity } from './support/device.ts';
import { context, outcome } from './support/http.ts';
import { postgresDatabase, query } from './support/postgres.ts';
import { temporaryDirectory } from './support/resources.ts';
import { startPlatform } from './support/test-platform.ts';

/** What a platform of the first release left behind: its rows, its key files, and a device that belongs to it. */
interface Older {
  readonly files: Readonly<Record<string, string>>;
  readonly rows: Readonly<Record<string, readonly Record<string, string | number | null>[]>>;
  readonly device: { readonly pin: string; readonly identity: DeviceIdentity };
}
const older = JSON.parse(readFileSync(new URL('fixtures/0001.json', import.meta.url), 'utf8')) as Older;

/** The statements that make its database, with what the migrations of that release noted. */
function statements(growingKey: string): readonly string[] {
  const literal = (value: string | number | null): string => (typeof value === 'string' ? `'${value.replaceAll("'", "''")}'` : String(value));
  const order = foundation.flatMap((statement) => /^CREATE TABLE (\w+)/.exec(statement)?.[1] ?? []);
  return [
    ...foundation.map((statement) => statement.replace('GROWING_KEY', growingKey)),
    'CREATE TABLE kysely_migration (name varchar(255) NOT NULL PRIMARY KEY, timestamp varchar(255) NOT NULL)',
    'CREATE TABLE kysely_migration_lock (id varchar(255) NOT NULL PRIMARY KEY, is_locked integer DEFAULT 0 NOT NULL)',
    "INSERT INTO kysely_migration VALUES ('0001-foundation', '2026-01-01T00:00:00.000Z')", "INSERT INTO kysely_migration_lock VALUES ('migration_lock', 0)",
    ...order.flatMap((table) => (older.rows[table] ?? []).map((row) => `INSERT INTO ${table} (${Object.keys(row).join(', ')}) VALUES (${Object.values(row).map(literal).join(', ')})`)),
    ...(growingKey.startsWith('bigserial') ? ['server_secrets', 'strikes', 'audit', 'passes'].map((table) => `SELECT setval(pg_get_serial_sequence('${table}', 'id'), (SELECT coalesce(max(id), 1) FROM ${table}))`) : []),
  ];
}

async function olderPlatform(kind: Kind): Promise<{ environment: Record<string, string>; remove: () => Promise<void> }> {
  const directory = temporaryDirectory();
  for (const [name, content] of Object.entries(older.files)) {
    mkdirSync(dirname(join(directory.path, name)), { recursive: true });
    writeFileSync(join(directory.path, name), content, { mode: 0o600 });
  }
  if (kind === 'sqlite') {
    const file = new BetterSqlite3(join(directory.path, 'platform.db'));
    for (const statement of statements('integer PRIMARY KEY AUTOINCREMENT')) file.exec(statement);
    file.close();
    return { environment: { MPIN_DATA: directory.path }, remove: async () => directory.remove() };
  }
  const database = await postgresDatabase({ empty: true });
  for (const statement of statements('bigserial PRIMARY KEY')) await query(database.url, statement);
  return {
    environment: { MPIN_DATA: directory.path, MPIN_DATABASE_URL: database.url },
    async remove() {
      await database.remove();
      directory.remove();
    },
  };
}

for (const kind of KINDS) {
  describe(`a database of the first release on ${kind}`, () => {
    it('is brought up to date: its people sign in, its strikes count, and new people join', async () => {
      const place = await olderPlatform(kind);
      // The fixture does not grow old.
      const platform = await startPlatform({ kind: 'sqlite', environment: { ...place.environment, MPIN_INACTIVITY_DAYS: '0' } });
      try {
        const { identity, pin } = older.device;
        const failed = await signIn(platform, identity, '0000');
        assert.deepEqual([outcome(failed), context(failed)['attemptsLeft']], ['401 UNSUCCESSFUL_AUTHENTICATION', '1']);
        assert.equal(outcome(await signIn(platform, identity, pin)), '200');
        assert.equal(outcome(await signIn(platform, await register(platform, pin), pin)), '200');
        const [application] = older.rows['applications'] ?? [];
        const kept = await platform.core.db.queries.selectFrom('applications').select(['type', 'rights']).where('id', '=', String(application?.['id'])).executeTakeFirstOrThrow();
        assert.deepEqual(kept, { type: 'sign-in', rights: '["sign"]' }, 'what it could do, it still can');
      } finally {
        await platform.close();
        await place.remove();
      }
    });
  });
}

describe('a database of a newer release', () => {
  it('is refused, untouched', async () => {
    const directory = temporaryDirectory();
    await (await openDatabase({ dataDir: directory.path })).close();
    const file = new BetterSqlite3(join(directory.path, 'platform.db'));
    file.exec("INSERT INTO kysely_migration VALUES ('9999-from-the-future', '2099-01-01T00:00:00.000Z')");
    file.close();
    await assert.rejects(openDatabase({ dataDir: directory.path }), /brought up to date/);
    directory.remove();
  });
});

describe('migrations', () => {
  it('stand in the order of their names, so that one that was added is applied after those that were', () => {
    const names = Object.keys(migrations('bigserial PRIMARY KEY'));
    assert.deepEqual(names, [...names].sort());
  });
});
