import { MpinError } from '../errors.ts';
import {
  idOf, isIdentityRecord, SCHEMA, nameOfSlot, SEALING_KEY, slotKey, type IdentityRecord, type SealedIdentity, type SealedRecord,
} from './records.ts';
import { createSealingKey, isSealingKey, seal, unseal } from './seal.ts';
import type { Identity, IdentityChange, IdentityInfo, IdentityStorage, Pending, RecordStore, Removal, Scope } from './types.ts';

type Entries = readonly [key: string, value: unknown][];

/** A record of an identity: what it is called, where it lies, and what could be read of it. */
interface Found {
  readonly key: string;
  readonly userId: string;
  readonly id: string;
  readonly record: IdentityRecord | undefined;
}

/**
 * The rules of storing identities, over any record store: one record for each identity, sealed by a key that no script
 * can read out and bound to what it belongs to. This stops casual reading and mixing up, not a script that runs in the
 * page (docs/security.md).
 */
export class SealedStorage implements IdentityStorage {
  readonly #records: RecordStore;

  constructor(records: RecordStore) {
    this.#records = records;
  }

  async identities(scope: Scope): Promise<IdentityInfo[]> {
    const entries = await this.#records.entries();
    const listed = await Promise.all(find(entries, scope).map(async (found): Promise<IdentityInfo> => {
      const identity = await openIdentity(entries, scope, found);
      if (identity === undefined) return damagedInfo(scope, found);
      const { token: _token, capability: _capability, ...info } = identity;
      return info;
    }));
    return listed.sort((one, other) => other.lastUsedAt - one.lastUsedAt || other.createdAt - one.createdAt);
  }

  async open(scope: Scope, id: string): Promise<Identity> {
    const entries = await this.#records.entries();
    const identity = await openIdentity(entries, scope, findOne(entries, scope, id));
    if (identity === undefined) throw new MpinError('IDENTITY_DAMAGED', 'The stored identity cannot be read; register again');
    return identity;
  }

