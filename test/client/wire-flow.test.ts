import assert from 'node:assert/strict';
import { test } from 'node:test';
import { memoryStorage, MpinClient } from '../../src/client/index.ts';
import type { PhoneRequest } from '../../src/client/index.ts';
import { MpinError } from '../../src/errors.ts';
import { VERSION } from '../../src/version.ts';
import { ALICE, failure, PIN, registerByLink, setUp, signIn, until, WRONG_PIN } from './support.ts';

test('registers by link and signs in on a server that has nothing but the API', async (t) => {
  const { server, client } = await setUp(t);
  const pending = await client.startRegistration({ userId: ' Alice@EXAMPLE.com ', deviceName: 'Test device' });
  assert.deepEqual({ ...pending, startedAt: 0, backoffUntil: 0 }, {
    userId: 'Alice@example.com', deviceName: 'Test device', method: 'link', state: 'sent', startedAt: 0, backoffUntil: 0, handedOver: false,
  });
  const { code } = server.mailTo('Alice@example.com');
  const confirmed = await client.openLink({ userId: 'Alice@example.com', code });
  assert.equal(confirmed.state, 'confirmed');
  assert.equal(confirmed.deviceName, 'Test device');
  const identity = await client.register(confirmed, PIN);
  assert.equal(identity.userId, 'Alice@example.com');
  assert.equal(identity.state, 'active');
  assert.equal(await client.pending(), undefined);

  const { userId, token } = await signIn(client, identity);
  assert.equal(userId, 'Alice@example.com');
  const claims = JSON.parse(Buffer.from(String(token).split('.')[1] as string, 'base64url').toString()) as { sub: string };
  assert.equal(claims.sub, 'Alice@example.com');
});

test('sends nothing that the API does not know', async (t) => {
  const { server, client } = await setUp(t);
  const identity = await registerByLink(server, client);
  await client.beginSignIn(identity.id, { nonce: 'n-0S6' }).finish(PIN);
  const fields = Object.fromEntries(server.requests.filter(({ body }) => body !== '').map(({ path, body }) => [path, Object.keys(JSON.parse(body) as object)]));
  assert.deepEqual(fields, {
    '/verification/email': ['userId', 'deviceName', 'projectId'],
    '/verification/confirmation': ['userId', 'code'],
    '/registration': ['userId', 'deviceName', 'activationToken', 'publicKey'],
    '/rps/v2/pass1': ['mpin_id', 'dtas', 'U', 'publicKey', 'scope'],
    '/rps/v2/pass2': ['mpin_id', 'V'],
    '/rps/v2/authenticate': ['authOTT', 'wam'],
  });
});

test('names itself and the project in every request but discovery', async (t) => {
  const { server, client } = await setUp(t, {}, { applicationInfo: 'shop/2' });
  await registerByLink(server, client);
  const [discovery, ...others] = server.requests;
  assert.equal(discovery?.url, `/.well-known/project-configuration?id=${server.projectId}`);
  assert.equal(discovery.headers['x-miracl-client'], undefined);
  for (const { path, headers } of others) {
    assert.equal(headers['x-miracl-client'], `mpin-pinpad/${VERSION} shop/2`, path);
    assert.equal(headers['x-miracl-cid'], server.projectId, path);
  }
});

test('registers with a code of six digits; a wrong and a foreign one are refused', async (t) => {
  const { server, client } = await setUp(t, { method: 'code' });
  const pending = await client.startRegistration({ userId: ALICE, deviceName: 'Test device' });
  assert.equal(pending.method, 'code');
  const { code } = server.mailTo(ALICE);
  await failure(client.confirmCode(pending, code === '000000' ? '000001' : '000000'), 'CODE_WRONG');
  for (const malformed of ['12345', '1234567', '12345a', ' 12345', '１２３４５６', '']) {
    await failure(client.confirmCode(pending, malformed), 'INVALID_ARGUMENT');
  }
  await client.confirmCode(pending, code);
  assert.equal((await client.pending())?.state, 'confirmed');
  await signIn(client, await client.register(pending, PIN));
});

