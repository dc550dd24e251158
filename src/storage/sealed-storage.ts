import { MpinError } from '../errors.ts';
import {
  identityNames, isIdentityRecord, isPendingRecord, pendingNames, renewalOf, SCHEMA, SEALING_KEY, slotKey, userIdOfSlot,
  type IdentityRecord, type PendingRecord, type PendingSecrets, type Sealed,
} from './records.ts';
import { createSealingKey, seal, unseal } from './seal.ts';
import type {
  Identity, IdentityChange, IdentityInfo, IdentityStorage, Pending, PendingInfo, RecordStore, Scope,
} from './types.ts';

/** An identity record as it was found. */
interface Found {
  readonly key: string;
  readonly info: IdentityInfo;
  readonly record?: IdentityRecord;
  readonly token?: string;
  readonly sealingKey: unknown;
}

/**
 * The rules of storing identities, over any record store: one record for each identity, secrets sealed by a key that
 * no script can read out and bound to what they belong to. This stops casual reading and mixing up, not a script that
 * runs in the page (docs/security.md).
 */
export class SealedStorage implements IdentityStorage {
  readonly #records: RecordStore;

  constructor(records: RecordStore) {
    this.#records = records;
  }

  async identities(scope: Scope): Promise<IdentityInfo[]> {
    const found = await this.#find(scope);
    return found.map(({ info }) => info)
      .sort((one, other) => other.lastUsedAt - one.lastUsedAt || other.createdAt - one.createdAt);
  }

  async open(scope: Scope, id: string): Promise<Identity> {
    const { info, token } = await this.#get(scope, id);
    if (token === undefined) throw new MpinError('IDENTITY_DAMAGED', 'The stored identity cannot be read; register again');
    return { ...info, token };
  }

