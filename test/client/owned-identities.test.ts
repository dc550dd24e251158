import assert from 'node:assert/strict';
import { after, before, describe, it, test } from 'node:test';
import { outcome } from '../../server/test/support/http.ts';
import { startPlatform, type TestPlatform } from '../../server/test/support/test-platform.ts';
import { memoryStorage, MpinClient, type IdentityStorage, type IdentitySummary, type PendingRegistration } from '../../src/client/index.ts';
import { MpinError } from '../../src/errors.ts';
import { Extended } from './extended.ts';
import { failure, PIN, registerByLink, setUp, signIn, until, WRONG_PIN } from './support.ts';

describe('renaming and removing, with the platform', () => {
  let platform: TestPlatform;
  let users = 0;
  before(async () => { platform = await startPlatform(); });
  after(() => platform.close());

  /** A client whose connection can be cut. */
  function deviceOf(storage: IdentityStorage = memoryStorage()) {
    const device = { online: true, paths: [] as string[] };
    const client = new MpinClient({
      server: platform.url, project: platform.project.projectId, storage, now: () => platform.core.now(),
      fetch: async (input, init) => {
        device.paths.push(new URL(String(input)).pathname);
        if (!device.online) throw new TypeError('cut');
        return fetch(input, init);
      },
    });
    return { client, storage, device };
  }

  async function registered(storage?: IdentityStorage) {
    const all = deviceOf(storage);
    const userId = `owner${++users}@example.com`;
    return { ...all, identity: await all.client.register(await confirmed(all.client, userId), PIN) };
  }

  /** As far as the choice of a PIN. */
  async function confirmed(client: MpinClient, userId: string): Promise<PendingRegistration> {
    const pending = await client.startRegistration({ userId, deviceName: 'Test device' });
    const { code } = await platform.mailbox.takeLink(userId);
    const form = new URLSearchParams({ code, user_id: userId, decision: 'confirm', number: pending.matchNumber ?? '' });
    await fetch(`${platform.url}/verification/confirmation/decision`, { method: 'POST', body: form, headers: { origin: 'null' } });
    await client.waitForConfirmation(pending);
    return pending;
  }

  const stored = ({ id }: IdentitySummary) => platform.core.db.queries.selectFrom('identities').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
  const isRevoked = async (identity: IdentitySummary): Promise<boolean> => (await stored(identity)).state === 'revoked';

  it('rename at the server and here', async () => {
    const { client, identity } = await registered();
    await client.rename(identity.id, '  Kitchen tablet ');
    assert.equal((await stored(identity)).device_name, 'Kitchen tablet');
    assert.equal((await client.identities())[0]?.deviceName, 'Kitchen tablet');
    await signIn(client, identity);
  });

  it('rename nowhere while the server is away, or with a name that no device can have', async () => {
    const { client, device, identity } = await registered();
    await failure(client.rename(identity.id, '   '), 'INVALID_DEVICE_NAME');
    await failure(client.rename(identity.id, 'x'.repeat(41)), 'INVALID_DEVICE_NAME');
    assert.ok(!device.paths.includes('/identity/rename'));
    device.online = false;
    await failure(client.rename(identity.id, 'Kitchen tablet'), 'OFFLINE');
    await failure(client.rename('nobody', 'Kitchen tablet'), 'IDENTITY_UNKNOWN');
    assert.equal((await client.identities())[0]?.deviceName, 'Test device');
  });

  it('learn from renaming that an identity is revoked', async () => {
    const { client, identity } = await registered();
    for (let i = 0; i < 3; i += 1) await client.beginSignIn(identity.id).finish(WRONG_PIN).catch(() => undefined);
    const { client: fresh, storage } = await registered();
    const [other] = await fresh.identities();
    assert.ok(other);
    await platform.core.db.queries.updateTable('identities').set({ state: 'revoked', revoked_reason: 'by the test' }).where('id', '=', other.id).execute();
    await fresh.rename(other.id, 'Kitchen tablet');
    const [known] = await new MpinClient({ server: platform.url, project: platform.project.projectId, storage }).identities();
    assert.deepEqual([known?.deviceName, known?.state], ['Kitchen tablet', 'revoked']);
    await client.rename(identity.id, 'Old phone');
    assert.equal((await client.identities())[0]?.deviceName, 'Old phone');
  });

  it('say that this wrong PIN was the one too many', async () => {
    const { client, identity } = await registered();
    const left: (number | undefined)[] = [];
    for (let i = 0; i < 3; i += 1) left.push((await failure(client.beginSignIn(identity.id).finish(WRONG_PIN))).attemptsLeft);
    assert.deepEqual(left, [2, 1, 0]);
  });

  it('remove here at once and revoke there', async () => {
    const { client, storage, identity } = await registered();
    const kept = await storage.open({ server: platform.url, projectId: platform.project.projectId }, identity.id);
    platform.advance(3600);
    await client.startRegistration({ userId: identity.userId, deviceName: 'Test device' });
    await client.remove(identity.id);
    assert.deepEqual([await client.identities(), await client.pending()], [[], undefined]);
    await until(() => isRevoked(identity));
    assert.equal((await stored(identity)).revoked_reason, 'removed');
    await storage.save(kept);
    await failure(signIn(client, identity), 'IDENTITY_REVOKED');
    await client.remove('nobody');
  });

  it('revoke the identity whose PIN is set anew, once the new one is kept and not before', async () => {
    const { client, storage, identity } = await registered();
    const where = { server: platform.url, projectId: platform.project.projectId };
    const former = await storage.open(where, identity.id);
    platform.advance(3600);
    const pending = await confirmed(client, identity.userId);
    const { save } = storage;
    storage.save = () => Promise.reject(new MpinError('STORAGE_FULL', 'There is no room'));
    await failure(client.register(pending, '8642'), 'STORAGE_FULL');
    assert.deepEqual([await isRevoked(identity), await storage.removals(where)], [false, []]);
    storage.save = save;

    platform.advance(3600);
    const again = await client.register(await confirmed(client, identity.userId), '8642');
    await until(() => isRevoked(identity));
    assert.equal(await isRevoked(again), false);
    await signIn(client, again, '8642');
    await storage.save(former);
    await failure(signIn(client, identity), 'IDENTITY_REVOKED');
  });

  it('tell the server on a later visit what it could not be told', async () => {
    const { client, storage, device, identity } = await registered();
    const where = { server: platform.url, projectId: platform.project.projectId };
    device.online = false;
    await client.remove(identity.id);
    assert.deepEqual(await client.identities(), []);
    await until(() => device.paths.includes('/identity/remove'));
    assert.equal(await isRevoked(identity), false);
    assert.equal((await storage.removals(where)).length, 1);
    const later = deviceOf(storage);
    assert.deepEqual(await later.client.identities(), []);
    await until(async () => (await storage.removals(where)).length === 0);
    assert.equal(await isRevoked(identity), true);
    await until(async () => (await storage.removals(where)).length === 0);
    const last = deviceOf(storage);
    await last.client.identities();
    await last.client.discover();
    assert.ok(!last.device.paths.includes('/identity/remove'), 'it is told once');
  });

  it('keep the right to remove under seal, and send it in no URL', async () => {
    const { client, device, storage, identity } = await registered();
    const { capability = '' } = await storage.open({ server: platform.url, projectId: platform.project.projectId }, identity.id);
    assert.match(capability, /^[\w-]{43}$/u);
    assert.equal(JSON.stringify(await client.identities()).includes(capability), false);
    await client.rename(identity.id, 'Kitchen tablet');
    await client.remove(identity.id);
    await until(() => isRevoked(identity));
    assert.ok(device.paths.every((path) => !path.includes(capability)));
    assert.equal(outcome(await platform.post('/identity/remove', { id: identity.id, capability })), '200');
  });
});