test('an expired code is told apart from a wrong one', async (t) => {
  const { server, client } = await setUp(t);
  await client.startRegistration({ userId: ALICE, deviceName: 'Test device' });
  const { code } = server.mailTo(ALICE);
  for (const known of server.state.codes.values()) known.expired = true;
  await failure(client.openLink({ userId: ALICE, code }), 'CODE_EXPIRED');
});

test('a second device of a user gets a link even where the project sends codes; the first device again a code', async (t) => {
  const { server, client } = await setUp(t, { method: 'code' });
  const pending = await client.startRegistration({ userId: ALICE, deviceName: 'First' });
  await client.confirmCode(pending, server.mailTo(ALICE).code);
  await client.register(pending, PIN);
  assert.equal((await client.startRegistration({ userId: ALICE, deviceName: 'First' })).method, 'code');
  const second = new MpinClient({ server: server.url, project: server.projectId, storage: memoryStorage() });
  assert.equal((await second.startRegistration({ userId: ALICE, deviceName: 'Second' })).method, 'link');
});

test('a second mail too early is refused with the time of the next', async (t) => {
  const now = 1_800_000_000_000;
  const { client } = await setUp(t, { backoff: 10, now: () => now }, { now: () => now });
  const pending = await client.startRegistration({ userId: ALICE, deviceName: 'Test device' });
  assert.equal(pending.backoffUntil, now / 1000 + 10);
  const error = await failure(client.resend(pending), 'RATE_LIMITED');
  assert.equal(error.retryAt, now / 1000 + 10);
  assert.equal(error.status, 429);
  assert.match(String(error.requestId), /^[0-9a-f]{16}$/u);
});

test('a storage that cannot note it keeps nobody from hearing what the server says', async (t) => {
  const storage = memoryStorage();
  const { server, client } = await setUp(t, {}, { storage });
  const identity = await registerByLink(server, client);
  for (let i = 0; i < 2; i += 1) await failure(signIn(client, identity, WRONG_PIN), 'WRONG_PIN');
  storage.change = () => Promise.reject(new MpinError('STORAGE_FULL', 'There is no room'));
  await failure(signIn(client, identity, WRONG_PIN), 'IDENTITY_REVOKED');
});

for (const generation of ['current', 'old-codes', 'legacy-envelope'] as const) {
  test(`the third wrong PIN revokes, and only a new registration helps: ${generation}`, async (t) => {
    const { server, client } = await setUp(t, { generation });
    const identity = await registerByLink(server, client);
    await failure(signIn(client, identity, WRONG_PIN), 'WRONG_PIN');
    await signIn(client, identity);
    await failure(signIn(client, identity, WRONG_PIN), 'WRONG_PIN');
    await failure(signIn(client, identity, WRONG_PIN), 'WRONG_PIN');
    await failure(signIn(client, identity, WRONG_PIN), 'IDENTITY_REVOKED');
    assert.equal((await client.identities())[0]?.state, 'revoked');
    const sent = server.requests.length;
    await failure(signIn(client, identity), 'IDENTITY_REVOKED');
    assert.equal(server.requests.length, sent, 'A revoked identity is not tried again');

    const again = await registerByLink(server, client);
    assert.notEqual(again.id, identity.id);
    assert.deepEqual((await client.identities()).map(({ id, state }) => [id, state]), [[again.id, 'active']]);
    await signIn(client, again);
  });
}

test('an identity that lapsed is marked expired', async (t) => {
  const { server, client } = await setUp(t);
  const identity = await registerByLink(server, client);
  for (const known of server.state.identities.values()) known.state = 'expired';
  await failure(signIn(client, identity), 'IDENTITY_EXPIRED');
  assert.equal((await client.identities())[0]?.state, 'expired');
});

test('an identity that the server does not know is not a wrong PIN', async (t) => {
  const { server, client } = await setUp(t);
  const identity = await registerByLink(server, client);
  server.state.identities.clear();
  await failure(signIn(client, identity), 'IDENTITY_UNKNOWN');
});