  async save(identity: Identity, replaces?: string): Promise<void> {
    const { state, lastUsedAt } = identity;
    const record: IdentityRecord = { schema: SCHEMA, state, lastUsedAt, ...await this.#seal(identity) };
    await this.#records.change(slotKey('identity', identity, identity.userId), (old) => {
      return replaces === undefined || idOf(old) === replaces ? record : old;
    });
  }

  async change(scope: Scope, id: string, change: IdentityChange): Promise<void> {
    await this.#changeOne(scope, id, (record) => ({ ...record, ...change }));
  }

  async remove(scope: Scope, id: string): Promise<void> {
    const found = find(await this.#records.entries(), scope).find((one) => one.id === id);
    if (found !== undefined) await this.#records.change(found.key, (old) => (idOf(old) ?? found.key) === id ? undefined : old);
  }

  async renewal(scope: Scope, id: string): Promise<Identity | undefined> {
    const entries = await this.#records.entries();
    const { record, userId } = findOne(entries, scope, id);
    const renewal = record?.renewal;
    return renewal && await unseal(keyAmong(entries), identityNames(scope, userId, renewal.id), renewal.sealed) as Identity | undefined;
  }

  async saveRenewal(scope: Scope, id: string, renewed: Identity | undefined): Promise<void> {
    const renewal = renewed && await this.#seal(renewed);
    await this.#changeOne(scope, id, ({ renewal: _old, ...record }) => renewal === undefined ? record : { ...record, renewal });
  }

  async pending(scope: Scope): Promise<Pending[]> {
    const found = await this.#readAll<Pending>('pending', scope);
    return found.sort((one, other) => other.startedAt - one.startedAt);
  }

  async savePending(scope: Scope, pending: Pending): Promise<void> {
    await this.#write('pending', scope, pending.userId, pending);
  }

  async removePending(scope: Scope, userId: string): Promise<void> {
    await this.#records.change(slotKey('pending', scope, userId), () => undefined);
  }

  removals(scope: Scope): Promise<Removal[]> {
    return this.#readAll<Removal>('removal', scope);
  }

  async saveRemoval(scope: Scope, removal: Removal): Promise<void> {
    await this.#write('removal', scope, removal.id, removal);
  }

  async dropRemoval(scope: Scope, id: string): Promise<void> {
    await this.#records.change(slotKey('removal', scope, id), () => undefined);
  }

  persist(): Promise<void> {
    return this.#records.persist();
  }

  subscribe(listener: () => void): () => void {
    return this.#records.subscribe(listener);
  }

  async #changeOne(scope: Scope, id: string, make: (record: IdentityRecord) => IdentityRecord): Promise<void> {
    const found = find(await this.#records.entries(), scope).find((one) => one.id === id);
    if (found !== undefined) await this.#records.change(found.key, (old) => isIdentityRecord(old) && old.id === id ? make(old) : old);
  }

  /** What lies wholly under seal; what cannot be read is left out. */
  async #readAll<T extends Pending | Removal>(kind: 'pending' | 'removal', scope: Scope): Promise<T[]> {
    const entries = await this.#records.entries();
    const opened = entries.map(async ([key, value]) => {
      const name = nameOfSlot(key, kind, scope);
      const record = value as SealedRecord | null;
      if (name === undefined || record?.schema !== SCHEMA) return undefined;
      return await unseal(keyAmong(entries), names(kind, scope, name), record.sealed) as T | undefined;
    });
    return (await Promise.all(opened)).filter((one) => one !== undefined);
  }

  async #write(kind: 'pending' | 'removal', scope: Scope, name: string, value: Pending | Removal): Promise<void> {
    const sealed = await seal(await this.#sealingKey(), names(kind, scope, name), value);
    const record: SealedRecord = { schema: SCHEMA, sealed };
    await this.#records.change(slotKey(kind, scope, name), () => record);
  }

  async #seal(identity: Identity): Promise<SealedIdentity> {
    const { id, userId } = identity;
    return { id, sealed: await seal(await this.#sealingKey(), identityNames(identity, userId, id), identity) };
  }

  /** The key in the storage, made where there is none that can be used: of two tabs that make one, the first to store it wins in both. */
  async #sealingKey(): Promise<CryptoKey> {
    const stored = keyAmong(await this.#records.entries());
    if (isSealingKey(stored)) return stored;
    const fresh = await createSealingKey();
    let winner = fresh;
    await this.#records.change(SEALING_KEY, (old) => winner = isSealingKey(old) ? old : fresh);
    return winner;
  }
}

/** What an identity is bound to, beside the page's origin. */
function identityNames({ server, projectId }: Scope, userId: string, id: string): string[] {
  return ['identity', server, projectId, userId, id];
}

function names(kind: 'pending' | 'removal', { server, projectId }: Scope, name: string): string[] {
  return [kind, server, projectId, name];
}

function keyAmong(entries: Entries): unknown {
  return new Map(entries).get(SEALING_KEY);
}

function find(entries: Entries, scope: Scope): Found[] {
  return entries.flatMap(([key, value]) => {
    const userId = nameOfSlot(key, 'identity', scope);
    return userId === undefined ? [] : [{ key, userId, id: idOf(value) ?? key, record: isIdentityRecord(value) ? value : undefined }];
  });
}

function findOne(entries: Entries, scope: Scope, id: string): Found {
  const found = find(entries, scope).find((one) => one.id === id);
  if (found === undefined) throw new MpinError('IDENTITY_UNKNOWN', 'There is no such identity on this device');
  return found;
}

/** @returns undefined for a record that is damaged */
async function openIdentity(entries: Entries, scope: Scope, { userId, id, record }: Found): Promise<Identity | undefined> {
  if (record === undefined) return undefined;
  const { state, lastUsedAt, deviceName, sealed } = record;
  const identity = await unseal(keyAmong(entries), identityNames(scope, userId, id), sealed) as Identity | undefined;
  return identity && { ...identity, state, lastUsedAt, ...(deviceName !== undefined && { deviceName }) };
}

function damagedInfo(scope: Scope, { id, userId }: Found): IdentityInfo {
  return { ...scope, id, userId, deviceName: '', mpinId: '', publicKey: '', dtas: '', pinLength: 4, state: 'damaged', createdAt: 0, lastUsedAt: 0 };
}
