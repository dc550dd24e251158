import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { register, signIn } from './support/device.ts';
import { request } from './support/http.ts';
import { eventually } from './support/resources.ts';
import { startPlatform } from './support/test-platform.ts';
import type { TestPlatform } from './support/test-platform.ts';

const PIN = '2846';
let platform: TestPlatform;
before(async () => { platform = await startPlatform({ environment: { MPIN_METRICS: '1', MPIN_METRICS_PORT: '0', MPIN_RADIUS: '1', MPIN_RADIUS_PORT: '0', MPIN_RADIUS_ACCOUNTING_PORT: '0' } }); });
after(() => platform.close());

async function told(): Promise<string> {
  const line = /"metrics":"([^"]+)"/.exec(platform.logs());
  const answer = await request(line?.[1] ?? '');
  assert.equal(answer.status, 200);
  assert.match(answer.headers.get('content-type') ?? '', /^text\/plain; version=0\.0\.4/);
  return answer.text;
}

/** The value of one series, as in `mpin_events_total{type="registration",status="registration_success"}`. */
async function value(series: string): Promise<number> {
  const line = (await told()).split('\n').find((one) => one.startsWith(`${series} `));
  assert.ok(line, `${series} is told`);
  return Number(line.slice(series.length + 1));
}

const event = (type: string, status: string): Promise<number> => value(`mpin_events_total{type="${type}",status="${status}"}`);

describe('metrics', () => {
  it('count what happened, once it is true', async () => {
    const device = await register(platform, PIN);
    assert.equal((await signIn(platform, device, PIN)).status, 200);
    for (const wrong of ['1111', '2222', '3333']) await signIn(platform, device, wrong);
    assert.equal(await event('registration', 'registration_success'), 1);
    assert.equal(await event('authentication', 'authenticate_success'), 1);
    assert.equal(await event('authentication', 'authenticate_failure'), 3);
    assert.equal(await event('identity', 'revoked'), 1);
    assert.equal(await value('mpin_check_seconds_count{kind="proof"}'), 4);
    assert.equal(await value('mpin_checks_under_way'), 0);
    assert.equal(await value('mpin_http_request_seconds_count{route="/rps/v2/authenticate",method="POST",status="401"}'), 2);
    await eventually('the mail about the lock-out', async () => (await told()).includes('mpin_mails_total{kind="locked",outcome="sent"} 1') || undefined);
    assert.equal(await value('mpin_mails_total{kind="confirm-link",outcome="sent"}'), 1);
  });

  it('count nothing of a transaction that was undone', async () => {
    const so = await event('registration', 'registration_success');
    const device = await register(platform, PIN);
    const again = await platform.post('/registration', { userId: device.userId, deviceName: 'x', activationToken: 'x'.repeat(43), publicKey: device.id.publicKey });
    assert.notEqual(again.status, 200);
    assert.equal(await event('registration', 'registration_success'), so + 1);
  });

  it('tell who waits, the queue, RADIUS and the event loop', async () => {
    const { body } = await platform.post('/rps/v2/session', { projectId: platform.project.projectId });
    const ended = new AbortController();
    const stream = await fetch(`${platform.url}/rps/v2/access/stream`, { method: 'POST', body: JSON.stringify({ webOTT: body['webOTT'] }), signal: ended.signal });
    assert.equal(await value('mpin_waiting_streams'), 1);
    ended.abort();
    await stream.text().catch(() => '');
    await eventually('the end of the stream', async () => (await value('mpin_waiting_streams')) === 0 || undefined);
    assert.equal(await value('mpin_webhook_queue'), 0);
    assert.equal(await value('mpin_radius_total{counter="accessAccepts"}'), 0);
    assert.ok(await value('nodejs_eventloop_lag_p99_seconds') >= 0);
  });

  it('are not to be had where the platform is, name nobody, and nothing else is on their port', async () => {
    assert.equal((await request(`${platform.url}/metrics`)).status, 404);
    const text = await told();
    assert.doesNotMatch(text, /mail\.example|@|Shop/);
    assert.ok(!text.includes(platform.project.projectId));
    const { origin } = new URL(/"metrics":"([^"]+)"/.exec(platform.logs())?.[1] ?? '');
    assert.equal((await request(`${origin}/readyz`)).status, 404);
    assert.equal((await request(`${origin}/metrics`, { method: 'POST' })).status, 404);
  });
});