test('a wrong PIN can be followed by the right one in the same attempt', async (t) => {
  const { server, client } = await setUp(t);
  const identity = await registerByLink(server, client);
  const attempt = client.beginSignIn(identity.id);
  await failure(attempt.finish(WRONG_PIN), 'WRONG_PIN');
  await attempt.prepare();
  assert.equal((await attempt.finish(PIN)).userId, ALICE);
});

test('pass 1 goes out at the first digit, and once', async (t) => {
  const { server, client } = await setUp(t);
  const identity = await registerByLink(server, client);
  const attempt = client.beginSignIn(identity.id);
  const pass1 = (): number => server.requests.filter(({ path }) => path === '/rps/v2/pass1').length;
  await attempt.prepare();
  assert.equal(pass1(), 0);
  attempt.firstDigit();
  attempt.firstDigit();
  await attempt.finish(PIN);
  assert.equal(pass1(), 1);
});

test('a y older than 10 s is fetched again before the PIN is used', async (t) => {
  let now = 1_800_000_000_000;
  const { server, client } = await setUp(t, { yTtlMs: 15_000, now: () => now }, { now: () => now });
  const identity = await registerByLink(server, client);
  const attempt = client.beginSignIn(identity.id);
  const pass1 = (): number => server.requests.filter(({ path }) => path === '/rps/v2/pass1').length;
  attempt.firstDigit();
  await until(() => pass1() === 1);
  now += 11_000;
  await attempt.finish(PIN);
  assert.equal(pass1(), 2);
  assert.equal(server.requests.filter(({ path }) => path === '/rps/v2/pass2').length, 1);
});

test('a y that the server has lost is fetched again with the PIN in hand, once', async (t) => {
  const { server, client } = await setUp(t);
  const identity = await registerByLink(server, client);
  let lose = 1;
  server.meddle(({ path }, answer) => {
    if (path === '/rps/v2/pass2' && lose-- > 0) server.state.pass1.clear();
    return answer();
  });
  await signIn(client, identity);
  lose = 2;
  await failure(signIn(client, identity), 'SESSION_EXPIRED');
  assert.equal(lose, 0);
  assert.equal([...server.state.identities.values()][0]?.failures, 0, 'No strike was counted');
});

test('completes the session of another device', async (t) => {
  const { server, client } = await setUp(t);
  const identity = await registerByLink(server, client);
  const opened = await fetch(`${server.url}/rps/v2/session`, { method: 'POST', body: JSON.stringify({ projectId: server.projectId }) });
  const { accessId, webOTT } = await opened.json() as { accessId: string; webOTT: string };
  const result = await client.beginSignIn(identity.id, { scope: 'oidc', accessId }).finish(PIN);
  assert.deepEqual(result, { userId: ALICE });
  const polled = await fetch(`${server.url}/rps/v2/access`, { method: 'POST', body: JSON.stringify({ webOTT }) });
  const state = await polled.json() as { status: string; userId: string };
  assert.equal(state.status, 'authenticated');
  assert.equal(state.userId, ALICE);
});

test('shows the link of a session that another page started, which a server without numbers is not asked for', async (t) => {
  const { client } = await setUp(t);
  const controller = new AbortController();
  const requests: PhoneRequest[] = [];
  const onRequest = (request: PhoneRequest): void => {
    requests.push(request);
    controller.abort();
  };
  await failure(client.signInByPhone({ accessId: 'of-another-page', onRequest, signal: controller.signal }), 'ABORTED');
  assert.deepEqual(requests.map(({ link, accessNumber }) => [new URL(link).pathname, new URL(link).hash, accessNumber]), [['/mobile-login/', '#of-another-page', undefined]]);
});

