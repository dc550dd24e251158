import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inspect } from 'node:util';
import { memoryRecords, SealedStorage } from '../../src/storage/index.ts';
import type { Meddler } from '../support/wire-server/server.ts';
import { Extended } from './extended.ts';
import { failure, setUp } from './support.ts';

const USER = 'marked@example.com';
const PIN = '730519';
const WRONG = '730518';

/** Everything in a value that could be read: strings, numbers, bytes, nested and hidden. */
function visible(value: unknown): string {
  const bytes: string[] = [];
  const collect = (part: unknown, seen = new Set<unknown>()): void => {
    if (typeof part !== 'object' || part === null || seen.has(part)) return;
    seen.add(part);
    if (part instanceof ArrayBuffer || ArrayBuffer.isView(part)) {
      const buffer = part instanceof ArrayBuffer ? Buffer.from(part) : Buffer.from(part.buffer, part.byteOffset, part.byteLength);
      bytes.push(buffer.toString('latin1'), buffer.toString('hex'), buffer.toString('base64'));
      return;
    }
    for (const key of Reflect.ownKeys(part)) collect((part as Record<PropertyKey, unknown>)[key], seen);
  };
  collect(value);
  return [inspect(value, { depth: 20, showHidden: true, maxStringLength: null, maxArrayLength: null }), ...bytes].join('\n');
}

/** A PIN may stand in random hex by chance; anywhere else it is one. */
function withoutRandomText(text: string): string {
  return text.replaceAll(/[0-9a-zA-Z+/=_-]{24,}/gu, '');
}

for (const kind of ['the API alone', 'our extensions'] as const) {
  test(`no secret leaves its place, with ${kind}`, async (t) => {
    const records = memoryRecords();
    const storage = new SealedStorage(records);
    const { server, client } = await setUp(t, { pinLength: 6 }, { storage });
    const logged: unknown[][] = [];
    for (const method of ['log', 'info', 'warn', 'error', 'debug'] as const) t.mock.method(console, method, (...args: unknown[]) => logged.push(args));
    const emitted: unknown[] = [];
    const keep = <T>(value: T): T => {
      emitted.push(value);
      return value;
    };
    client.subscribe((...args: unknown[]) => emitted.push(args));
    const extended = kind === 'our extensions' ? new Extended(server) : undefined;
    if (extended !== undefined) extended.configuration = { pinLength: 6 };

    const stored: string[] = [];
    const lookAtStorage = async (): Promise<void> => {
      stored.push(visible(await records.entries()));
    };
    const started = keep(await client.startRegistration({ userId: USER, deviceName: 'Test device' }));
    await lookAtStorage();
    const { code } = server.mailTo(USER);
    extended?.decide('confirmed');
    const pending = extended === undefined ? keep(await client.openLink({ userId: USER, code })) : started;
    keep(await client.checkConfirmation(pending));
    await lookAtStorage();
    const fail: Meddler = ({ path }) => path === '/registration' ? { status: 500, body: 'no' } : undefined;
    if (extended === undefined) server.meddle(fail);
    else extended.first = fail;
    keep(await failure(client.register(pending, PIN), 'SERVER_ERROR'));
    if (extended === undefined) server.meddle(undefined);
    else extended.first = undefined;
    const identity = keep(await client.register(pending, PIN));
    await lookAtStorage();
    keep(await failure(client.beginSignIn(identity.id).finish(WRONG), 'WRONG_PIN'));
    const attempt = keep(client.beginSignIn(identity.id));
    await attempt.prepare();
    keep(attempt);
    keep(await attempt.finish(PIN));
    keep(await client.sign(identity.id, PIN, { message: new Uint8Array([1, 2, 3]) }));
    keep(await failure(client.beginSignIn(identity.id).finish('12'), 'INVALID_PIN'));
    keep(await client.identities());
    keep(client);
    await lookAtStorage();

    const { token } = await storage.open({ server: server.url, projectId: server.projectId }, identity.id);
    const sent = (path: string, field: string): string[] => server.requests
      .filter((request) => request.path === path).map(({ body }) => String((JSON.parse(body) as Record<string, unknown>)[field]));
    const outcomes = sent('/rps/v2/authenticate', 'authOTT');
    const activations = sent('/registration', 'activationToken');
    const webOTTs = server.state.sessions.map(({ webOTT }) => webOTT);
    const secrets = [token, code, ...webOTTs, ...activations, ...outcomes, ...server.state.capabilities.keys()];
    assert.ok(outcomes.length >= 3 && activations.length === 2 && server.state.capabilities.size >= 2);

    const shown = visible(emitted);
    const urls = server.requests.map(({ url, headers }) => url + JSON.stringify(headers)).join('\n');
    const bodies = server.requests.map(({ body }) => body).join('\n');
    for (const secret of secrets) {
      assert.ok(!shown.includes(secret), 'Not in what the client gives');
      assert.ok(!stored.some((text) => text.includes(secret)), 'Not readable in the storage');
      const capability = server.state.capabilities.has(secret);
      assert.ok(capability || !urls.includes(secret), 'Not in a URL or header');
    }
    assert.ok(!bodies.includes(token), 'The token is never sent');
    for (const pin of [PIN, WRONG]) {
      for (const text of [shown, urls, bodies, ...stored]) assert.ok(!withoutRandomText(text).includes(pin), 'The PIN is nowhere');
    }
    assert.deepEqual(logged, []);
  });
}
