import assert from 'node:assert/strict';
import { Agent, request as ask } from 'node:http';
import type { Socket } from 'node:net';
import { after, before, describe, it } from 'node:test';
import { register, signIn } from './support/device.ts';
import { context, outcome, request } from './support/http.ts';
import { linesOf } from './support/lines.ts';
import { startPlatform } from './support/test-platform.ts';
import type { TestPlatform } from './support/test-platform.ts';

describe('waiting for a session', () => {
  let platform: TestPlatform;
  before(async () => { platform = await startPlatform(); });
  after(() => platform.close());

  const open = async (extra: object = {}): Promise<{ webOTT: string; accessId: string; qrURL: string }> =>
    (await platform.post('/rps/v2/session', { projectId: platform.project.projectId, ...extra })).body as { webOTT: string; accessId: string; qrURL: string };
  const stream = (webOTT: string, signal?: AbortSignal): Promise<Response> =>
    fetch(`${platform.url}/rps/v2/access/stream`, { method: 'POST', body: JSON.stringify({ webOTT }), ...(signal === undefined ? {} : { signal }) });

  it('names it in the QR code, and by at least 128 bits', async () => {
    const { accessId, qrURL } = await open();
    assert.equal(qrURL, `${platform.url}/mobile-login/#${accessId}`);
    assert.ok(Buffer.from(accessId, 'base64url').length >= 16);
  });

  it('streams every change and ends with the last', async () => {
    const { webOTT, accessId } = await open();
    const response = await stream(webOTT);
    assert.deepEqual([response.headers.get('content-type'), response.headers.get('cache-control')], ['application/x-ndjson', 'no-store']);
    const lines = linesOf(response);
    assert.deepEqual(await lines.next(), { status: 'new', statusCode: 200, userId: '', redirectURL: '' });
    await platform.post('/rps/v2/codeStatus', { wid: accessId, status: 'wid' });
    assert.equal((await lines.next())?.['status'], 'wid');
    const identity = await register(platform, '1234');
    await signIn(platform, identity, '1234', { scope: 'oidc', accessId });
    assert.deepEqual(await lines.next(), { status: 'authenticated', statusCode: 200, userId: identity.userId, redirectURL: '' });
    assert.equal(await lines.next(), undefined);
  });

  it('says at once that a session is over or was never there', async () => {
    const expired = { status: 'expired', statusCode: 404, userId: '', redirectURL: '' };
    const lines = linesOf(await stream('unknown'));
    assert.deepEqual(await lines.next(), expired);
    assert.equal(await lines.next(), undefined);
    const { webOTT } = await open();
    platform.advance(901);
    const answer = await platform.post('/rps/v2/access', { webOTT });
    assert.deepEqual([answer.status, answer.body], [200, expired]);
  });

  it('forgets whoever went away', async () => {
    const { webOTT, accessId } = await open();
    const abort = new AbortController();
    const lines = linesOf(await stream(webOTT, abort.signal));
    await lines.next();
    abort.abort();
    await assert.rejects(lines.next());
    await platform.post('/rps/v2/codeStatus', { wid: accessId, status: 'abort' });
    assert.equal((await platform.post('/rps/v2/access', { webOTT })).body['status'], 'abort');
  });

  it('leaves nothing on a connection that serves the next request', async () => {
    const connections: Socket[] = [];
    platform.app.server.on('connection', (socket: Socket) => connections.push(socket));
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    const waitForNothing = (): Promise<void> => new Promise((resolve, reject) => {
      const asked = ask(`${platform.url}/rps/v2/access/stream`, { method: 'POST', agent }, (response) => response.on('end', resolve).resume());
      asked.on('error', reject).end(JSON.stringify({ webOTT: 'unknown' }));
    });
    await waitForNothing();
    const [connection] = connections;
    const listeners = connection?.listenerCount('close');
    await waitForNothing();
    await waitForNothing();
    agent.destroy();
    assert.deepEqual([connections.length, connection?.listenerCount('close')], [1, listeners]);
  });

  it('refuses an unknown session, and a signature where nothing was to be signed', async () => {
    for (const status of ['wid', 'user', 'abort', 'signed']) {
      const answer = await platform.post('/rps/v2/codeStatus', { wid: 'unknown', status });
      assert.deepEqual([outcome(answer), context(answer)['params']], ['400 INVALID_REQUEST_PARAMETERS', 'wid']);
    }
    const { accessId } = await open();
    assert.equal(context(await platform.post('/rps/v2/codeStatus', { wid: accessId, status: 'signed', signature: 'x' }))['params'], 'status');
  });
});

describe('what monitors ask', () => {
  it('is answered, and readiness is told apart from life', async () => {
    const platform = await startPlatform();
    try {
      assert.deepEqual([(await request(`${platform.url}/healthz`)).status, (await request(`${platform.url}/readyz`)).status], [200, 200]);
      await platform.core.db.close();
      assert.deepEqual([(await request(`${platform.url}/healthz`)).status, (await request(`${platform.url}/readyz`)).status], [200, 503]);
    } finally {
      await platform.close();
    }
  });
});
