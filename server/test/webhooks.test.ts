import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import { administer } from '../src/commands/administration.ts';
import { UsageError } from '../src/commands/arguments.ts';
import { PlatformError } from '../src/core/errors.ts';
import { revokeByAdministrator } from '../src/core/identity-administration.ts';
import { createOpenidApplication } from '../src/core/openid-applications.ts';
import { RETRIES_MS, startWebhooks, testWebhook } from '../src/core/webhook-delivery.ts';
import type { WebhookSender } from '../src/core/webhook-delivery.ts';
import { addWebhook, listDeliveries, listWebhooks, removeWebhook } from '../src/core/webhooks.ts';
import type { DeliveryRecord } from '../src/core/webhooks.ts';
import { sha256 } from '../src/keys/secrets.ts';
import { basic, register, signed, signIn } from './support/device.ts';
import type { DeviceIdentity } from './support/device.ts';
import { eventually } from './support/resources.ts';
import { startPlatform } from './support/test-platform.ts';
import type { TestPlatform } from './support/test-platform.ts';
import { startWebhookReceiver } from './support/webhook-receiver.ts';
import type { ReceivedMessage, WebhookReceiver } from './support/webhook-receiver.ts';

const PIN = '7531';
const PAGE = { offset: 0, limit: 100 };
let platform: TestPlatform;
let receiver: WebhookReceiver;
let hook: { id: string; secret: string };
before(async () => {
  platform = await startPlatform({ environment: { MPIN_DEV: '1' } });
});
after(() => platform.close());

beforeEach(async () => {
  receiver = await startWebhookReceiver();
  const { webhook, secret } = await addWebhook(platform.core, { projectId: platform.project.projectId, url: receiver.url, events: [] }, 'tests');
  hook = { id: webhook.id, secret };
});

afterEach(async () => {
  if ((await listWebhooks(platform.core, platform.project.projectId)).some(({ id }) => id === hook.id)) await removeWebhook(platform.core, hook.id, 'tests');
  await receiver.close();
});

const hashOf = ({ id: { mpinId } }: DeviceIdentity): string => sha256(Buffer.from(mpinId, 'hex'));
const arrived = (count: number): Promise<readonly ReceivedMessage[]> => eventually(`${count} messages`, () => (receiver.messages.length >= count ? receiver.messages : undefined));
const log = async (): Promise<readonly DeliveryRecord[]> => (await listDeliveries(platform.core, hook.id, PAGE)).list;
const settled = (state: DeliveryRecord['state'], tries: number): Promise<DeliveryRecord> =>
  eventually(`a delivery that is ${state} after ${tries}`, async () => (await log()).find((one) => one.state === state && one.tries === tries));

/** Waits until a try has failed and the next one has its time; one under way is claimed for another while. */
const failedOnce = (tries: number): Promise<DeliveryRecord> => eventually(`a wait after try ${tries}`, async () => {
  const due = platform.core.now() + (RETRIES_MS[tries - 1] ?? 0);
  return (await log()).find((one) => one.state === 'waiting' && one.tries === tries && Math.abs(Date.parse(one.nextAt) - due) < 4000);
});

/** What docs/webhooks.md tells receivers to do. */
function isOurs({ headers, body }: ReceivedMessage, secret: string): boolean {
  const signature = createHmac('sha256', Buffer.from(secret.slice(6), 'base64')).update(`${String(headers['webhook-id'])}.${String(headers['webhook-timestamp'])}.${body}`).digest('base64');
  return headers['webhook-signature'] === `v1,${signature}`;
}

