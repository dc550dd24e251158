import assert from 'node:assert/strict';
import { test } from 'node:test';
import { memoryStorage, MpinClient } from '../../src/client/index.ts';
import { failure, PIN, registerByLink, setUp, signIn, until, WRONG_PIN } from './support.ts';

test('renews the secrets as ordered: new identity, same PIN, old one gone', async (t) => {
  let now = Date.now();
  const { server, client } = await setUp(t, {}, { now: () => now });
  const old = await registerByLink(server, client);
  now += 60_000;
  server.state.rotate();
  const { token } = await signIn(client, old);
  assert.ok(token);
  const identities = await client.identities();
  assert.equal(identities.length, 1);
  assert.notEqual(identities[0]?.id, old.id);
  assert.equal(identities[0]?.deviceName, old.deviceName);
  assert.equal(identities[0]?.createdAt, old.createdAt, 'A renewed identity is no new one');
  assert.equal(server.state.identities.size, 1);
  const registrations = server.requests.filter(({ path }) => path === '/registration').length;
  await signIn(client, identities[0]);
  assert.equal(server.requests.filter(({ path }) => path === '/registration').length, registrations, 'Renewed once');
});

test('signs with the renewed identity', async (t) => {
  const { server, client } = await setUp(t);
  const old = await registerByLink(server, client);
  server.state.rotate();
  const signature = await client.sign(old.id, PIN, { message: new Uint8Array([1, 2, 3]) });
  const body = JSON.stringify({ signature, timestamp: signature.timestamp });
  assert.equal((await fetch(`${server.url}/dvs/verify`, { method: 'POST', body })).status, 200);
});

test('a renewal that fails leaves the first sign-in standing when it gave a token', async (t) => {
  const { server, client } = await setUp(t, { tokenWithRenewal: true });
  const old = await registerByLink(server, client);
  server.state.rotate();
  server.meddle(({ path }, answer) => path === '/share' ? 'break' : answer());
  assert.ok((await signIn(client, old)).token);
  assert.deepEqual((await client.identities()).map(({ id }) => id), [old.id]);
  server.meddle(undefined);
  assert.ok((await signIn(client, old)).token);
  assert.notEqual((await client.identities())[0]?.id, old.id, 'The next sign-in renews');
});

test('a renewal that fails is reported when there is no token, and the old identity stays', async (t) => {
  const { server, client } = await setUp(t);
  const old = await registerByLink(server, client);
  server.state.rotate();
  server.meddle(({ path }, answer) => path === '/share' ? 'break' : answer());
  await failure(signIn(client, old), 'OFFLINE');
  assert.deepEqual((await client.identities()).map(({ id, state }) => [id, state]), [[old.id, 'active']]);
});

test('an order for an unknown curve is not followed', async (t) => {
  const { server, client } = await setUp(t);
  const old = await registerByLink(server, client);
  server.meddle(({ path }, answer) => {
    return path === '/rps/v2/authenticate' ? { status: 200, body: { ...answer().body as object, jwt: undefined, dvsRegister: { token: 't', curve: 'BLS381' } } } : undefined;
  });
  await failure(signIn(client, old), 'UNSUPPORTED_CURVE');
});

test('a connection lost just as the renewed identity succeeds costs nothing: the next sign-in goes on with it', async (t) => {
  const { server, client } = await setUp(t);
  const old = await registerByLink(server, client);
  server.state.rotate();
  let authentications = 0;
  server.meddle(({ path }, answer) => {
    if (path !== '/rps/v2/authenticate' || ++authentications !== 2) return undefined;
    assert.equal(answer().status, 200);
    return 'break';
  });
  await failure(signIn(client, old), 'OFFLINE');
  assert.equal(server.state.identities.size, 1, 'The server has dropped the old identity');
  assert.deepEqual((await client.identities()).map(({ id }) => id), [old.id]);
  server.meddle(undefined);
  await failure(signIn(client, old, WRONG_PIN), 'WRONG_PIN');
  assert.ok((await signIn(client, old)).token);
  const [renewed] = await client.identities();
  assert.notEqual(renewed?.id, old.id);
  await signIn(client, renewed as { id: string });
});

test('a renewed identity that the server has lost gives way to the old one', async (t) => {
  const { server, client } = await setUp(t);
  const old = await registerByLink(server, client);
  const [known] = server.state.identities.keys();
  server.state.rotate();
  let pass1 = 0;
  server.meddle(({ path }) => path === '/rps/v2/pass1' && ++pass1 === 2 ? 'break' : undefined);
  await failure(signIn(client, old), 'OFFLINE');
  server.meddle(undefined);
  for (const mpinId of server.state.identities.keys()) if (mpinId !== known) server.state.identities.delete(mpinId);
  const attempt = client.beginSignIn(old.id);
  await attempt.prepare();
  attempt.firstDigit();
  assert.ok((await attempt.finish(PIN)).token);
  assert.notEqual((await client.identities())[0]?.id, old.id);
});

test('renewed secrets that the server refuses are dropped, and no PIN is called wrong', async (t) => {
  const { server, client } = await setUp(t);
  const old = await registerByLink(server, client);
  server.state.rotate();
  server.meddle(({ path }, answer) => {
    const reply = answer();
    if (path !== '/registration') return reply;
    // The authorities take new master secrets between the registration and the shares.
    server.state.rotate();
    for (const [capability, grant] of server.state.capabilities) {
      server.state.capabilities.set(capability, { ...grant, masters: server.state.masters });
    }
    return reply;
  });
  await failure(signIn(client, old), 'SERVER_ERROR');
  server.meddle(undefined);
  assert.ok((await signIn(client, old)).token);
  assert.notEqual((await client.identities())[0]?.id, old.id);
});

test('two tabs renew once', async (t) => {
  const storage = memoryStorage();
  const { server, client: one } = await setUp(t, {}, { storage });
  const other = new MpinClient({ server: server.url, project: server.projectId, storage });
  const old = await registerByLink(server, one);
  server.state.rotate();
  const count = (path: string): number => server.requests.filter((request) => request.path === path).length;
  const registrations = count('/registration');
  let release: (() => void) | undefined;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  let authenticated = 0;
  server.meddle(async ({ path }, answer) => {
    if (path === '/registration') await held;
    const reply = answer();
    if (path === '/rps/v2/authenticate') authenticated += 1;
    return reply;
  });
  const first = signIn(one, old);
  await until(() => count('/registration') > registrations);
  const second = signIn(other, old);
  await until(() => authenticated === 2);
  release?.();
  assert.ok((await first).token);
  assert.ok((await second).token);
  assert.equal(count('/registration'), registrations + 1);
  assert.equal((await one.identities()).length, 1);
});

test('a tab that began before another renewed finishes with the renewed identity', async (t) => {
  const storage = memoryStorage();
  const { server, client: one } = await setUp(t, {}, { storage });
  const other = new MpinClient({ server: server.url, project: server.projectId, storage });
  const old = await registerByLink(server, one);
  server.state.rotate();
  const early = other.beginSignIn(old.id);
  await early.prepare();
  early.firstDigit();
  await signIn(one, old);
  assert.ok((await early.finish(PIN)).token);
  assert.equal((await one.identities())[0]?.state, 'active');
  assert.deepEqual([...server.state.identities.values()].map(({ failures }) => failures), [0]);
});
