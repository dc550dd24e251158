export { browserStorage, indexedDbRecords } from './indexed-db.ts';
export { memoryRecords, memoryStorage } from './memory.ts';
export { SealedStorage } from './sealed-storage.ts';
export type {
  Identity, IdentityChange, IdentityInfo, IdentityState, IdentityStorage, Pending, PendingInfo, RecordStore, Removal, Scope,
} from './types.ts';