describe('a webhook', () => {
  it('is told who registered, signed in, signed, was locked and was revoked, each once, and signed', async () => {
    const identity = await register(platform, PIN);
    await signIn(platform, identity, PIN);
    await platform.post('/dvs/verify', signed(identity, PIN, Buffer.from('contract'), Math.floor(platform.core.now() / 1000)), basic(platform));
    for (const wrong of ['1111', '2222', '3333']) await signIn(platform, identity, wrong);
    const other = await register(platform, PIN);
    await revokeByAdministrator(platform.core, platform.project.projectId, hashOf(other), 'lost', { ip: '' });
    const messages = await arrived(6);
    const told = messages.map(({ body }) => JSON.parse(body) as { id: string; type: string; projectId: string; data: Record<string, string> });
    const of = (who: DeviceIdentity): string[] => told.filter(({ data }) => data['mpinId'] === hashOf(who)).map(({ type }) => type).toSorted();
    assert.deepEqual([of(identity), of(other)], [['locked', 'registered', 'signed', 'signed-in'], ['registered', 'revoked']]);
    for (const { data, projectId } of told) assert.ok(projectId === platform.project.projectId && [identity.userId, other.userId].includes(data['userId'] ?? ''));
    assert.ok(messages.every((message) => isOurs(message, hook.secret)));
    assert.ok(!isOurs({ ...messages[0]!, body: messages[0]!.body.replace('registered', 'signed-in') }, hook.secret));
    assert.ok(messages.every(({ headers }) => Math.abs(Number(headers['webhook-timestamp']) - platform.core.now() / 1000) < 60));
    assert.equal(new Set(told.map(({ id }) => id)).size, 6);
    assert.deepEqual(messages.map(({ headers }) => headers['webhook-id']), told.map(({ id }) => id));
    for (const { body } of messages) for (const secret of [hook.secret, identity.id.mpinId, PIN]) assert.ok(!body.includes(secret));
  });

  it('hears of what it asked for alone, and of its own project', async () => {
    const [other, elsewhere] = [await startWebhookReceiver(), await platform.addProject({ name: 'Elsewhere', origins: [] })];
    const { webhook } = await addWebhook(platform.core, { projectId: platform.project.projectId, url: other.url, events: ['signed-in'] }, 'tests');
    await register({ ...platform, project: elsewhere }, PIN);
    const identity = await register(platform, PIN);
    await signIn(platform, identity, PIN);
    await arrived(2);
    await eventually('the other one', () => (other.messages.length > 0 ? true : undefined));
    assert.deepEqual(other.messages.map(({ body }) => (JSON.parse(body) as { type: string }).type), ['signed-in']);
    assert.equal(receiver.messages.length, 2);
    await removeWebhook(platform.core, webhook.id, 'tests');
    await other.close();
  });

  it('is tried again with growing waits, under the same id and a new time, until it answers; a redirect is no answer', async () => {
    const impatient = startWebhooks(platform.core, 20);
    receiver.answers.push(500, 302, 200);
    await register(platform, PIN);
    await failedOnce(1);
    platform.advance(RETRIES_MS[0]! / 1000);
    await failedOnce(2);
    assert.equal((await log())[0]?.lastStatus, 302);
    assert.equal(receiver.messages.length, 2, 'nothing before its time');
    platform.advance(RETRIES_MS[1]! / 1000);
    const { lastStatus, lastProblem, settledAt } = await settled('delivered', 3);
    assert.deepEqual([lastStatus, lastProblem, settledAt !== ''], [200, '', true]);
    assert.equal(new Set(receiver.messages.map(({ headers }) => headers['webhook-id'])).size, 1);
    assert.ok(Number(receiver.messages[2]!.headers['webhook-timestamp']) > Number(receiver.messages[0]!.headers['webhook-timestamp']));
    assert.ok(receiver.messages.every((message) => isOurs(message, hook.secret)));
    await impatient.stop();
  });

  it('is given up after the last try, and the log says why', async () => {
    const impatient = startWebhooks(platform.core, 20);
    await receiver.close();
    await register(platform, PIN);
    for (const [tries, wait] of RETRIES_MS.entries()) {
      await failedOnce(tries + 1);
      platform.advance(wait / 1000);
    }
    const { lastStatus, lastProblem } = await settled('failed', RETRIES_MS.length + 1);
    assert.equal(lastStatus, null);
    assert.match(lastProblem, /ECONNREFUSED/);
    await impatient.stop();
  });

  it('hears once what two nodes find in the queue at the same moment, and what a dead node had claimed', async () => {
    receiver.hold(true);
    await register(platform, PIN);
    await arrived(1);
    const nodes: WebhookSender[] = [startWebhooks(platform.core, 20), startWebhooks(platform.core, 20)];
    nodes.forEach((node) => node.wake());
    receiver.hold(false);
    await settled('delivered', 1);
    assert.equal(receiver.messages.length, 1);
    // A node claimed it and died: its claim runs out.
    await platform.core.db.queries.updateTable('webhook_deliveries').set({ state: 'waiting', next_at: platform.core.now() + 30_000 }).where('webhook_id', '=', hook.id).execute();
    platform.advance(31);
    await settled('delivered', 2);
    assert.equal(receiver.messages.length, 2);
    assert.equal(receiver.messages[0]?.headers['webhook-id'], receiver.messages[1]?.headers['webhook-id']);
    await Promise.all(nodes.map((node) => node.stop()));
  });

  it('keeps no other waiting by being slow, and is finished before the platform ends', async () => {
    receiver.hold(true);
    for (let n = 0; n < 4; n += 1) await register(platform, PIN);
    await arrived(2);
    const quick = await startWebhookReceiver();
    const { webhook } = await addWebhook(platform.core, { projectId: platform.project.projectId, url: quick.url, events: [] }, 'tests');
    await register(platform, PIN);
    await eventually('the quick one', () => (quick.messages.length > 0 ? true : undefined));
    assert.equal(receiver.messages.length, 2);
    await removeWebhook(platform.core, webhook.id, 'tests');
    await quick.close();
    const node = startWebhooks(platform.core, 60_000);
    await eventually('its turn', () => (node.underWay() > 0 ? true : undefined));
    let stopped = false;
    const stop = node.stop().then(() => { stopped = true; });
    assert.equal(stopped, false);
    receiver.hold(false);
    await stop;
    assert.equal(node.underWay(), 0);
    await eventually('all of them', async () => ((await log()).every(({ state }) => state === 'delivered') ? true : undefined));
  });

  it('can be tried with a test, whose outcome is told and logged', async () => {
    assert.deepEqual(await testWebhook(platform.core, hook.id), { delivered: true, status: 200, problem: '' });
    receiver.answers.push(503);
    assert.deepEqual(await testWebhook(platform.core, hook.id), { delivered: false, status: 503, problem: 'The receiver answered 503.' });
    assert.deepEqual((await log()).map(({ type, state }) => `${type} ${state}`), ['test failed', 'test delivered']);
    assert.ok(receiver.messages.every((message) => isOurs(message, hook.secret)));
  });

  it('lies sealed, and is told its secret once', async () => {
    const [row] = await platform.database.rows<{ secret_sealed: string }>('SELECT secret_sealed FROM webhooks WHERE id = ?', hook.id);
    assert.ok(!row!.secret_sealed.includes(hook.secret.slice(6, 30)));
    assert.ok(!JSON.stringify(await listWebhooks(platform.core, platform.project.projectId)).includes('whsec_'));
    assert.ok(!platform.logs().includes(hook.secret));
  });

  it('from the command line', async () => {
    const { databaseUrl } = platform.core.config;
    const environment = { MPIN_DATA: platform.dataDir, PORT: new URL(platform.url).port, MPIN_PUBLIC_URL: platform.url, MPIN_DEV: '1', MPIN_LOG_LEVEL: 'silent', ...(databaseUrl === undefined ? {} : { MPIN_DATABASE_URL: databaseUrl }) };
    const run = async (...words: string[]): Promise<unknown> => {
      const printed: string[] = [];
      await administer([...words, '--json'], environment, (line) => printed.push(line));
      return JSON.parse(printed.join('')) as unknown;
    };
    const added = await run('webhook', 'add', '--project', platform.project.projectId, '--url', receiver.url, '--event', 'locked') as { id: string; secret: string };
    assert.match(added.secret, /^whsec_/);
    assert.equal((await run('webhook', 'list', '--project', platform.project.projectId) as unknown[]).length, 2);
    assert.deepEqual(await run('webhook', 'test', '--id', added.id), { delivered: true, status: 200, problem: '' });
    assert.equal((await run('webhook', 'log', '--id', added.id) as { total: number }).total, 1);
    await receiver.close();
    await assert.rejects(run('webhook', 'test', '--id', added.id), new UsageError('the message was not delivered'));
    const live = { ...environment, MPIN_DEV: '0', MPIN_SMTP_URL: platform.mailbox.url, MPIN_MAIL_FROM: 'Tests <tests@mail.example>' };
    for (const url of ['http://hooks.example/', 'https://10.0.0.8/', 'https://localhost/', 'https://user:p@hooks.example/']) {
      await assert.rejects(administer(['webhook', 'add', '--project', platform.project.projectId, '--url', url], live, () => {}), (error) => error instanceof UsageError
        && /^This URL is https .*\(--url\)$/.test(error.message), url);
    }
    assert.deepEqual(await run('webhook', 'remove', '--id', added.id), { removed: added.id });
  });
});

