import { createStore, promisifyRequest, type UseStore } from 'idb-keyval';
import { MpinError } from '../errors.ts';
import { storageError } from './errors.ts';
import { SealedStorage } from './sealed-storage.ts';
import type { IdentityStorage, RecordStore } from './types.ts';

/** An open that takes longer hangs for good: some browsers never answer while another tab holds the database. */
const OPEN_TIMEOUT_MS = 5000;

/**
 * Records in a database of their own. Nothing is opened before the first use, so that importing this in Node or on a
 * server is harmless.
 */
export function indexedDbRecords(name: string): RecordStore {
  const listeners = new Set<() => void>();
  const marker = lossMarker(name);
  let store: UseStore | undefined;
  let channel: BroadcastChannel | undefined;

  const tell = (): void => {
    for (const listener of listeners) listener();
  };
  /** Undefined where the browser has no such channel, or withholds it: other tabs then learn of a change when they are reloaded. */
  const otherTabs = (): BroadcastChannel | undefined => {
    if (channel !== undefined) return channel;
    try {
      channel = new BroadcastChannel(name);
    } catch {
      return undefined;
    }
    channel.addEventListener('message', tell);
    return channel;
  };
  /** Runs once more on a new connection: browsers close them under memory pressure or when site data is cleared. */
  const run = async <T>(work: (use: UseStore) => Promise<T>): Promise<T> => {
    try {
      store ??= createStore(name, 'records');
      return await inTime(work(store));
    } catch (first) {
      if (!(first instanceof DOMException) || first.name !== 'InvalidStateError') throw storageError(first);
      store = createStore(name, 'records');
      return inTime(work(store)).catch((second: unknown) => {
        throw storageError(second);
      });
    }
  };

  return {
    entries: async () => {
      const found = await run(readAll);
      if (found.length === 0 && marker.isSet()) {
        marker.clear();
        throw new MpinError('STORAGE_LOST', 'The browser has deleted what this page had stored; register again');
      }
      return found;
    },
    change: async (key, decide) => {
      await run((use) => changeOne(use, key, decide));
      marker.set();
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has one origin and no such argument.
      otherTabs()?.postMessage('changed');
      tell();
    },
    persist: async () => {
      await globalThis.navigator?.storage?.persist?.().catch(() => false);
    },
    subscribe: (listener) => {
      listeners.add(listener);
      otherTabs();
      return () => listeners.delete(listener);
    },
  };
}

/** All records with their keys, as of one moment; in both lists the database's order is that of the keys. */
const readAll = (use: UseStore): Promise<[key: string, value: unknown][]> => use('readonly', async (records) => {
  const [keys, values] = await Promise.all([promisifyRequest(records.getAllKeys()), promisifyRequest<unknown[]>(records.getAll())]);
  return keys.map((key, i) => [String(key), values[i]]);
});

/** Reads and writes one record in one transaction; unlike idb-keyval's `update` it can also delete. */
function changeOne(use: UseStore, key: string, decide: (value: unknown) => unknown): Promise<void> {
  return use('readwrite', (records) => new Promise<void>((resolve, reject) => {
    const { transaction } = records;
    promisifyRequest(transaction).then(resolve, reject);
    const request = records.get(key);
    request.onsuccess = () => {
      try {
        const value: unknown = decide(request.result);
        if (value === undefined) records.delete(key);
        else records.put(value, key);
      } catch (error) {
        reject(error);
        transaction.abort();
      }
    };
  }));
}

async function inTime<T>(work: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new MpinError('STORAGE_BLOCKED', 'The browser\'s storage does not answer; close other tabs of this site'));
    }, OPEN_TIMEOUT_MS);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** A mark outside the database that tells an emptied database from one that was never used. Its absence is harmless. */
function lossMarker(name: string): { set(): void; isSet(): boolean; clear(): void } {
  const quietly = <T>(work: () => T): T | undefined => {
    try {
      return work();
    } catch {
      return undefined;
    }
  };
  return {
    set: () => quietly(() => {
      localStorage.setItem(name, 'in use');
    }),
    isSet: () => quietly(() => localStorage.getItem(name)) === 'in use',
    clear: () => quietly(() => {
      localStorage.removeItem(name);
    }),
  };
}

/**
 * Identities in this browser, for pages of this origin.
 *
 * @param name - of the database; only tests and applications with separate sets of identities give one
 */
export function browserStorage(name = 'mpin-pinpad'): IdentityStorage {
  return new SealedStorage(indexedDbRecords(name));
}
