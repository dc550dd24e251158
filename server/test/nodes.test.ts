import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { collectActivation } from '../src/core/verification-confirm.ts';
import { sha256 } from '../src/keys/secrets.ts';
import { prove, register, signIn } from './support/device.ts';
import type { DeviceIdentity } from './support/device.ts';
import { outcome, request } from './support/http.ts';
import { startNode } from './support/nodes.ts';
import { query } from './support/postgres.ts';
import { eventually } from './support/resources.ts';
import { startPlatform } from './support/test-platform.ts';
import type { TestPlatform } from './support/test-platform.ts';

const PIN = '4711';
const WRONG = '4712';
const ENVIRONMENT = { MPIN_PENDING_PASSES: '100', MPIN_ORPHAN_SECONDS: '1' };

describe('two nodes on one PostgreSQL', () => {
  let first: TestPlatform;
  let second: TestPlatform;
  before(async () => {
    first = await startPlatform({ kind: 'postgres', environment: ENVIRONMENT });
    second = await startPlatform({ kind: 'postgres', environment: ENVIRONMENT, beside: first });
  });
  after(async () => {
    await second.close();
    await first.close();
  });

  const idOf = ({ id }: DeviceIdentity): string => sha256(Buffer.from(id.mpinId, 'hex'));
  const url = (): string => first.database.environment['MPIN_DATABASE_URL'] ?? '';
  /** Every request goes to the other node than the one before. */
  function balanced(): Pick<TestPlatform, 'post' | 'mailbox' | 'project'> {
    let calls = 0;
    return { project: first.project, mailbox: first.mailbox, post: (...call) => ((calls += 1) % 2 === 0 ? first : second).post(...call) };
  }

  it('serve one person\'s requests in any order', async () => {
    const server = balanced();
    const identity = await register(server, PIN);
    await server.post('/healthz', {});
    for (let i = 0; i < 2; i += 1) {
      const answer = await signIn(server, identity, PIN);
      assert.equal(outcome(answer), '200', answer.text);
      await server.post('/healthz', {});
    }
    const keys = await Promise.all([first, second].map(async (node) => (await request(`${node.url}/.well-known/jwks`)).body));
    assert.deepEqual(keys[0], keys[1]);
  });

  it('let a hundred wrong PINs at once cost exactly three strikes and one revocation', async () => {
    const server = balanced();
    const identity = await register(server, PIN);
    const secrets: string[] = [];
    for (let i = 0; i < 100; i += 1) secrets.push(await prove(server, identity, WRONG));
    const outcomes = (await Promise.all(secrets.map((authOTT) => server.post('/rps/v2/authenticate', { authOTT })))).map(outcome);
    const events = await first.core.db.queries.selectFrom('audit').select('status').where('identity_id', '=', idOf(identity)).execute();
    assert.deepEqual(['authenticate_failure', 'revoked'].map((status) => events.filter((event) => event.status === status).length), [3, 1]);
    assert.equal((await first.core.db.queries.selectFrom('strikes').select('id').where('identity_id', '=', idOf(identity)).execute()).length, 3);
    assert.equal(outcomes.filter((one) => one === '200').length, 0);
    assert.equal(outcome(await signIn(second, identity, PIN)), '410 REVOKED_MPINID');
  });

  it('count the tries of one code together', async () => {
    const { projectId } = await first.addProject({ name: 'Codes', origins: [], verificationMethod: 'code' });
    const userId = 'codes@mail.example';
    const started = await first.post('/verification/email', { userId, deviceName: 'x', projectId });
    assert.equal(outcome(started), '200', started.text);
    await first.mailbox.take(userId);
    const outcomes = await Promise.all(Array.from({ length: 30 }, (_, i) => [first, second][i % 2]!.post('/verification/confirmation', { userId, code: String(100_000 + i), projectId })));
    const counted = await first.core.db.queries.selectFrom('verifications').select('starter_tries').where('user_id', '=', userId).executeTakeFirstOrThrow();
    assert.equal(counted.starter_tries, 5);
    assert.ok(outcomes.every(({ status }) => status === 401));
  });

  it('give one activation out for one confirmation, however often it is asked for at once', async () => {
    const { body } = await first.post('/rps/v2/session', { projectId: first.project.projectId });
    const userId = 'collected@mail.example';
    await first.post('/verification/email', { userId, deviceName: 'x', accessId: body['accessId'], projectId: first.project.projectId });
    const verification = await first.core.db.queries.selectFrom('verifications').select('id').where('user_id', '=', userId).executeTakeFirstOrThrow();
    await first.core.db.queries.updateTable('verifications').set({ state: 'confirmed', handed_over: 1 }).where('id', '=', verification.id).execute();
    await Promise.all(Array.from({ length: 10 }, (_, i) => collectActivation([first, second][i % 2]!.core, verification.id)));
    const living = await first.core.db.queries.selectFrom('activations').select('token_digest').where('verification_id', '=', verification.id).execute();
    assert.equal(living.length, 1);
  });

  /** Waits at the first node; what arrives, as it arrives. An empty line would be the stream looking by itself. */
  async function waitAtFirst(): Promise<{ accessId: string; next: () => Promise<string>; end: () => Promise<void> }> {
    const { body } = await second.post('/rps/v2/session', { projectId: first.project.projectId });
    const response = await fetch(`${first.url}/rps/v2/access/stream`, { method: 'POST', body: JSON.stringify({ webOTT: body['webOTT'] }) });
    const reader = response.body!.getReader();
    const next = async (): Promise<string> => new TextDecoder().decode((await reader.read()).value);
    assert.match(await next(), /"status":"new"/);
    return { accessId: String(body['accessId']), next, end: () => reader.cancel() };
  }

  it('wake a browser that waits at the other', async () => {
    const waiting = await waitAtFirst();
    assert.equal((await second.post('/rps/v2/codeStatus', { wid: waiting.accessId, status: 'wid' })).status, 200);
    assert.match(await waiting.next(), /^\{"status":"wid"/);
    await waiting.end();
  });

  it('miss nothing while the connection that listens is down', async () => {
    const waiting = await waitAtFirst();
    const ended = await query(url(), "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'mpin-platform listener' AND datname = current_database()");
    assert.equal(ended.length, 2);
    await second.post('/rps/v2/codeStatus', { wid: waiting.accessId, status: 'wid' });
    assert.match(await waiting.next(), /^\{"status":"wid"/);
    await waiting.end();
  });

  it('finish what a node that was killed had begun', async () => {
    const node = await startNode(first, ENVIRONMENT);
    try {
      const identity = await register(first, PIN);
      const begun = await prove(node, identity, PIN);
      const failing = await prove(node, identity, WRONG);
      const answer = node.post('/rps/v2/authenticate', { authOTT: failing }).catch(() => undefined);
      await eventually('the proof to be taken', async () => (await first.core.db.queries.selectFrom('proofs').select('u').where('identity_id', '=', idOf(identity)).execute()).length === 1 || undefined);
      await node.child.end('SIGKILL');
      await answer;
      assert.equal(outcome(await first.post('/rps/v2/authenticate', { authOTT: begun })), '200');
      const left = await first.core.db.queries.selectFrom('strikes').selectAll().where('identity_id', '=', idOf(identity)).execute();
      assert.ok(left.length <= 1, 'a strike that was reserved later outlives the success');
      assert.equal(outcome(await signIn(second, identity, PIN)), '200');
    } finally {
      await node.child.end('SIGKILL');
    }
  });

  it('count the mails that one address asks for together', async () => {
    const limited = { ...ENVIRONMENT, MPIN_RATES: '{"mailAddress":[3,3600]}' };
    const nodes = [await startPlatform({ kind: 'postgres', environment: limited, beside: first }), await startPlatform({ kind: 'postgres', environment: limited, beside: first })];
    await first.core.db.queries.deleteFrom('rate_windows').execute();
    const outcomes = [];
    for (let i = 0; i < 5; i += 1) outcomes.push(outcome(await nodes[i % 2]!.post('/verification/email', { userId: `many-${i}@mail.example`, deviceName: 'x', projectId: first.project.projectId })));
    await Promise.all(nodes.map((node) => node.close()));
    assert.deepEqual(outcomes, ['200', '200', '200', '429 REQUEST_BACKOFF', '429 REQUEST_BACKOFF']);
  });
});
