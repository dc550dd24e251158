import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { memoryStorage, MpinClient, type MpinClientOptions } from '../../src/client/index.ts';
import type { WireServer } from '../support/wire-server/server.ts';
import { Extended } from './extended.ts';
import { ALICE, failure, PIN, registerByLink, setUp, signIn, until, WRONG_PIN } from './support.ts';

async function setUpExtended(
  t: TestContext, clientOptions: Partial<MpinClientOptions> = {},
): Promise<{ server: WireServer; client: MpinClient; extended: Extended }> {
  const { server, client } = await setUp(t, { yTtlMs: 180_000 }, clientOptions);
  return { server, client, extended: new Extended(server) };
}

function bodies(server: WireServer, path: string): Record<string, unknown>[] {
  return server.requests.filter((request) => request.path === path).map(({ body }) => JSON.parse(body) as Record<string, unknown>);
}

const start = { userId: ALICE, deviceName: 'Test device', lang: 'de' };

test('hands the confirmation over, hears of it by the stream, and collects the activation', async (t) => {
  const { server, client, extended } = await setUpExtended(t);
  const pending = await client.startRegistration(start);
  assert.equal(pending.handedOver, true);
  assert.equal(pending.matchNumber, '42');
  const [mail] = bodies(server, '/verification/email');
  assert.equal(mail?.['handOver'], true);
  assert.equal(mail?.['lang'], 'de');
  const waiting = client.waitForConfirmation(pending);
  await until(() => bodies(server, '/rps/v2/access/stream').length === 1);
  await failure(client.register(pending, PIN), 'INVALID_ARGUMENT');
  extended.decide('confirmed');
  await waiting;
  assert.equal((await client.pending())?.state, 'confirmed');
  const identity = await client.register(pending, PIN);
  assert.equal(bodies(server, '/rps/v2/access').at(-1)?.['activation'], true);
  await signIn(client, identity);
});

test('collects afresh when the page was reloaded while the PIN was chosen, or the connection broke', async (t) => {
  const storage = memoryStorage();
  const { server, client, extended } = await setUpExtended(t, { storage });
  const pending = await client.startRegistration(start);
  extended.decide('confirmed');
  assert.equal(await client.checkConfirmation(pending), 'confirmed');
  extended.first = ({ path }, answer) => path === '/registration' && answer().status === 200 ? 'break' : undefined;
  await failure(client.register(pending, PIN), 'OFFLINE');
  extended.first = undefined;
  const reloaded = new MpinClient({ server: server.url, project: server.projectId, storage });
  const found = await reloaded.pending();
  assert.equal(found?.state, 'confirmed');
  await signIn(reloaded, await reloaded.register(found, PIN));
});

for (const [state, code] of [['cancelled', 'CONFIRMATION_CANCELLED'], ['expired', 'CODE_EXPIRED']] as const) {
  test(`a request that is ${state} ends the waiting`, async (t) => {
    const { server, client, extended } = await setUpExtended(t);
    const pending = await client.startRegistration(start);
    const waiting = failure(client.waitForConfirmation(pending), code);
    await until(() => bodies(server, '/rps/v2/access/stream').length === 1);
    extended.decide(state);
    await waiting;
    assert.equal((await client.pending())?.state, state);
    await failure(client.register(pending, PIN), code);
  });
}

test('a session that has ended is an expired request', async (t) => {
  const { client, extended } = await setUpExtended(t);
  const pending = await client.startRegistration(start);
  extended.handovers.clear();
  assert.equal(await client.checkConfirmation(pending), 'expired');
});

test('an activation for somebody else is refused, one for this user in other letters taken', async (t) => {
  const { server, client, extended } = await setUpExtended(t);
  const pending = await client.startRegistration(start);
  extended.decide('confirmed');
  extended.activation = { userId: 'mallory@example.com' };
  await failure(client.register(pending, PIN), 'INVALID_RESPONSE');
  extended.activation = { projectId: 'another' };
  await failure(client.register(pending, PIN), 'PROJECT_MISMATCH');
  assert.equal(bodies(server, '/registration').length, 0);
  const actToken = server.state.issueActivation('ALICE@example.com');
  extended.activation = { userId: 'ALICE@example.com', actToken };
  assert.equal((await client.register(pending, PIN)).userId, 'ALICE@example.com');
});

