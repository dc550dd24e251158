import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { administer } from '../src/commands/administration.ts';
import { startChild } from './support/child.ts';
import type { Child } from './support/child.ts';
import { testDatabase } from './support/database.ts';
import type { TestDatabase } from './support/database.ts';
import { activate, register, signIn, someone } from './support/device.ts';
import type { Server } from './support/device.ts';
import { outcome, post, request } from './support/http.ts';
import { linesOf } from './support/lines.ts';
import { startMailbox } from './support/mailbox.ts';
import type { Mailbox } from './support/mailbox.ts';
import { openPeer, papRequest, readAnswer } from './support/radius.ts';
import { eventually, freePort } from './support/resources.ts';
import { WIDE_RATES } from './support/test-platform.ts';
import { startWebhookReceiver } from './support/webhook-receiver.ts';
import type { WebhookReceiver } from './support/webhook-receiver.ts';

const PIN = '2846';
const REJECT = 3;

/** One process that is told to stop in the middle of everything that it does. */
describe('a platform that is told to stop', () => {
  let database: TestDatabase;
  let mailbox: Mailbox;
  let receiver: WebhookReceiver;
  let server: Server;
  let child: Child;
  let radius: { readonly port: number; readonly secret: string };
  let environment: Record<string, string>;
  let url = '';
  before(async () => {
    [database, mailbox, receiver] = await Promise.all([testDatabase(), startMailbox(), startWebhookReceiver()]);
    const port = await freePort();
    url = `http://127.0.0.1:${port}`;
    environment = {
      PORT: String(port), MPIN_PUBLIC_URL: url, ...database.environment, MPIN_SMTP_URL: mailbox.url, MPIN_MAIL_FROM: 'tests@mail.example', MPIN_WORKERS: '1', MPIN_RATES: WIDE_RATES,
      // So that a webhook may be on this machine.
      MPIN_DEV: '1', MPIN_RADIUS: '1', MPIN_RADIUS_PORT: '0', MPIN_RADIUS_ACCOUNTING_PORT: '0', MPIN_METRICS: '1', MPIN_METRICS_PORT: '0',
    };
    const project = await command<Server['project']>('project', 'create', '--name', 'Shop');
    await command('webhook', 'add', '--project', project.projectId, '--url', receiver.url, '--event', 'signed-in');
    const otp = await command<{ clientId: string }>('otp-application', 'create', '--project', project.projectId, '--name', 'VPN');
    const { secret } = await command<{ secret: string }>('radius-client', 'add', '--application', otp.clientId, '--name', 'Gateway', '--address', '127.0.0.1');
    server = { project, mailbox, post: (path, body, headers) => post(`${url}${path}`, body, headers) };
    await start();
    radius = { port: Number((await child.line('accountingPort'))['port']), secret };
  });
  after(async () => {
    await child.end('SIGKILL');
    await Promise.all([mailbox.close(), receiver.close()]);
    await database.remove();
  });

  async function command<T = unknown>(...words: readonly string[]): Promise<T> {
    const lines: string[] = [];
    await administer([...words, '--json'], environment, (line) => void lines.push(line));
    return JSON.parse(lines.join('\n')) as T;
  }
  async function start(): Promise<void> {
    child = startChild([], environment);
    await child.line('publicUrl');
  }
  const refusesConnections = (at: string): Promise<true> => eventually(`${at} to be closed`, () => fetch(at).then(() => undefined, () => true as const));
  const waiting = async (webOTT: unknown): Promise<ReturnType<typeof linesOf>> =>
    linesOf(await fetch(`${url}/rps/v2/access/stream`, { method: 'POST', body: JSON.stringify({ webOTT }) }));

  it('takes nothing new, hands over the mail and the webhook that it had begun, sends browsers elsewhere, and ends well', async () => {
    const identity = await register(server, PIN);
    const { webOTT } = (await server.post('/rps/v2/session', { projectId: server.project.projectId })).body;
    const browser = await waiting(webOTT);
    assert.equal((await browser.next())?.['status'], 'new');
    const { metrics } = await child.line('metrics');
    assert.equal((await request(String(metrics))).status, 200);
    const gateway = await openPeer({ address: '127.0.0.1', port: radius.port, accountingPort: 0 });
    const asked = papRequest(identity.userId, '000000', { secret: radius.secret });
    assert.equal(readAnswer(await gateway.ask(asked), asked, radius.secret).code, REJECT);

    receiver.hold(true);
    assert.equal(outcome(await signIn(server, identity, PIN)), '200');
    await eventually('the webhook to be under way', () => (receiver.messages.length === 1 ? true : undefined));
    const userId = someone();
    const activationToken = await activate(server, userId);
    mailbox.hold(true);
    await register(server, PIN, { userId, activationToken });
    const notice = await mailbox.take(userId);
    assert.match(notice.text, /identity\/objection/);

    const ended = child.end('SIGTERM');
    assert.equal(await browser.next(), undefined, 'the stream ends, and its browser asks again');
    await refusesConnections(`${url}/healthz`);
    await refusesConnections(String(metrics));
    assert.deepEqual([child.process.exitCode, child.process.signalCode], [null, null], 'it waits for what it began');
    receiver.hold(false);
    await eventually('the webhook to be settled', async () => (await deliveries())[0]?.state === 'delivered' || undefined);
    assert.deepEqual([child.process.exitCode, child.process.signalCode], [null, null], 'it waits for the mail');
    mailbox.hold(false);
    assert.equal(await ended, 0, child.output().slice(-2000));
    assert.doesNotMatch(child.output(), /"level":(?:50|60)/);
    assert.deepEqual([await deliveries(), receiver.messages.length], [[{ state: 'delivered', tries: 1 }], 1]);

    await start();
    assert.equal((await (await waiting(webOTT)).next())?.['status'], 'new', 'a waiting browser goes on where it was');
    gateway.close();
    assert.equal(outcome(await signIn(server, identity, PIN)), '200');
  });

  it('ends at once, and badly, when it is told twice; what it had begun is the next one\'s', async () => {
    const identity = await register(server, PIN);
    receiver.hold(true);
    assert.equal(outcome(await signIn(server, identity, PIN)), '200');
    await eventually('the webhook to be under way', () => (receiver.messages.at(-1)?.body.includes(identity.userId) === true ? true : undefined));
    const first = child.end('SIGTERM');
    await refusesConnections(`${url}/healthz`);
    child.process.kill('SIGTERM');
    assert.equal(await first, 1);
    assert.ok((await deliveries()).some(({ state }) => state === 'waiting'), 'left in the queue');
    receiver.hold(false);
  });

  const deliveries = (): Promise<{ state: string; tries: number }[]> => database.rows('SELECT state, tries FROM webhook_deliveries ORDER BY id');
});
