import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { after, describe, it } from 'node:test';
import { MpinClient } from '../../src/client/index.ts';
import type { IdentitySummary, PhoneRequest } from '../../src/client/index.ts';
import { MpinError } from '../../src/errors.ts';
import { memoryStorage } from '../../src/storage/index.ts';
import { createTestServer, DEFAULT_CODE, MATCH_NUMBER, ONE_TIME_PASSWORD } from '../../src/testing/index.ts';
import type { TestServer } from '../../src/testing/index.ts';
import { createVerifier } from '../../src/verify/index.ts';

const ada = { userId: 'ada@example.com', pin: '2846' };
const users = [ada];

const clientOf = (server: TestServer): MpinClient => new MpinClient({ server: server.url, storage: memoryStorage(), fetch: server.fetch });
const failsWith = (code: MpinError['code'], details: Partial<MpinError> = {}) => (error: unknown): boolean => {
  assert.ok(error instanceof MpinError);
  assert.equal(error.code, code);
  for (const [name, value] of Object.entries(details)) assert.equal(error[name as keyof MpinError], value);
  return true;
};

async function known(server: TestServer): Promise<{ client: MpinClient; identity: IdentitySummary }> {
  const client = await server.client(ada.userId);
  const [identity] = await client.identities();
  assert.ok(identity);
  return { client, identity };
}

