import type { Identity, IdentityStorage, Pending, RecordStore, Scope } from '../../src/storage/types.ts';

/** The comparisons of whatever runs the cases: Node's or the browser's. */
export interface Check {
  equal(actual: unknown, expected: unknown): void;
  deepEqual(actual: unknown, expected: unknown): void;
  /** The promise rejects with an `MpinError` of that code. */
  rejects(promise: Promise<unknown>, code: string): Promise<void>;
}

/** Two views of one storage, as two tabs have, and the records below. */
export interface Subject {
  readonly records: RecordStore;
  readonly one: IdentityStorage;
  readonly other: IdentityStorage;
}

export const scope: Scope = { server: 'https://auth.example.com', projectId: 'p1' };

export function identityOf(userId: string, changes: Partial<Identity> = {}): Identity {
  return {
    ...scope, id: `id of ${userId}`, userId, deviceName: 'Test device', mpinId: '7b2269617422', publicKey: 'aa', dtas: 'd', pinLength: 4, state: 'active',
    createdAt: 1000, lastUsedAt: 1000, token: `04${'ab'.repeat(64)}`, ...changes,
  };
}

export function pendingOf(userId: string, changes: Partial<Pending> = {}): Pending {
  return {
    userId, deviceName: 'Test device', method: 'link', state: 'sent', matchNumber: '42', backoffUntil: 10, startedAt: 5, handedOver: true, lang: 'de',
    accessId: 'a', webOTT: 'secret of the starter', ...changes,
  };
}

const ALICE = identityOf('alice@example.com');
const BOB = identityOf('bob@example.com', { lastUsedAt: 2000 });