test('on a server without the extension both happen on this device alone', async (t) => {
  const { server, client } = await setUp(t);
  const identity = await registerByLink(server, client);
  await client.rename(identity.id, 'Kitchen tablet');
  assert.equal((await client.identities())[0]?.deviceName, 'Kitchen tablet');
  await client.remove(identity.id);
  assert.deepEqual(await client.identities(), []);
  assert.ok(server.requests.every(({ path, body }) => !path.startsWith('/identity/') && !body.includes('identityCapability')));
});

test('whoever waits hears when the connection is lost, and when it is back', async (t) => {
  const { server, client } = await setUp(t, { yTtlMs: 180_000 });
  const extended = new Extended(server);
  const pending = await client.startRegistration({ userId: 'alice@example.com', deviceName: 'Test device' });
  const heard: boolean[] = [];
  let away = true;
  extended.first = ({ path }) => (away && path.startsWith('/rps/v2/access') ? 'break' : undefined);
  t.mock.timers.enable({ apis: ['setTimeout'] });
  const waiting = client.waitForConfirmation(pending, { onConnection: (online) => heard.push(online) });
  const passing = async (condition: () => boolean): Promise<void> => until(() => {
    t.mock.timers.tick(1000);
    return condition();
  });
  await passing(() => heard.length === 1);
  away = false;
  await passing(() => heard.length === 2);
  t.mock.timers.reset();
  extended.decide('confirmed');
  await waiting;
  assert.deepEqual(heard, [false, true]);
});
