import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { test } from 'node:test';
import { MpinError } from '../../src/errors.ts';
import { browserStorage, memoryRecords, SealedStorage } from '../../src/storage/index.ts';
import { cases, identityOf, scope, type Check } from './contract.ts';

const check: Check = {
  equal: assert.equal,
  deepEqual: assert.deepEqual,
  rejects: (promise, code) => assert.rejects(promise, (error: unknown) => error instanceof MpinError && error.code === code),
};

for (const [name, run] of Object.entries(cases)) {
  test(`in memory: ${name}`, async () => {
    const records = memoryRecords();
    await run({ records, one: new SealedStorage(records), other: new SealedStorage(records) }, check);
  });
}

test('a page without crypto.subtle is an insecure context', async (t) => {
  t.mock.getter(globalThis, 'crypto', () => ({ getRandomValues: () => new Uint8Array() }) as unknown as Crypto);
  await check.rejects(new SealedStorage(memoryRecords()).save(identityOf('a')), 'INSECURE_CONTEXT');
});

test('a record of another origin stays shut', async (t) => {
  const records = memoryRecords();
  const storage = new SealedStorage(records);
  const globals = globalThis as { location?: unknown };
  globals.location = { origin: 'https://shop.test' };
  t.after(() => {
    delete globals.location;
  });
  await storage.save(identityOf('a'));
  globals.location = { origin: 'https://thief.test' };
  assert.equal((await storage.identities(scope))[0]?.state, 'damaged');
});

test('where there is no IndexedDB the storage is blocked, by name', async () => {
  await check.rejects(browserStorage().identities(scope), 'STORAGE_BLOCKED');
});

test('importing client and storage touches no global', () => {
  const script = `
    for (const name of ['indexedDB', 'localStorage', 'navigator', 'document', 'location', 'BroadcastChannel', 'fetch']) {
      Object.defineProperty(globalThis, name, { get: () => { throw new Error('touched ' + name); } });
    }
    await import('./src/storage/index.ts');
    const { MpinClient, memoryStorage } = await import('./src/client/index.ts');
    console.log(typeof MpinClient, typeof memoryStorage);
  `;
  const output = execFileSync(process.execPath, ['--import', 'tsx', '--input-type=module', '--eval', script], { encoding: 'utf8' });
  assert.equal(output.trim(), 'function function');
});
