import { assert } from '@open-wc/testing';
import { MpinError } from '../../src/errors.ts';
import { browserStorage, indexedDbRecords, SealedStorage } from '../../src/storage/index.ts';
import { cases, identityOf, scope, type Check } from './contract.ts';

const check: Check = {
  equal: assert.strictEqual,
  deepEqual: assert.deepEqual,
  rejects: async (promise, code) => {
    const error: unknown = await promise.then(() => undefined, (reason: unknown) => reason);
    assert.instanceOf(error, MpinError);
    assert.equal((error).code, code);
  },
};

let number = 0;
function freshName(): string {
  number += 1;
  return `test ${number} ${crypto.randomUUID()}`;
}

function finished(request: IDBRequest): Promise<unknown> {
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => {
      resolve(request.result);
    });
    request.addEventListener('error', () => {
      reject(request.error);
    });
  });
}

describe('identities in IndexedDB', () => {
  for (const [name, run] of Object.entries(cases)) {
    it(name, async () => {
      const database = freshName();
      const subject = {
        records: indexedDbRecords(database), one: new SealedStorage(indexedDbRecords(database)), other: new SealedStorage(indexedDbRecords(database)),
      };
      await run(subject, check);
    });
  }

  it('outlast the page, and their key cannot be read out', async () => {
    const database = freshName();
    await browserStorage(database).save(identityOf('alice@example.com'));
    const reloaded = browserStorage(database);
    const [listed] = await reloaded.identities(scope);
    assert.equal((await reloaded.open(scope, listed?.id ?? '')).token, identityOf('alice@example.com').token);
    const key = (await indexedDbRecords(database).entries()).find(([name]) => name === 'sealing-key')?.[1];
    assert.instanceOf(key, CryptoKey);
    const exported: unknown = await crypto.subtle.exportKey('raw', key).then(() => 'exported', (error: unknown) => (error as Error).name);
    assert.equal(exported, 'InvalidAccessError');
  });

  it('of two tabs that make the first key at once, one wins in both', async () => {
    const database = freshName();
    const tabs = Array.from({ length: 8 }, () => browserStorage(database));
    await Promise.all(tabs.map((tab, index) => tab.save(identityOf(`user${index}@example.com`))));
    const states = (await browserStorage(database).identities(scope)).map(({ state }) => state);
    assert.deepEqual(states, tabs.map(() => 'active'));
  });

  it('a database that the browser has emptied is lost once, then empty', async () => {
    const database = freshName();
    await browserStorage(database).save(identityOf('alice@example.com'));
    const db = await finished(indexedDB.open(database)) as IDBDatabase;
    await finished(db.transaction('records', 'readwrite').objectStore('records').clear());
    db.close();
    const reloaded = browserStorage(database);
    await check.rejects(reloaded.identities(scope), 'STORAGE_LOST');
    assert.deepEqual(await reloaded.identities(scope), []);
  });

  it('a connection that the browser has closed is opened again', async () => {
    const database = freshName();
    const connections: IDBDatabase[] = [];
    const open = indexedDB.open.bind(indexedDB);
    Object.defineProperty(indexedDB, 'open', {
      configurable: true,
      value: (name: string) => {
        const request = open(name);
        request.addEventListener('success', () => connections.push(request.result));
        return request;
      },
    });
    try {
      const storage = browserStorage(database);
      await storage.save(identityOf('alice@example.com'));
      for (const connection of connections) connection.close();
      assert.lengthOf(await storage.identities(scope), 1);
    } finally {
      Reflect.deleteProperty(indexedDB, 'open');
    }
  });

  for (const [name, code] of [['QuotaExceededError', 'STORAGE_FULL'], ['SecurityError', 'STORAGE_BLOCKED'], ['UnknownError', 'STORAGE_BLOCKED']] as const) {
    it(`${name} is ${code}`, async () => {
      const storage = browserStorage(freshName());
      await storage.save(identityOf('alice@example.com'));
      const { put } = IDBObjectStore.prototype;
      IDBObjectStore.prototype.put = () => {
        throw new DOMException('refused', name);
      };
      try {
        await check.rejects(storage.save(identityOf('bob@example.com')), code);
      } finally {
        IDBObjectStore.prototype.put = put;
      }
      assert.lengthOf(await storage.identities(scope), 1);
    });
  }

  it('a page that may not use IndexedDB at all is told so', async () => {
    Object.defineProperty(indexedDB, 'open', {
      configurable: true,
      value: () => {
        throw new DOMException('refused', 'SecurityError');
      },
    });
    try {
      await check.rejects(browserStorage(freshName()).identities(scope), 'STORAGE_BLOCKED');
    } finally {
      Reflect.deleteProperty(indexedDB, 'open');
    }
  });

  it('asking not to be evicted never fails', async () => {
    await browserStorage(freshName()).persist();
  });
});
