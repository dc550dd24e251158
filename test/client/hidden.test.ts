import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { memoryStorage, MpinClient } from '../../src/client/index.ts';
import { pause } from '../../src/client/interval.ts';
import { Extended } from './extended.ts';
import { ALICE, failure, setUp, until } from './support.ts';

/** As much of a page as the client looks at. */
class Page extends EventTarget {
  hidden = false;

  turn(hidden: boolean): void {
    this.hidden = hidden;
    this.dispatchEvent(new Event('visibilitychange'));
  }
}

const page = new Page();
const globals = globalThis as { document?: unknown; addEventListener?: unknown; removeEventListener?: unknown };

before(() => {
  globals.document = page;
  globals.addEventListener = page.addEventListener.bind(page);
  globals.removeEventListener = page.removeEventListener.bind(page);
});

after(() => {
  delete globals.document;
  delete globals.addEventListener;
  delete globals.removeEventListener;
});

for (const extension of ['accessStream', 'polling'] as const) {
  test(`a hidden page does not ask; shown again it asks at once: ${extension}`, async (t) => {
    const { server, client } = await setUp(t);
    const extended = new Extended(server);
    if (extension === 'polling') delete extended.extensions['accessStream'];
    const asked = (): number => server.requests.filter(({ path }) => path.startsWith('/rps/v2/access')).length;
    const pending = await client.startRegistration({ userId: ALICE, deviceName: 'Test device' });
    page.turn(true);
    let confirmed = false;
    const waiting = client.waitForConfirmation(pending).then(() => {
      confirmed = true;
    });
    extended.decide('confirmed');
    // Anything that the client was going to send would have arrived before these.
    for (let round = 0; round < 3; round += 1) await client.startRegistration({ userId: `bob${round}@example.com` });
    assert.equal(asked(), 0);
    page.turn(false);
    await waiting;
    assert.equal(confirmed, true);
    assert.equal(asked(), 1);
  });
}

test('losing the network lets go of the stream, which would look open for long', async (t) => {
  const { server, client } = await setUp(t);
  const extended = new Extended(server);
  const streams = (): number => server.requests.filter(({ path }) => path === '/rps/v2/access/stream').length;
  const pending = await client.startRegistration({ userId: ALICE, deviceName: 'Test device' });
  const waiting = client.waitForConfirmation(pending);
  await until(() => streams() === 1);
  page.dispatchEvent(new Event('offline'));
  await until(() => streams() === 2);
  extended.decide('confirmed');
  await waiting;
});

test('hiding the page lets go of the stream; showing it opens a new one', async (t) => {
  const { server, client } = await setUp(t);
  const extended = new Extended(server);
  const streams = (): number => server.requests.filter(({ path }) => path === '/rps/v2/access/stream').length;
  const pending = await client.startRegistration({ userId: ALICE, deviceName: 'Test device' });
  const waiting = client.waitForConfirmation(pending);
  await until(() => streams() === 1);
  page.turn(true);
  page.turn(false);
  await until(() => streams() === 2);
  extended.decide('confirmed');
  await waiting;
});

test('a sign-in by phone that nobody can end is not asked after, however often the page is shown', async () => {
  const asked: string[] = [];
  const answers: Readonly<Record<string, object>> = {
    '/.well-known/project-configuration': { id: 'p', extensions: {} },
    '/rps/v2/session': { webOTT: 'secret', accessId: 'public', qrURL: 'https://mpin.example/mobile-login/#public' },
    '/rps/v2/access': { status: 'authenticated', userId: ALICE },
  };
  const fetch = (url: unknown): Promise<Response> => {
    const { pathname } = new URL(String(url));
    asked.push(pathname);
    return Promise.resolve(Response.json(answers[pathname] ?? {}, { status: answers[pathname] === undefined ? 404 : 200 }));
  };
  const client = new MpinClient({ server: 'https://mpin.example', storage: memoryStorage(), fetch: fetch as typeof globalThis.fetch });
  const { untilSignedOut } = await client.signInByPhone({ onRequest: () => undefined });
  const controller = new AbortController();
  const ended = untilSignedOut({ signal: controller.signal });
  const count = asked.length;
  for (let round = 0; round < 3; round += 1) {
    page.turn(false);
    await new Promise((resolve) => { setImmediate(resolve); });
  }
  controller.abort();
  await failure(ended, 'ABORTED');
  assert.equal(asked.length, count);
});

test('a moment farther away than timers count is waited for in parts', async (t) => {
  const timers = t.mock.method(globalThis, 'setTimeout');
  const controller = new AbortController();
  const waiting = pause(2 ** 40, controller.signal);
  controller.abort();
  await failure(waiting, 'ABORTED');
  assert.equal(timers.mock.calls[0]?.arguments[1], 2 ** 31 - 1);
});