  async save(identity: Identity, replaces?: string): Promise<void> {
    const sealed = await this.#sealIdentity(identity);
    await this.#records.change(slotKey('identity', identity, identity.userId), (old) => {
      if (replaces !== undefined && idOf(old) !== replaces) return old;
      return { schema: SCHEMA, ...sealed } satisfies IdentityRecord;
    });
  }

  async change(scope: Scope, id: string, change: IdentityChange): Promise<void> {
    await this.#changeRecord(scope, id, (record) => ({ ...record, info: { ...record.info, ...change } }));
  }

  async remove(scope: Scope, id: string): Promise<void> {
    const found = await this.#find(scope);
    const target = found.find(({ info }) => info.id === id);
    if (target === undefined) return;
    await this.#records.change(target.key, (old) => (idOf(old) ?? target.key) === id ? undefined : old);
  }

  async renewal(scope: Scope, id: string): Promise<Identity | undefined> {
    const { info, record, sealingKey } = await this.#get(scope, id);
    const renewal = record === undefined ? undefined : renewalOf(record, scope, info.userId);
    const token = renewal === undefined ? undefined : await openToken(sealingKey, renewal);
    return renewal === undefined || token === undefined ? undefined : { ...renewal.info, token };
  }

  async saveRenewal(scope: Scope, id: string, renewed: Identity | undefined): Promise<void> {
    const renewal = renewed === undefined ? undefined : await this.#sealIdentity(renewed);
    await this.#changeRecord(scope, id, ({ schema, info, sealed }) => {
      return renewal === undefined ? { schema, info, sealed } : { schema, info, sealed, renewal };
    });
  }

  async pending(scope: Scope): Promise<Pending[]> {
    const entries = await this.#records.entries();
    const sealingKey = keyAmong(entries);
    const opened = entries.map(async ([key, value]): Promise<Pending | undefined> => {
      const userId = userIdOfSlot(key, 'pending', scope);
      if (userId === undefined || !isPendingRecord(value, userId)) return undefined;
      const secrets = await quietly(unseal(sealingKey, pendingNames(scope, userId), value.sealed));
      return secrets === undefined ? undefined : { ...value.info, ...(secrets as PendingSecrets) };
    });
    return (await Promise.all(opened)).filter((pending) => pending !== undefined)
      .sort((one, other) => other.startedAt - one.startedAt);
  }

  async savePending(scope: Scope, pending: Pending): Promise<void> {
    const { lang, accessId, webOTT, activationToken, ...info } = pending;
    const secrets = { lang, accessId, webOTT, activationToken };
    const sealed = await seal(await this.#sealingKey(), pendingNames(scope, info.userId), secrets);
    const record = { schema: SCHEMA, info: info satisfies PendingInfo, sealed } satisfies PendingRecord;
    await this.#records.change(slotKey('pending', scope, info.userId), () => record);
  }

  async removePending(scope: Scope, userId: string): Promise<void> {
    await this.#records.change(slotKey('pending', scope, userId), () => undefined);
  }

  persist(): Promise<void> {
    return this.#records.persist();
  }

  subscribe(listener: () => void): () => void {
    return this.#records.subscribe(listener);
  }

  async #get(scope: Scope, id: string): Promise<Found> {
    const found = await this.#find(scope);
    const target = found.find(({ info }) => info.id === id);
    if (target === undefined) throw new MpinError('IDENTITY_UNKNOWN', 'There is no such identity on this device');
    return target;
  }

  async #find(scope: Scope): Promise<Found[]> {
    const entries = await this.#records.entries();
    const sealingKey = keyAmong(entries);
    const found = entries.map(async ([key, value]): Promise<Found | undefined> => {
      const userId = userIdOfSlot(key, 'identity', scope);
      if (userId === undefined) return undefined;
      if (!isIdentityRecord(value, scope, userId)) {
        return { key, info: damagedInfo(scope, userId, idOf(value) ?? key), sealingKey };
      }
      const token = await openToken(sealingKey, value);
      if (token === undefined) return { key, info: { ...value.info, state: 'damaged' }, sealingKey };
      return { key, info: value.info, record: value, token, sealingKey };
    });
    return (await Promise.all(found)).filter((one) => one !== undefined);
  }

  async #changeRecord(scope: Scope, id: string, make: (record: IdentityRecord) => IdentityRecord): Promise<void> {
    const target = (await this.#find(scope)).find(({ info }) => info.id === id);
    if (target === undefined) return;
    const { userId } = target.info;
    await this.#records.change(target.key, (old) => {
      return isIdentityRecord(old, scope, userId) && old.info.id === id ? make(old) : old;
    });
  }

  async #sealIdentity({ token, ...info }: Identity): Promise<Sealed<IdentityInfo>> {
    return { info, sealed: await seal(await this.#sealingKey(), identityNames(info), { token }) };
  }

  /** The key in the storage, made at the first use: of two tabs that make one, the first to store it wins in both. */
  async #sealingKey(): Promise<CryptoKey> {
    const stored = keyAmong(await this.#records.entries());
    if (stored !== undefined) return stored as CryptoKey;
    const fresh = await createSealingKey();
    let winner: unknown = fresh;
    await this.#records.change(SEALING_KEY, (old) => winner = old ?? fresh);
    return winner as CryptoKey;
  }
}

function keyAmong(entries: readonly [string, unknown][]): unknown {
  return entries.find(([key]) => key === SEALING_KEY)?.[1];
}

function idOf(record: unknown): string | undefined {
  const id = (record as { info?: { id?: unknown } } | null | undefined)?.info?.id;
  return typeof id === 'string' ? id : undefined;
}

async function openToken(sealingKey: unknown, { info, sealed }: Sealed<IdentityInfo>): Promise<string | undefined> {
  const secret = await quietly(unseal(sealingKey, identityNames(info), sealed)) as { token?: unknown } | undefined;
  return typeof secret?.token === 'string' ? secret.token : undefined;
}

/** Damage shows as `undefined`; everything else, such as an insecure context, goes on. */
async function quietly<T>(work: Promise<T>): Promise<T | undefined> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof MpinError && error.code === 'IDENTITY_DAMAGED') return undefined;
    throw error;
  }
}

function damagedInfo(scope: Scope, userId: string, id: string): IdentityInfo {
  return {
    ...scope, id, userId, deviceName: '', mpinId: '', publicKey: '', dtas: '', pinLength: 4, state: 'damaged', createdAt: 0, lastUsedAt: 0,
  };
}