test('a handed-over request is confirmed by code with the starter\'s secret', async (t) => {
  const { server, client } = await setUpExtended(t);
  const pending = await client.startRegistration(start);
  const { code } = server.mailTo(ALICE);
  server.state.codes.set(`${ALICE} 123456`, { userId: ALICE, accessId: undefined, expired: false });
  await client.confirmCode(pending, '123456');
  assert.notEqual(code, '123456');
  assert.equal(bodies(server, '/verification/confirmation')[0]?.['webOTT'], server.state.sessions[0]?.webOTT);
  await signIn(client, await client.register(pending, PIN));
});

test('another mail is asked for in the same session, in a new one when that has ended', async (t) => {
  const { server, client, extended } = await setUpExtended(t);
  const pending = await client.startRegistration(start);
  const again = await client.resend(pending);
  assert.equal(again.handedOver, true);
  assert.equal(server.state.sessions.length, 1);
  let refuse = true;
  extended.first = ({ path }) => {
    if (path !== '/verification/email' || !refuse) return undefined;
    refuse = false;
    return { status: 400, body: { error: 'INVALID_REQUEST_PARAMETERS', info: '', context: { params: 'accessId' } } };
  };
  await client.resend(again);
  const mails = bodies(server, '/verification/email');
  assert.deepEqual(mails.map(({ accessId }) => server.state.sessions.findIndex((session) => session.accessId === accessId)), [0, 0, 0, 1]);
  assert.equal(mails.at(-1)?.['lang'], 'de');
});

test('polls where streams do not get through', async (t) => {
  const { server, client, extended } = await setUpExtended(t);
  extended.first = ({ path }) => path === '/rps/v2/access/stream' ? { status: 502, body: 'Bad gateway' } : undefined;
  const pending = await client.startRegistration(start);
  const waiting = client.waitForConfirmation(pending);
  await until(() => bodies(server, '/rps/v2/access').length === 1);
  extended.decide('confirmed');
  await waiting;
  assert.equal(bodies(server, '/rps/v2/access/stream').length, 2);
});

test('polls where the server has no stream', async (t) => {
  const { server, client, extended } = await setUpExtended(t);
  delete extended.extensions['accessStream'];
  const pending = await client.startRegistration(start);
  const waiting = client.waitForConfirmation(pending);
  await until(() => bodies(server, '/rps/v2/access').length === 1);
  extended.decide('confirmed');
  await waiting;
  assert.equal(bodies(server, '/rps/v2/access/stream').length, 0);
});

test('the waiting outlasts a server that is away', async (t) => {
  const { server, client, extended } = await setUpExtended(t);
  const pending = await client.startRegistration(start);
  const waiting = client.waitForConfirmation(pending);
  await until(() => bodies(server, '/rps/v2/access/stream').length === 1);
  await server.pause();
  extended.decide('confirmed');
  await server.resume();
  await waiting;
});

test('the waiting ends when the caller gives up', async (t) => {
  const { server, client } = await setUpExtended(t);
  const pending = await client.startRegistration(start);
  const controller = new AbortController();
  const waiting = failure(client.waitForConfirmation(pending, { signal: controller.signal }), 'ABORTED');
  await until(() => bodies(server, '/rps/v2/access/stream').length === 1);
  controller.abort();
  await waiting;
  await failure(client.waitForConfirmation(pending, { signal: controller.signal }), 'ABORTED');
});