describe('the kit\'s server', () => {
  it('sets somebody up by the fixed code and signs them in, with the real client', async () => {
    const server = createTestServer();
    const client = clientOf(server);
    const pending = await client.startRegistration({ userId: ada.userId });
    await assert.rejects(client.confirmCode(pending, '000000'), failsWith('CODE_WRONG', { attemptsLeft: 4 }));
    await client.confirmCode(pending, DEFAULT_CODE);
    const identity = await client.register(pending, ada.pin);
    const { userId, token } = await client.beginSignIn(identity.id).finish(ada.pin);
    assert.equal(userId, ada.userId);
    assert.ok(token);
  });

  it('waits for a link until the test confirms, refuses or lets it lapse', async () => {
    const server = createTestServer({ project: { verificationMethod: 'link' } });
    const client = clientOf(server);
    const pending = await client.startRegistration({ userId: ada.userId });
    assert.equal(pending.matchNumber, MATCH_NUMBER);
    assert.equal(await client.checkConfirmation(pending), 'sent');
    server.confirm(ada.userId);
    await client.waitForConfirmation(pending, { signal: AbortSignal.timeout(5000) });
    assert.equal((await client.register(pending, ada.pin)).state, 'active');
    const [second, third] = [await client.startRegistration({ userId: 'grace@example.com' }), await client.startRegistration({ userId: 'alan@example.com' })];
    server.cancel('grace@example.com');
    server.expire('alan@example.com');
    assert.equal(await client.checkConfirmation(second), 'cancelled');
    assert.equal(await client.checkConfirmation(third), 'expired');
    assert.throws(() => server.confirm('nobody@example.com'), failsWith('INVALID_ARGUMENT'));
  });

  it('counts wrong PINs, tells what is left and locks', async () => {
    const { client, identity } = await known(createTestServer({ users }));
    await assert.rejects(client.beginSignIn(identity.id).finish('1111'), failsWith('WRONG_PIN', { attemptsLeft: 2 }));
    await client.beginSignIn(identity.id).finish(ada.pin);
    await assert.rejects(client.beginSignIn(identity.id).finish('1111'), failsWith('WRONG_PIN', { attemptsLeft: 2 }));
    await assert.rejects(client.beginSignIn(identity.id).finish('1111'), failsWith('WRONG_PIN', { attemptsLeft: 1 }));
    await assert.rejects(client.beginSignIn(identity.id).finish('1111'), failsWith('IDENTITY_REVOKED', { attemptsLeft: 0 }));
    await assert.rejects(client.beginSignIn(identity.id).finish(ada.pin), failsWith('IDENTITY_REVOKED'));
  });

  it('fails as it is told: once, at a path, without a network, by locking and by lapsing', async () => {
    const server = createTestServer({ users, now: () => 1_700_000_000_000 });
    const { client, identity } = await known(server);
    const finish = (): Promise<unknown> => client.beginSignIn(identity.id).finish(ada.pin);
    server.failNext('rate-limited', { path: '/authenticate' });
    await assert.rejects(finish(), failsWith('RATE_LIMITED', { retryAt: 1_700_000_030 }));
    server.failNext('server-error', { path: '/pass1' });
    await assert.rejects(finish(), failsWith('SERVER_ERROR'));
    server.failNext('offline');
    await assert.rejects(finish(), failsWith('OFFLINE'));
    server.goOffline();
    await assert.rejects(finish(), failsWith('OFFLINE'));
    server.goOnline();
    server.refusePins();
    await assert.rejects(finish(), failsWith('WRONG_PIN', { attemptsLeft: 2 }));
    await finish();
    server.lock(ada.userId);
    await assert.rejects(finish(), failsWith('IDENTITY_REVOKED'));
    const again = await server.client(ada.userId);
    const [other] = await again.identities();
    server.lapse(ada.userId);
    await assert.rejects(again.beginSignIn(other?.id ?? '').finish(ada.pin), failsWith('IDENTITY_EXPIRED'));
    assert.deepEqual(server.received.at(-1), { method: 'POST', path: '/rps/v2/pass1', status: 401 });
  });

  it('renames and removes, and gives the fixed one-time password', async () => {
    const server = createTestServer({ users });
    const { client, identity } = await known(server);
    await client.rename(identity.id, 'Kitchen tablet');
    assert.equal((await client.identities())[0]?.deviceName, 'Kitchen tablet');
    const { oneTimePassword } = await client.beginSignIn(identity.id, { scope: 'otp', clientId: 'vpn' }).finish(ada.pin);
    assert.equal(oneTimePassword?.password, ONE_TIME_PASSWORD);
    await client.remove(identity.id);
    assert.deepEqual(await client.identities(), []);
  });

  it('lets a phone answer', async () => {
    const server = createTestServer({ project: { ways: ['phone'] } });
    const { userId, token } = await clientOf(server).signInByPhone({ onRequest: () => server.approveByPhone(ada.userId), signal: AbortSignal.timeout(10_000) });
    assert.equal(userId, ada.userId);
    assert.ok(token);
  });

  it('gives a session that another page started a number, and no other', async () => {
    const server = createTestServer();
    const opened = await server.fetch(`${server.url}/rps/v2/session`, { method: 'POST', body: '{}' });
    const { accessId } = await opened.json() as { accessId: string };
    const controller = new AbortController();
    const shown: PhoneRequest[] = [];
    const onRequest = (request: PhoneRequest): void => {
      shown.push(request);
      controller.abort();
    };
    await assert.rejects(clientOf(server).signInByPhone({ accessId, onRequest, signal: controller.signal }), failsWith('ABORTED'));
    assert.deepEqual(shown.map(({ link, accessNumber }) => [new URL(link).hash, accessNumber?.length]), [[`#${accessId}`, 7]]);
    await assert.rejects(clientOf(server).signInByPhone({ accessId: 'unknown', onRequest }), MpinError);
  });

  it('is a server for the site\'s own as well, whose tokens mpin-pinpad/verify accepts', async () => {
    const test = createTestServer({ users });
    const server = createServer(test.listener).listen(0, '127.0.0.1');
    after(() => { server.closeAllConnections(); server.close(); });
    await once(server, 'listening');
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    // As a browser does, which says where the page is from.
    const fromPage: typeof fetch = (input, init) => fetch(input, { ...init, headers: { ...init?.headers, origin: 'https://shop.example.test' } });
    const client = new MpinClient({ server: url, storage: memoryStorage(), fetch: fromPage });
    const pending = await client.useActivationToken({ userId: ada.userId, activationToken: test.activationToken(ada.userId) });
    const identity = await client.register(pending, ada.pin);
    const { token } = await client.beginSignIn(identity.id, { nonce: 'n-1' }).finish(ada.pin);
    const verifier = createVerifier({ server: url, project: test.projectId, origin: 'https://shop.example.test' });
    assert.equal((await verifier.verify(token ?? '', { nonce: 'n-1' })).userId, ada.userId);
    test.goOffline();
    await assert.rejects(fetch(`${url}/.well-known/jwks`));
    test.goOnline();
    const refused = await fetch(`${url}/.well-known/project-configuration`, { headers: { origin: 'https://bank.com' } });
    assert.equal(refused.status, 403);
  });

  it('takes the place of fetch for its own address alone, and gives it back', async () => {
    const server = createTestServer();
    const before = globalThis.fetch;
    const undo = server.install();
    try {
      const answer = await fetch(`${server.url}/.well-known/project-configuration`);
      assert.equal(((await answer.json()) as { id: string }).id, server.projectId);
      await assert.rejects(fetch('http://127.0.0.1:9/'), TypeError);
    } finally {
      undo();
    }
    assert.equal(globalThis.fetch, before);
  });
});

describe('the kit', () => {
  it('refuses to work in production', () => {
    const { NODE_ENV } = process.env;
    process.env['NODE_ENV'] = 'production';
    try {
      assert.throws(() => createTestServer(), failsWith('INVALID_CONFIGURATION'));
    } finally {
      if (NODE_ENV === undefined) delete process.env['NODE_ENV'];
      else process.env['NODE_ENV'] = NODE_ENV;
    }
  });

  it('is replaced, name by name, where bundlers build for production', async () => {
    const [real, refused] = await Promise.all([import('../../src/testing/index.ts'), import('../../src/testing/refused.ts')]);
    assert.deepEqual(Object.keys(refused).toSorted(), Object.keys(real).toSorted());
    for (const name of ['createTestServer', 'signIn', 'setUp'] as const) assert.throws(() => refused[name](), failsWith('INVALID_CONFIGURATION'));
  });

  it('names what is wrong with its options', async () => {
    assert.throws(() => createTestServer({ url: 'auth' }), failsWith('INVALID_ARGUMENT'));
    assert.throws(() => createTestServer({ code: '12' }), failsWith('INVALID_ARGUMENT'));
    await assert.rejects(createTestServer().client('nobody@example.com'), failsWith('INVALID_ARGUMENT'));
  });
});
