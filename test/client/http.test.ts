import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inspect } from 'node:util';
import { MpinClient, memoryStorage, type PendingRegistration } from '../../src/client/index.ts';
import { ALICE, failure, PIN, registerByLink, setUp, signIn } from './support.ts';

test('a server that does not answer is given up in time', async (t) => {
  const { server, client } = await setUp(t, {}, { timeoutMs: 150 });
  server.meddle(({ path }) => path === '/verification/email' ? 'hang' : undefined);
  await failure(client.startRegistration({ userId: ALICE }), 'TIMEOUT');
});

test('a server that stops in the middle of an answer is given up in time', async (t) => {
  const { server, client } = await setUp(t, {}, { timeoutMs: 150 });
  server.meddle(({ path }) => path === '/verification/email' ? { status: 200, body: endless() } : undefined);
  await failure(client.startRegistration({ userId: ALICE }), 'TIMEOUT');
});

async function* endless(): AsyncGenerator<string> {
  yield '{"backoff":';
  await new Promise(() => undefined);
}

test('a fetch that ignores everything is given up in time', async () => {
  const client = new MpinClient({ server: 'https://server.test', storage: memoryStorage(), timeoutMs: 20, fetch: () => new Promise(() => undefined) });
  await failure(client.discover(), 'TIMEOUT');
});

test('a fetch that throws at once is a server that cannot be reached', async () => {
  const client = new MpinClient({
    server: 'https://server.test', storage: memoryStorage(),
    fetch: () => {
      throw new TypeError('no network');
    },
  });
  const error = await failure(client.discover(), 'OFFLINE');
  assert.equal((error.cause as Error).message, 'no network');
});

test('server errors and unreachable servers are told apart', async (t) => {
  // A clock that is not the computer's: the client's own is what a wait is counted by.
  const { server, client } = await setUp(t, {}, { now: () => 1_000_000 });
  server.meddle(({ path }) => path === '/verification/email' ? { status: 500, body: { error: 'INTERNAL_ERROR', info: '', context: { requestID: 'q61veai83v4jujcr' } } } : undefined);
  const error = await failure(client.startRegistration({ userId: ALICE }), 'SERVER_ERROR');
  assert.equal(error.requestId, 'q61veai83v4jujcr');
  assert.equal(error.status, 500);
  server.meddle(({ path }) => path === '/verification/email' ? 'break' : undefined);
  await failure(client.startRegistration({ userId: ALICE }), 'OFFLINE');
  server.meddle(({ path }) => path === '/verification/email' ? { status: 429, body: 'slow down', headers: { 'retry-after': '30' } } : undefined);
  const limited = await failure(client.startRegistration({ userId: ALICE }), 'RATE_LIMITED');
  assert.equal(limited.retryAt, 1030);
  const early = { status: 429, body: { error: 'REQUEST_BACKOFF', info: '', context: { backoff: '19000' } }, headers: { 'retry-after': '9' } };
  server.meddle(({ path }) => path === '/verification/email' ? early : undefined);
  assert.equal((await failure(client.startRegistration({ userId: ALICE }), 'RATE_LIMITED')).retryAt, 1009, 'the server\'s clock is five hours ahead of ours');
  server.meddle(undefined);
  await server.pause();
  await failure(client.startRegistration({ userId: ALICE }), 'OFFLINE');
  await server.resume();
  await client.startRegistration({ userId: ALICE });
});

test('a secret URL is asked once more when the connection broke, and only then', async (t) => {
  const { server, client } = await setUp(t);
  const shares = (): number => server.requests.filter(({ path }) => path === '/share').length;
  let broken = 0;
  server.meddle(({ path }) => path === '/share' && broken++ === 0 ? 'break' : undefined);
  const activation = (): Promise<PendingRegistration> =>
    client.useActivationToken({ userId: ALICE, activationToken: server.state.issueActivation(ALICE) });
  await client.register(await activation(), PIN);
  assert.equal(shares(), 3);
  server.meddle(({ path }) => path === '/share' ? 'break' : undefined);
  await failure(client.register(await activation(), PIN), 'OFFLINE');
  assert.equal(shares(), 7);
  server.meddle(({ path }) => path === '/share' ? { status: 403, body: { error: 'FORBIDDEN', info: '' } } : undefined);
  await failure(client.register(await activation(), PIN), 'SERVER_ERROR');
  assert.equal(shares(), 9);
});

test('a server that is killed and comes back in the middle of a sign-in costs nothing but the try', async (t) => {
  const { server, client } = await setUp(t);
  const identity = await registerByLink(server, client);
  server.meddle(({ path }) => path === '/rps/v2/pass2' ? 'break' : undefined);
  const attempt = client.beginSignIn(identity.id);
  await failure(attempt.finish(PIN), 'OFFLINE');
  await server.pause();
  await failure(attempt.finish(PIN), 'OFFLINE');
  await server.resume();
  server.meddle(undefined);
  await attempt.finish(PIN);
  await signIn(client, identity);
});

test('errors hold neither a URL that is a secret nor what it answered', async (t) => {
  const { server, client } = await setUp(t);
  server.meddle(({ path }, answer) => {
    if (path !== '/share') return undefined;
    const { body } = answer() as { body: { dvsClientSecret: string } };
    return { status: 200, body: `{"dvsClientSecret":"${body.dvsClientSecret}` };
  });
  const pending = await client.useActivationToken({ userId: ALICE, activationToken: server.state.issueActivation(ALICE) });
  const error = inspect(await failure(client.register(pending, PIN), 'INVALID_RESPONSE'), { depth: 10, showHidden: true });
  for (const capability of server.state.capabilities.keys()) assert.ok(!error.includes(capability));
  assert.ok(!/[0-9a-f]{32}/u.test(error), error);
});
