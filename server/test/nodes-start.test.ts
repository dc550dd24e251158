import assert from 'node:assert/strict';
import { cpSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { startPostgres } from '../../scripts/lib/postgres.mjs';
import { buildPlatform } from '../src/build-platform.ts';
import { loadConfig } from '../src/config/load.ts';
import { openDatabase } from '../src/store/database.ts';
import { claimTurn } from '../src/store/turns.ts';
import { runChild, startChild } from './support/child.ts';
import { KINDS, testDatabase } from './support/database.ts';
import { register, signIn } from './support/device.ts';
import { outcome } from './support/http.ts';
import { postgresDatabase, query } from './support/postgres.ts';
import { eventually, temporaryDirectory } from './support/resources.ts';
import { startPlatform } from './support/test-platform.ts';
import type { TestPlatform } from './support/test-platform.ts';

const DEVELOPMENT = { PORT: '0', MPIN_DEV: '1', MPIN_PUBLIC_URL: 'http://localhost:9', MPIN_WORKERS: '1' };

describe('nodes that start at once on an empty PostgreSQL', () => {
  it('migrate once, and make every key and the demo project once', async () => {
    const database = await postgresDatabase({ empty: true });
    const directory = temporaryDirectory();
    const environment = { ...DEVELOPMENT, MPIN_DATA: directory.path, MPIN_DATABASE_URL: database.url };
    const nodes = [startChild([], environment), startChild([], environment), startChild([], environment)];
    try {
      await Promise.all(nodes.map((node) => node.line('publicUrl')));
      const count = async (sql: string): Promise<number> => (await query<{ n: number }>(database.url, `SELECT count(*) AS n FROM ${sql}`))[0]?.n ?? -1;
      assert.deepEqual([await count('projects'), await count('server_secrets'), await count('authority_links')], [1, 1, 2]);
      assert.equal(await count('keys'), await count('(SELECT DISTINCT purpose FROM keys) AS purposes'));
      assert.ok(await count('keys') >= 3);
    } finally {
      await Promise.all(nodes.map((node) => node.end('SIGTERM')));
      await database.remove();
      directory.remove();
    }
  });
});

describe('two processes that start at once on one SQLite file', () => {
  it('migrate once and both do their work', async () => {
    const directory = temporaryDirectory();
    const environment = { ...DEVELOPMENT, MPIN_DATA: directory.path };
    const made = await Promise.all(['One', 'Two'].map((name) => runChild(['project', 'create', '--name', name], environment)));
    assert.deepEqual(made.map(({ code }) => code), [0, 0], made.map(({ output }) => output).join('\n'));
    directory.remove();
  });
});

describe('a node with a directory of its own', () => {
  it('is refused, and told what every node needs: the same master key, the same two trust authorities', async () => {
    const first = await startPlatform({ kind: 'postgres' });
    const directory = temporaryDirectory();
    const build = (name: string): Promise<unknown> => buildPlatform(loadConfig({
      ...DEVELOPMENT, MPIN_LOG_LEVEL: 'silent', MPIN_DATABASE_URL: first.database.environment['MPIN_DATABASE_URL'], MPIN_DATA: join(directory.path, name),
    }));
    try {
      await assert.rejects(build('nothing'), /the master key is not the one/);
      mkdirSync(join(directory.path, 'key-only'));
      cpSync(join(first.dataDir, 'master.key'), join(directory.path, 'key-only', 'master.key'));
      await assert.rejects(build('key-only'), /Every node needs the same two/);
      assert.equal((await first.core.db.queries.selectFrom('server_secrets').select('id').execute()).length, 1);
    } finally {
      await first.close();
      directory.remove();
    }
  });
});

describe('a database that cannot be used', () => {
  it('keeps the platform from starting, which says so without the password', async () => {
    const directory = temporaryDirectory();
    const { code, output } = await runChild([], { ...DEVELOPMENT, MPIN_DATA: directory.path, MPIN_DATABASE_URL: 'postgres://mpin:hunter2@127.0.0.1:9/mpin' });
    assert.equal(code, 1);
    assert.match(output, /MPIN_DATABASE_URL/);
    assert.doesNotMatch(output, /hunter2/);
    directory.remove();
  });
});

describe('a PostgreSQL that crashes', () => {
  it('loses nothing that was answered, and the platform goes on when it is back', async () => {
    const server = await startPostgres({ durable: true });
    const directory = temporaryDirectory();
    let platform: TestPlatform | undefined;
    try {
      platform = await startPlatform({ kind: 'sqlite', environment: { MPIN_DATA: directory.path, MPIN_DATABASE_URL: server.url() } });
      const { url } = platform;
      const identities = await Promise.all([1, 2, 3].map(() => register(platform!, '1357')));
      await server.crash();
      assert.equal(await eventually('the platform to be ready again', async () => ((await fetch(`${url}/readyz`)).status === 200 ? true : undefined)), true);
      for (const identity of identities) assert.equal(outcome(await signIn(platform, identity, '1357')), '200');
    } finally {
      await platform?.close();
      await server.stop();
      directory.remove();
    }
  });
});

for (const kind of KINDS) {
  describe(`housekeeping on ${kind}`, () => {
    it('is done by one node at a time, and by another when that one is gone', async () => {
      const place = await testDatabase(kind);
      const db = await openDatabase({ dataDir: place.dataDir, databaseUrl: place.environment['MPIN_DATABASE_URL'] });
      try {
        const claims = await Promise.all(Array.from({ length: 5 }, () => claimTurn(db.queries, 'housekeeping', 1000, 100)));
        assert.deepEqual(claims.filter(Boolean), [true]);
        assert.equal(await claimTurn(db.queries, 'housekeeping', 1099, 100), false);
        assert.equal(await claimTurn(db.queries, 'housekeeping', 1100, 100), true);
      } finally {
        await db.close();
        await place.remove();
      }
    });
  });
}