/** What every storage must do, by name. */
export const cases: Readonly<Record<string, (subject: Subject, check: Check) => Promise<void>>> = {
  'keeps identities, the last used first, and opens their tokens': async ({ one, other }, check) => {
    check.deepEqual(await one.identities(scope), []);
    await one.save(ALICE);
    await one.save(BOB);
    check.deepEqual((await other.identities(scope)).map(({ id }) => id), [BOB.id, ALICE.id]);
    check.deepEqual(await other.open(scope, ALICE.id), ALICE);
    check.equal('token' in ((await one.identities(scope))[0] as object), false);
    await check.rejects(one.open(scope, 'nobody'), 'IDENTITY_UNKNOWN');
  },
  'keeps servers and projects apart': async ({ one }, check) => {
    await one.save(ALICE);
    check.deepEqual(await one.identities({ ...scope, projectId: 'p2' }), []);
    check.deepEqual(await one.identities({ ...scope, server: 'https://other.example.com' }), []);
    await one.savePending(scope, pendingOf('a'));
    check.deepEqual(await one.pending({ ...scope, projectId: 'p2' }), []);
  },
  'puts a new identity of a user in the place of the old one': async ({ one }, check) => {
    await one.save(ALICE);
    await one.save({ ...ALICE, id: 'new', mpinId: '7b207d' });
    check.deepEqual((await one.identities(scope)).map(({ id }) => id), ['new']);
    await check.rejects(one.open(scope, ALICE.id), 'IDENTITY_UNKNOWN');
  },
  'replaces only what was meant to be replaced': async ({ one, other }, check) => {
    await one.save(ALICE);
    await other.save({ ...ALICE, id: 'registered again' });
    await one.save({ ...ALICE, id: 'renewed' }, ALICE.id);
    check.deepEqual((await one.identities(scope)).map(({ id }) => id), ['registered again']);
  },
  'loses no change of two tabs': async ({ one, other }, check) => {
    await Promise.all([one.save(ALICE), other.save(BOB), one.savePending(scope, pendingOf('c')), other.savePending(scope, pendingOf('d'))]);
    await Promise.all([one.change(scope, ALICE.id, { state: 'revoked' }), other.change(scope, ALICE.id, { lastUsedAt: 3000 })]);
    const alice = await one.open(scope, ALICE.id);
    check.deepEqual([alice.state, alice.lastUsedAt], ['revoked', 3000]);
    check.equal((await other.open(scope, BOB.id)).token, BOB.token);
    check.equal((await one.pending(scope)).length, 2);
  },
  'changes and removes nothing that has gone': async ({ one }, check) => {
    await one.change(scope, ALICE.id, { state: 'revoked' });
    await one.remove(scope, ALICE.id);
    check.deepEqual(await one.identities(scope), []);
    await one.save(ALICE);
    await one.remove(scope, ALICE.id);
    check.deepEqual(await one.identities(scope), []);
  },
  'keeps a renewed identity beside the old one until it takes its place': async ({ one, other }, check) => {
    const renewed = { ...ALICE, id: 'renewed', mpinId: '7b207d', token: `04${'cd'.repeat(64)}` };
    await one.save(ALICE);
    await one.saveRenewal(scope, ALICE.id, renewed);
    check.deepEqual((await other.identities(scope)).map(({ id }) => id), [ALICE.id]);
    check.deepEqual(await other.renewal(scope, ALICE.id), renewed);
    await one.change(scope, ALICE.id, { lastUsedAt: 5000 });
    check.deepEqual(await other.renewal(scope, ALICE.id), renewed);
    await one.saveRenewal(scope, ALICE.id, undefined);
    check.equal(await one.renewal(scope, ALICE.id), undefined);
    await one.saveRenewal(scope, ALICE.id, renewed);
    await other.save(renewed, ALICE.id);
    check.deepEqual((await one.identities(scope)).map(({ id }) => id), ['renewed']);
    check.equal(await one.renewal(scope, 'renewed'), undefined);
  },
  'keeps registrations, the newest first, with their secrets': async ({ one, other }, check) => {
    await one.savePending(scope, pendingOf('a', { startedAt: 1 }));
    await one.savePending(scope, pendingOf('b', { startedAt: 2, activationToken: 't' }));
    check.deepEqual((await other.pending(scope)).map(({ userId, webOTT, activationToken }) => [userId, webOTT, activationToken]), [
      ['b', 'secret of the starter', 't'], ['a', 'secret of the starter', undefined],
    ]);
    await other.savePending(scope, pendingOf('a', { state: 'confirmed', startedAt: 1 }));
    check.equal((await one.pending(scope))[1]?.state, 'confirmed');
    await one.removePending(scope, 'b');
    check.deepEqual((await other.pending(scope)).map(({ userId }) => userId), ['a']);
  },
  'shows a damaged record as damaged, and the others work on': async ({ one, records }, check) => {
    await one.save(ALICE);
    await one.save(BOB);
    const [key] = (await records.entries()).find(([name]) => name.includes(ALICE.userId)) as [string, unknown];
    const record = (await records.entries()).find(([name]) => name === key)?.[1] as { sealed: { iv: Uint8Array; data: ArrayBuffer } };
    const changed = new Uint8Array(record.sealed.data.slice(0));
    changed[0] = (changed[0] as number) ^ 1;
    const damages: unknown[] = [
      {}, null, 'text', { ...record, schema: 2 }, { ...record, id: '00' }, { ...record, id: 1 }, { ...record, lastUsedAt: 'then' }, { ...record, state: 'fine' },
      { ...record, sealed: { ...record.sealed, data: changed.buffer } }, { ...record, sealed: { ...record.sealed, iv: new Uint8Array(12) } },
      { ...record, sealed: { ...record.sealed, data: new ArrayBuffer(0) } }, { ...record, sealed: 'open' },
    ];
    for (const damaged of damages) {
      await records.change(key, () => damaged);
      const listed = await one.identities(scope);
      check.deepEqual(listed.map(({ userId, state }) => [userId, state]).sort(), [[ALICE.userId, 'damaged'], [BOB.userId, 'active']]);
      await check.rejects(one.open(scope, listed.find(({ state }) => state === 'damaged')?.id ?? ''), 'IDENTITY_DAMAGED');
      check.equal((await one.open(scope, BOB.id)).token, BOB.token);
    }
    const damaged = (await one.identities(scope)).find(({ state }) => state === 'damaged');
    await one.remove(scope, damaged?.id ?? '');
    check.equal((await one.identities(scope)).length, 1);
    await records.change(key, () => null);
    await one.save(ALICE);
    check.deepEqual(await one.open(scope, ALICE.id), ALICE);
  },
  'a token sealed for one user opens as nobody else\'s': async ({ one, records }, check) => {
    await one.save(ALICE);
    await one.save(BOB);
    const all = (await records.entries()).filter(([name]) => name.includes('identity')) as [string, { sealed: unknown }][];
    const [[key, record], [, other]] = all as [[string, { sealed: unknown }], [string, { sealed: unknown }]];
    await records.change(key, () => ({ ...record, sealed: other.sealed }));
    check.equal((await one.identities(scope)).filter(({ state }) => state === 'damaged').length, 1);
  },
  'without its key everything is damaged, and a registration can be left out': async ({ one, records }, check) => {
    await one.save(ALICE);
    await one.savePending(scope, pendingOf('a'));
    await records.change('sealing-key', () => undefined);
    check.deepEqual((await one.identities(scope)).map(({ state }) => state), ['damaged']);
    check.deepEqual(await one.pending(scope), []);
    await one.save(ALICE);
    check.equal((await one.open(scope, ALICE.id)).state, 'active');
  },
  'a sealing key that is none is as good as missing, and the next thing that is sealed makes a new one': async ({ one, records }, check) => {
    const other = (algorithm: object, usages: KeyUsage[]) => crypto.subtle.generateKey(algorithm as AesKeyGenParams, false, usages) as Promise<CryptoKey>;
    const unusable = [
      'rubbish', { a: 1 }, null, { algorithm: { name: 'AES-GCM' }, usages: ['encrypt', 'decrypt'] }, await other({ name: 'AES-GCM', length: 256 }, ['encrypt']),
      await other({ name: 'AES-CBC', length: 256 }, ['encrypt', 'decrypt']), await other({ name: 'HMAC', hash: 'SHA-256' }, ['sign']),
    ];
    for (const key of unusable) {
      await one.save(ALICE);
      await records.change('sealing-key', () => key);
      check.deepEqual((await one.identities(scope)).map(({ state }) => state), ['damaged']);
      await check.rejects(one.open(scope, ALICE.id), 'IDENTITY_DAMAGED');
      await one.savePending(scope, pendingOf('a'));
      check.equal((await one.pending(scope)).length, 1);
      await one.save(ALICE);
      check.deepEqual(await one.open(scope, ALICE.id), ALICE);
    }
  },
  'foreign and unreadable records are no concern of ours': async ({ one, records }, check) => {
    await records.change('not JSON', () => 1);
    await records.change('["identity"]', () => 1);
    await records.change(JSON.stringify(['pending', scope.server, scope.projectId, 'x']), () => ({ schema: 1 }));
    check.deepEqual(await one.identities(scope), []);
    check.deepEqual(await one.pending(scope), []);
  },
  'renames the device of an identity, which its renewal and its state leave alone': async ({ one, other }, check) => {
    await one.save(ALICE);
    await one.change(scope, ALICE.id, { deviceName: 'Kitchen tablet' });
    check.equal((await other.identities(scope))[0]?.deviceName, 'Kitchen tablet');
    await other.change(scope, ALICE.id, { state: 'revoked' });
    check.equal((await one.open(scope, ALICE.id)).deviceName, 'Kitchen tablet');
    await one.save({ ...ALICE, id: 'new' });
    check.equal((await one.identities(scope))[0]?.deviceName, ALICE.deviceName);
  },
  'keeps what the server has yet to be told of a removal, apart from everything else': async ({ one, other }, check) => {
    const removal = { id: ALICE.id, capability: 'right to remove' };
    check.deepEqual(await one.removals(scope), []);
    await one.saveRemoval(scope, removal);
    await one.saveRemoval(scope, { ...removal, id: BOB.id });
    check.deepEqual(new Set((await other.removals(scope)).map(({ id }) => id)), new Set([ALICE.id, BOB.id]));
    check.deepEqual(await other.removals({ ...scope, projectId: 'p2' }), []);
    check.deepEqual([await other.identities(scope), await other.pending(scope)], [[], []]);
    await other.dropRemoval(scope, BOB.id);
    check.deepEqual(await one.removals(scope), [removal]);
  },
  'no secret lies open': async ({ one, records }, check) => {
    await one.save({ ...ALICE, capability: 'right of the owner' });
    await one.savePending(scope, pendingOf('a'));
    await one.saveRemoval(scope, { id: 'gone', capability: 'right to remove' });
    const clear = JSON.stringify(await records.entries());
    check.equal(clear.includes(ALICE.token), false);
    check.equal(clear.includes('secret of the starter'), false);
    check.equal(clear.includes('right '), false);
    check.equal('capability' in ((await one.identities(scope))[0] as object), false);
    check.equal((await one.open(scope, ALICE.id)).capability, 'right of the owner');
    check.equal(clear.includes(ALICE.mpinId), false);
    const key = (await records.entries()).find(([name]) => name === 'sealing-key')?.[1] as CryptoKey;
    check.equal(key.extractable, false);
  },
  'tells of changes, here and in the other tab, until one has enough': async ({ one, other }, check) => {
    let here = 0;
    let there: (() => void) | undefined;
    const told = new Promise<void>((resolve) => {
      there = resolve;
    });
    const stopHere = one.subscribe(() => {
      here += 1;
    });
    const stopThere = other.subscribe(() => there?.());
    await one.save(ALICE);
    await told;
    check.equal(here > 0, true);
    stopHere();
    stopThere();
    const before = here;
    await one.remove(scope, ALICE.id);
    check.equal(here, before);
  },
};
