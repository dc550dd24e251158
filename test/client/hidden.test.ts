import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Extended } from './extended.ts';
import { ALICE, setUp, until } from './support.ts';

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