test('signs; MIRACL\'s mathematics accepts the signature and no changed one', async (t) => {
  const { server, client } = await setUp(t);
  const identity = await registerByLink(server, client);
  const message = new TextEncoder().encode('Pay 10 to Bob');
  const signature = await client.sign(identity.id, PIN, { message });
  assert.equal(signature.hash, Buffer.from(message).toString('hex'));
  const verify = async (changed: Partial<typeof signature>): Promise<number> => {
    const body = JSON.stringify({ signature: { ...signature, ...changed }, timestamp: changed.timestamp ?? signature.timestamp });
    return (await fetch(`${server.url}/dvs/verify`, { method: 'POST', body })).status;
  };
  assert.equal(await verify({}), 200);
  assert.equal(await verify({ hash: `${signature.hash}00` }), 401);
  assert.equal(await verify({}), 200);
  assert.equal(await verify({ timestamp: signature.timestamp + 1 }), 401);
  await failure(client.sign(identity.id, WRONG_PIN, { message }), 'WRONG_PIN');
});

test('remembers users apart and lists the last used first', async (t) => {
  let now = 1_800_000_000_000;
  const { server, client } = await setUp(t, {}, { now: () => now });
  const alice = await registerByLink(server, client);
  now += 60_000;
  const bob = await registerByLink(server, client, 'bob@example.com', '123456');
  assert.deepEqual((await client.identities()).map(({ userId }) => userId), ['bob@example.com', ALICE]);
  now += 60_000;
  await signIn(client, alice);
  assert.deepEqual((await client.identities()).map(({ userId }) => userId), [ALICE, 'bob@example.com']);
  await client.remove(alice.id);
  assert.deepEqual((await client.identities()).map(({ id }) => id), [bob.id]);
  assert.equal((await signIn(client, bob, '123456')).userId, 'bob@example.com');
});

test('a registration is gone on with after a reload, and forgotten when cancelled', async (t) => {
  const storage = memoryStorage();
  const { server, client } = await setUp(t, { method: 'code' }, { storage });
  const pending = await client.startRegistration({ userId: ALICE, deviceName: 'Test device' });
  const reloaded = new MpinClient({ server: server.url, project: server.projectId, storage });
  const found = await reloaded.pending();
  assert.deepEqual(found, pending);
  await reloaded.confirmCode(found, server.mailTo(ALICE).code);
  const again = new MpinClient({ server: server.url, project: server.projectId, storage });
  const confirmed = await again.pending();
  assert.equal(confirmed?.state, 'confirmed');
  await again.cancelRegistration(confirmed);
  assert.equal(await again.pending(), undefined);
  await failure(again.register(confirmed, PIN), 'CODE_EXPIRED');
});

test('a page that waits for the link hears that another tab has opened it', async (t) => {
  const storage = memoryStorage();
  const { server, client } = await setUp(t, {}, { storage });
  const pending = await client.startRegistration({ userId: ALICE, deviceName: 'Test device' });
  const waiting = client.waitForConfirmation(pending);
  const otherTab = new MpinClient({ server: server.url, project: server.projectId, storage });
  await otherTab.openLink({ userId: ALICE, code: server.mailTo(ALICE).code });
  await waiting;
  assert.equal(await client.checkConfirmation(pending), 'confirmed');
});

test('goes on from an activation token that the site got', async (t) => {
  const { server, client } = await setUp(t);
  const pending = await client.useActivationToken({ userId: ALICE, activationToken: server.state.issueActivation(ALICE) });
  await signIn(client, await client.register(pending, PIN));
  const used = await client.useActivationToken({ userId: ALICE, activationToken: '00'.repeat(16) });
  await failure(client.register(used, PIN), 'ACTIVATION_INVALID');
  const nonsense = await client.useActivationToken({ userId: ALICE, activationToken: 'nonsense' });
  await failure(client.register(nonsense, PIN), 'ACTIVATION_INVALID');
});

test('a failed registration leaves the old identity in place', async (t) => {
  const { server, client } = await setUp(t);
  const identity = await registerByLink(server, client);
  await client.startRegistration({ userId: ALICE, deviceName: 'Test device' });
  const pending = await client.openLink({ userId: ALICE, code: server.mailTo(ALICE).code });
  server.meddle(({ path }, answer) => path === '/share' ? 'break' : answer());
  await failure(client.register(pending, '9999'), 'OFFLINE');
  assert.deepEqual((await client.identities()).map(({ id }) => id), [identity.id]);
  await signIn(client, identity);
});
