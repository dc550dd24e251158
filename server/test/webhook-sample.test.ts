import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, it } from 'node:test';
import { startWebhooks } from '../src/core/webhook-delivery.ts';
import { addWebhook, listDeliveries } from '../src/core/webhooks.ts';
import { register, signIn } from './support/device.ts';
import { request } from './support/http.ts';
import { eventually } from './support/resources.ts';
import { startPlatform } from './support/test-platform.ts';
import type { TestPlatform } from './support/test-platform.ts';
import { startWebhookReceiver } from './support/webhook-receiver.ts';
import type { WebhookReceiver } from './support/webhook-receiver.ts';

/** The receiver that docs/webhooks.md shows, run as it stands there, and told by a real platform. */

interface Message { readonly id: string; readonly type: string; readonly data: { readonly userId: string } }
interface Sample {
  createReceiver(parts: { secret: string; seen: Set<string>; handle: (message: Message) => Promise<void> }): Server;
}

const PIN = '7531';
const page = { offset: 0, limit: 100 };

async function loadSample(): Promise<Sample> {
  const [, code = ''] = /^```js\n([\s\S]*?)^```/m.exec(readFileSync(new URL('../../docs/webhooks.md', import.meta.url), 'utf8')) ?? [];
  return await import(`data:text/javascript,${encodeURIComponent(code)}`) as Sample;
}

describe('the receiver of docs/webhooks.md', () => {
  const handled: Message[] = [];
  const troubles: Error[] = [];
  const recorded: { headers: Record<string, string>; body: string }[] = [];
  let platform: TestPlatform;
  let witness: WebhookReceiver;
  let server: Server;
  let url = '';
  let hookId = '';
  before(async () => {
    const [{ createReceiver }, started] = await Promise.all([loadSample(), startPlatform({ environment: { MPIN_DEV: '1' } })]);
    platform = started;
    witness = await startWebhookReceiver();
    // The address is known before the secret is, and the secret before the receiver.
    let ready: Server | undefined;
    server = createServer((incoming, answer) => {
      const chunks: Buffer[] = [];
      incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
      incoming.on('end', () => recorded.push({ headers: incoming.headers as Record<string, string>, body: Buffer.concat(chunks).toString() }));
      ready?.emit('request', incoming, answer);
    });
    await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    const { webhook, secret } = await addWebhook(platform.core, { projectId: platform.project.projectId, url, events: [] }, 'tests');
    hookId = webhook.id;
    ready = createReceiver({
      secret, seen: new Set(),
      async handle(message) {
        const trouble = troubles.pop();
        if (trouble !== undefined) throw trouble;
        handled.push(message);
      },
    });
  });
  after(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => { server.close(resolve); });
    await witness.close();
    await platform.close();
  });

  const handledFor = (userId: string): readonly string[] => handled.filter(({ data }) => data.userId === userId).map(({ type }) => type).toSorted();
  const told = (userId: string, count: number): Promise<true> => eventually(`${count} messages about somebody`, () => handledFor(userId).length === count || undefined);
  const log = async () => (await listDeliveries(platform.core, hookId, page)).list;

  it('takes what the platform tells it, each message once', async () => {
    const identity = await register(platform, PIN);
    await signIn(platform, identity, PIN);
    await told(identity.userId, 2);
    assert.deepEqual(handledFor(identity.userId), ['registered', 'signed-in']);
    await eventually('both to be settled', async () => (await log()).every(({ state, lastStatus }) => state === 'delivered' && lastStatus === 204) || undefined);
  });

  it('is told again where it failed, and then takes it', async () => {
    const impatient = startWebhooks(platform.core, 20);
    troubles.push(new Error('the shop\'s own database is away'));
    const { userId } = await register(platform, PIN);
    await eventually('the failure to be noted', async () => (await log()).some(({ lastStatus, state }) => lastStatus === 500 && state === 'waiting') || undefined);
    assert.deepEqual(handledFor(userId), []);
    platform.advance(6);
    await told(userId, 1);
    await impatient.stop();
    platform.advance(-6);
  });

  it('refuses what was changed, signed by others, or recorded, and answers what came before without doing it twice', async () => {
    const { userId } = await register(platform, PIN);
    await told(userId, 1);
    const message = await eventually('the recording', () => recorded.find(({ body }) => body.includes(userId)));
    const send = async (body: string, headers: Record<string, string> = {}): Promise<number> => {
      const { 'webhook-id': id = '', 'webhook-timestamp': timestamp = '', 'webhook-signature': signature = '' } = message.headers;
      return (await request(url, { method: 'POST', body, headers: { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signature, ...headers } })).status;
    };
    assert.equal(await send(message.body), 204);
    assert.deepEqual(handledFor(userId), ['registered'], 'not a second time');
    assert.equal(await send(message.body.replace('registered', 'signed-in')), 400);
    assert.equal(await send(message.body, { 'webhook-id': 'another' }), 400);
    assert.equal(await send(message.body, { 'webhook-timestamp': String(Number(message.headers['webhook-timestamp']) + 1) }), 400);
    for (const signature of ['', 'v1,', `v2${message.headers['webhook-signature']?.slice(2)}`]) assert.equal(await send(message.body, { 'webhook-signature': signature }), 400);
    assert.equal((await request(url, { method: 'POST', body: message.body })).status, 400);

    const { webhook } = await addWebhook(platform.core, { projectId: platform.project.projectId, url: witness.url, events: ['registered'] }, 'tests');
    await register(platform, PIN);
    const foreign = await eventually('another webhook\'s message', () => witness.messages[0]);
    assert.equal(await send(foreign.body, Object.fromEntries(Object.entries(foreign.headers).filter(([name]) => name.startsWith('webhook-'))) as Record<string, string>), 400, 'signed with another secret');
    assert.notEqual(webhook.id, hookId);
  });

  it('refuses what is older than five minutes, whoever signed it', async () => {
    platform.advance(-301);
    const { userId } = await register(platform, PIN);
    await eventually('the message', () => recorded.find(({ body }) => body.includes(userId)));
    await eventually('the refusal', async () => (await log()).some(({ lastStatus }) => lastStatus === 400) || undefined);
    assert.deepEqual(handledFor(userId), []);
  });
});