describe('addresses that are not called', () => {
  const invalid = (params: string) => (error: unknown): boolean => error instanceof PlatformError && error.context['params'] === params;

  it('are refused when a webhook is added, or where an application wants to hear of the end of sign-ins', async () => {
    const store = { ...platform.core, config: { ...platform.core.config, dev: false } };
    for (const url of ['http://hooks.example/', 'https://127.0.0.1/', 'https://10.0.0.8/', 'https://[::1]/', 'https://[fd00::1]/', 'https://localhost/', 'https://hooks.LOCALHOST./', 'https://169.254.169.254/latest', 'https://user:pass@hooks.example/', 'ftp://hooks.example/', 'https://hooks.example/#part', 'no url', ' ', `https://hooks.example/${'x'.repeat(2050)}`]) {
      await assert.rejects(addWebhook(store, { projectId: platform.project.projectId, url, events: [] }, 'tests'), invalid('url'), url);
      if (url.trim() !== '') await assert.rejects(createOpenidApplication(store, { projectId: platform.project.projectId, account: undefined, actor: 'tests' }, { name: 'Shop', redirectUris: ['https://app.example/'], logoutUri: url }), invalid('logoutUri'), url);
    }
    await assert.rejects(addWebhook(store, { projectId: platform.project.projectId, url: 'https://hooks.example/', events: ['everything'] }, 'tests'), invalid('events'));
  });

  it('are not called when they are there already: the address is checked when it is called, and what is refused is not tried again', async () => {
    const live = await startPlatform();
    const { core, project: { projectId } } = live;
    const development = { ...core, config: { ...core.config, dev: true } };
    const { webhook } = await addWebhook(development, { projectId, url: `https://localhost:${new URL(receiver.url).port}/`, events: [] }, 'tests');
    const now = core.now();
    await core.db.queries.insertInto('webhook_deliveries').values({
      webhook_id: webhook.id, event_id: 'one', type: 'signed-in', user_id: '', payload: '{}', state: 'waiting', tries: 0, next_at: now - 1,
      last_status: null, last_problem: '', created_at: now, settled_at: null, expires_at: now + 86_400_000,
    }).execute();
    const given = await eventually('the end of it', async () => (await listDeliveries(core, webhook.id, PAGE)).list.find(({ state }) => state !== 'waiting'));
    assert.deepEqual([given.state, given.tries, given.lastProblem], ['failed', 1, 'This address is not to be called.']);
    assert.deepEqual(await testWebhook(core, webhook.id), { delivered: false, status: null, problem: 'This address is not to be called.' });
    assert.equal(receiver.messages.length, 0);
    await live.close();
  });

  it('and no more than ten webhooks a project', async () => {
    const { projectId } = await platform.addProject({ name: 'Many', origins: [] });
    const add = (): Promise<unknown> => addWebhook(platform.core, { projectId, url: receiver.url, events: [] }, 'tests');
    for (let n = 0; n < 10; n += 1) await add();
    await assert.rejects(add(), invalid('webhooks'));
  });
});