test('the nonce is the one that holds when the PIN is there, and is looked at again', async (t) => {
  const { server, client } = await setUpExtended(t);
  const identity = await registerByLink(server, client);
  const options = { nonce: 'before' };
  const attempt = client.beginSignIn(identity.id, options);
  await attempt.prepare();
  options.nonce = 'n'.repeat(257);
  await failure(attempt.finish(PIN), 'INVALID_ARGUMENT');
  assert.equal(bodies(server, '/rps/v2/pass2').length, 0);
  options.nonce = 'after';
  await attempt.finish(PIN);
  assert.deepEqual(bodies(server, '/rps/v2/authenticate').map(({ nonce }) => nonce), ['after']);
});

test('with pass2U, pass 1 runs while the PIN is typed, and pass 2 names its U', async (t) => {
  let now = 1_800_000_000_000;
  const { server, client } = await setUpExtended(t, { now: () => now });
  const identity = await registerByLink(server, client);
  const attempt = client.beginSignIn(identity.id, { nonce: 'n-0S6' });
  await Promise.all([attempt.prepare(), attempt.prepare()]);
  attempt.firstDigit();
  now += 149_000;
  await attempt.finish(PIN);
  const [pass1] = bodies(server, '/rps/v2/pass1');
  assert.equal(bodies(server, '/rps/v2/pass1').length, 1);
  assert.equal(bodies(server, '/rps/v2/pass2')[0]?.['U'], pass1?.['U']);
  assert.equal(bodies(server, '/rps/v2/authenticate')[0]?.['nonce'], 'n-0S6');

  const late = client.beginSignIn(identity.id);
  await late.prepare();
  now += 151_000;
  await late.finish(PIN);
  const us = bodies(server, '/rps/v2/pass1').map(({ U }) => U);
  assert.equal(us.length, 3);
  assert.equal(new Set(us).size, 3, 'Each proof has its own U');
  assert.equal(bodies(server, '/rps/v2/pass2')[1]?.['U'], us[2]);
});

test('tells how many attempts are left', async (t) => {
  const { server, client, extended } = await setUpExtended(t);
  const identity = await registerByLink(server, client);
  extended.first = ({ path }, answer) => {
    if (path !== '/rps/v2/authenticate') return undefined;
    const { status, body } = answer();
    const { context, ...rest } = body as { context: object };
    return { status, body: { ...rest, context: { ...context, attemptsLeft: '2' } } };
  };
  assert.equal((await failure(signIn(client, identity, WRONG_PIN), 'WRONG_PIN')).attemptsLeft, 2);
});

test('a cancelled attempt rejects, and stays cancelled', async (t) => {
  const { server, client, extended } = await setUpExtended(t);
  const identity = await registerByLink(server, client);
  extended.first = ({ path }) => path === '/rps/v2/pass1' ? 'hang' : undefined;
  const attempt = client.beginSignIn(identity.id);
  const preparing = failure(attempt.prepare(), 'ABORTED');
  await until(() => bodies(server, '/rps/v2/pass1').length === 1);
  attempt.cancel();
  await preparing;
  await failure(attempt.finish(PIN), 'ABORTED');
  await failure(attempt.prepare(), 'ABORTED');
});

test('a sign-in is finished once at a time', async (t) => {
  const { server, client } = await setUpExtended(t);
  const identity = await registerByLink(server, client);
  const attempt = client.beginSignIn(identity.id);
  const finished = attempt.finish(PIN);
  await failure(attempt.finish(PIN), 'INVALID_ARGUMENT');
  await finished;
});

test('the PIN\'s length is the project\'s', async (t) => {
  const { server, client, extended } = await setUpExtended(t);
  extended.configuration = { pinLength: 6 };
  const pending = await client.startRegistration(start);
  extended.decide('confirmed');
  await failure(client.register(pending, '1234'), 'INVALID_PIN');
  const identity = await client.register(pending, '123456');
  assert.equal(identity.pinLength, 6);
  const sent = server.requests.length;
  await failure(signIn(client, identity, '1234'), 'INVALID_PIN');
  assert.deepEqual(server.requests.slice(sent).filter(({ path }) => path !== '/rps/v2/pass1'), []);
});

