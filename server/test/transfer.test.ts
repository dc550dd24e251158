import assert from 'node:assert/strict';
import { cpSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { openFoundation } from '../src/foundation.ts';
import type { Foundation } from '../src/foundation.ts';
import { loadConfig } from '../src/config/load.ts';
import { exportDatabase, importDatabase, TransferError } from '../src/store/transfer.ts';
import { runChild } from './support/child.ts';
import { KINDS, testDatabase } from './support/database.ts';
import type { Kind, TestDatabase } from './support/database.ts';
import { prove, register, signIn } from './support/device.ts';
import type { DeviceIdentity } from './support/device.ts';
import { outcome } from './support/http.ts';
import { temporaryDirectory } from './support/resources.ts';
import { startPlatform } from './support/test-platform.ts';
import type { TestPlatform } from './support/test-platform.ts';

const PIN = '9753';
const OTHERS = { MPIN_DEV: '1', MPIN_PUBLIC_URL: 'http://localhost:9', MPIN_LOG_LEVEL: 'silent' };

async function* linesOf(text: string): AsyncGenerator<string> {
  yield* text.split('\n').filter((line) => line !== '');
}
/** An export without its header, whose check is sealed anew each time, in an order that does not depend on the database. */
const contents = (text: string): readonly string[] => text.split('\n').slice(1).map((line) => {
  const value = JSON.parse(line === '' ? '{}' : line) as { row?: Record<string, unknown> };
  return JSON.stringify(value.row === undefined ? value : { ...value, row: Object.fromEntries(Object.entries(value.row).sort()) });
}).sort();

for (const kind of KINDS) {
  const other: Kind = kind === 'sqlite' ? 'postgres' : 'sqlite';

  describe(`an export of ${kind}`, () => {
    let source: TestPlatform;
    let identity: DeviceIdentity;
    let text = '';
    const opened: { foundation: Foundation; database: TestDatabase }[] = [];
    before(async () => {
      source = await startPlatform({ kind });
      identity = await register(source, PIN);
      assert.equal(outcome(await signIn(source, identity, PIN)), '200');
      await signIn(source, identity, '9754');
      await prove(source, identity, PIN);
      text = await written(source.core);
    });
    after(async () => {
      for (const { foundation, database } of opened) {
        await foundation.db.close();
        await database.remove();
      }
      await source.close();
    });

    async function written({ db, sealer }: Pick<Foundation, 'db' | 'sealer'>): Promise<string> {
      let lines = '';
      await exportDatabase(db, sealer, async (line) => { lines += line; });
      return lines;
    }
    /** A new database of the other kind, with the key files of the source unless it is to have its own. */
    async function target(options: { ownKey?: boolean } = {}): Promise<{ foundation: Foundation; database: TestDatabase }> {
      const database = await testDatabase(other);
      if (options.ownKey !== true) for (const name of ['master.key', 'authority-1', 'authority-2']) cpSync(join(source.dataDir, name), join(database.dataDir, name), { recursive: true });
      const foundation = await openFoundation(loadConfig({ ...OTHERS, ...database.environment }));
      opened.push({ foundation, database });
      return { foundation, database };
    }

    it(`holds everything when it is taken into ${other} and out again, and people sign in there`, async () => {
      const { foundation, database } = await target();
      const rows = await importDatabase(foundation.db, foundation.sealer, linesOf(text));
      assert.ok(rows > 15);
      assert.deepEqual(contents(await written(foundation)), contents(text));
      const beside = { ...source, database } as TestPlatform;
      const platform = await startPlatform({ beside });
      try {
        const failed = await signIn(platform, identity, '9754');
        assert.deepEqual([outcome(failed), (failed.body['context'] as Record<string, string>)['attemptsLeft']], ['401 UNSUCCESSFUL_AUTHENTICATION', '1'], 'the strike came along');
        assert.equal(outcome(await signIn(platform, identity, PIN)), '200');
        assert.equal(outcome(await signIn(platform, await register(platform, PIN), PIN)), '200', 'growing keys go on');
      } finally {
        await platform.close();
      }
    });

    it('tells no secret: what is sealed or hashed stays so', () => {
      assert.doesNotMatch(text, new RegExp(readFileSync(join(source.dataDir, 'master.key'), 'utf8').trim()));
      for (const secret of [source.project.clientSecret, identity.token]) assert.equal(text.includes(secret), false);
    });

    it('is refused by a database that holds something, whole and unchanged', async () => {
      const { foundation } = await target();
      await importDatabase(foundation.db, foundation.sealer, linesOf(text));
      await assert.rejects(importDatabase(foundation.db, foundation.sealer, linesOf(text)), /not empty/);
    });

    it('is refused under another master key, with another schema, cut off, damaged', async () => {
      const stranger = await target({ ownKey: true });
      await assert.rejects(importDatabase(stranger.foundation.db, stranger.foundation.sealer, linesOf(text)), /another master key/);
      const { foundation } = await target();
      const [header = '', ...rest] = text.split('\n');
      const cases: readonly [string, RegExp][] = [
        [[header.replace(/"schema":"[^"]*"/, '"schema":"0001-foundation"'), ...rest].join('\n'), /schema 0001-foundation/],
        [text.split('\n').slice(0, -2).join('\n'), /cut off/], [[header, '{', ...rest].join('\n'), /not JSON/], [[header, '7', ...rest].join('\n'), /no object/],
        [[header, '{"table":"sqlite_master","row":{"name":"x"}}', ...rest].join('\n'), /fits no table/], [[header, '{"table":"projects","row":{"nothing":1}}', ...rest].join('\n'), /fits no table/],
        ['{"hello":1}', /no export/], ['', /cut off/],
      ];
      for (const [file, message] of cases) {
        await assert.rejects(importDatabase(foundation.db, foundation.sealer, linesOf(file)), (error: unknown) => error instanceof TransferError && message.test(error.message), String(message));
      }
      assert.ok(await importDatabase(foundation.db, foundation.sealer, linesOf(text)) > 15, 'nothing of the refused files remained');
    });
  });
}

describe('the commands export and import', () => {
  it('write a file for its owner alone, and take it in', async () => {
    const directory = temporaryDirectory();
    const path = (name: string): string => join(directory.path, name);
    const environment = (name: string): Record<string, string> => ({ ...OTHERS, MPIN_DATA: path(name), MPIN_MASTER_KEY: 'ab'.repeat(32) });
    try {
      await runChild(['project', 'create', '--name', 'Shop'], environment('one'));
      const out = await runChild(['export', '--out', path('all.jsonl')], environment('one'));
      assert.equal(out.code, 0, out.output);
      assert.equal(statSync(path('all.jsonl')).mode & 0o777, 0o600);
      const taken = await runChild(['import', '--in', path('all.jsonl')], environment('two'));
      assert.deepEqual([taken.code, taken.output], [0, out.output]);
      const again = await runChild(['import', '--in', path('all.jsonl')], environment('two'));
      assert.deepEqual([again.code, /not empty/.test(again.output)], [1, true]);
      writeFileSync(path('there'), '');
      assert.deepEqual([(await runChild(['export', '--out', path('there')], environment('one'))).code, (await runChild(['import', '--in', path('nowhere')], environment('three'))).code], [1, 1]);
    } finally {
      directory.remove();
    }
  });
});
