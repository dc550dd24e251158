import { SealedStorage } from './sealed-storage.ts';
import type { IdentityStorage, RecordStore } from './types.ts';

/** Records that last as long as the object. */
export function memoryRecords(): RecordStore {
  const records = new Map<string, unknown>();
  const listeners = new Set<() => void>();
  return {
    entries: () => Promise.resolve([...records]),
    change: async (key, decide) => {
      const value = decide(records.get(key));
      if (value === undefined) records.delete(key);
      else records.set(key, value);
      for (const listener of listeners) listener();
    },
    persist: () => Promise.resolve(),
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** Identities for as long as the process lives: for Node, and for tests. Nothing is written anywhere. */
export function memoryStorage(): IdentityStorage {
  return new SealedStorage(memoryRecords());
}
