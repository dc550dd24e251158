import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Route } from 'playwright-core';
import { confirmationLink } from './support/inbox.ts';
import { meddleOnce } from './support/meddling.ts';
import type { PinPad } from './support/pin-pad.ts';
import { createWorld } from './support/world.ts';
import type { World } from './support/world.ts';

const PIN = '2846';
const WRONG_PIN = '9173';

let world: World;
before(async () => { world = await createWorld(); });
after(async () => { await world.end(); });

/** Does something without a connection, reads the trouble, and gets the connection back: the page goes on by itself. */
async function offline(pad: PinPad, act: () => Promise<void>): Promise<void> {
  await pad.context.setOffline(true);
  await act();
  await pad.sees('No connection');
  await pad.page.getByText('Code for support: OFFLINE').waitFor();
  await pad.context.setOffline(false);
}

describe('without a connection', () => {
  it('every step says so, and goes on by itself when the connection is back', async () => {
    const address = 'train@example.com';
    const pad = await world.visit();
    await pad.toForm();
    await pad.page.getByLabel('Email address').fill(address);
    await offline(pad, () => pad.button('Setup M-Pin').click());
    await pad.goOnToMail(address);

    const number = await pad.matchNumber();
    await offline(pad, () => pad.button('I confirmed my email').click());
    await pad.sees('Check your email');
    assert.equal(await pad.matchNumber(), number);

    await pad.context.setOffline(true);
    await pad.confirmByLink(await confirmationLink(world.platform.url, address), number);
    await pad.context.setOffline(false);
    await pad.sees('Setup your PIN');

    await offline(pad, async () => {
      await pad.type(PIN);
      await pad.button('Setup').click();
      await pad.sees('Enter your PIN again');
      await pad.type(PIN);
      await pad.button('Setup').click();
    });
    await pad.choosePin(PIN);

    await pad.context.setOffline(true);
    await pad.button('Sign in now').click();
    await pad.sees('Enter your PIN');
    await offline(pad, () => pad.enterPin(PIN));
    await pad.sees('Enter your PIN');

    await pad.type(PIN.slice(0, 2));
    await pad.context.setOffline(true);
    await pad.type(PIN.slice(2));
    await pad.context.setOffline(false);
    await pad.button('Login').click();
    await pad.isSignedInAs(address);
    assert.deepEqual(pad.complaints, []);
    await pad.context.close();
  });
});

describe('a server that answers', () => {
  const address = 'answers@example.com';
  let pad: PinPad;
  before(async () => {
    pad = await world.visit();
    await pad.register(address, PIN);
    await pad.button('Sign in now').click();
  });
  after(async () => { await pad.context.close(); });

  /** Answers as a gateway, a captive portal or a broken program would. */
  const answer = (status: number, contentType: string, body: string) => async (route: Route): Promise<void> =>
    route.fulfill({ status, contentType, body, headers: { 'access-control-allow-origin': '*' } });
  const answers = [
    ['500 with an error of its own', 500, 'application/json', '{"error":"INTERNAL_ERROR","info":"","context":{"requestID":"r-1"}}', 'SERVER_ERROR r-1'],
    ['502 with a page', 502, 'text/html', '<h1>Bad gateway</h1>', 'SERVER_ERROR'],
    ['200 with a page', 200, 'text/html', '<h1>Welcome to the hotel</h1>', 'INVALID_RESPONSE'],
    ['200 with another shape', 200, 'application/json', '{"authOTT":7,"y":[]}', 'INVALID_RESPONSE'],
    ['200 with half an answer', 200, 'application/json', '{"authOTT":"', 'INVALID_RESPONSE'],
  ] as const;
  for (const [name, status, type, body, code] of answers) {
    it(`${name}: names the trouble, and the next try is as good as the first`, async () => {
      for (const path of ['/rps/v2/pass2', '/rps/v2/authenticate']) {
        await meddleOnce(pad.page, path, answer(status, type, body));
        await pad.enterPin(WRONG_PIN);
        await pad.sees('The service has a problem');
        await pad.page.getByText(`Code for support: ${code}`, { exact: true }).waitFor();
        await pad.button('Try again').click();
      }
      await pad.sees('Enter your PIN');
    });
  }

  it('nonsense to the page\'s first question: names the trouble, and the next try works', async () => {
    await meddleOnce(pad.page, '/.well-known/project-configuration', answer(200, 'application/json', '{"id":7}'));
    await pad.page.reload();
    await pad.sees('The service has a problem');
    await pad.page.getByText('Code for support: INVALID_RESPONSE').waitFor();
    await pad.button('Try again').click();
    await pad.sees('Enter your PIN');
  });

  it('too late: names the trouble, and the next try works', async () => {
    const visitor = await world.visit();
    await visitor.page.clock.install();
    await visitor.page.reload();
    await visitor.toForm();
    await visitor.page.getByLabel('Email address').fill('late@example.com');
    let asked: () => void = () => undefined;
    const asking = new Promise<void>((resolve) => { asked = resolve; });
    await meddleOnce(visitor.page, '/rps/v2/session', async () => asked());
    await visitor.button('Setup M-Pin').click();
    await asking;
    await visitor.page.clock.fastForward(11_000);
    await visitor.sees('No connection');
    await visitor.page.getByText('Code for support: TIMEOUT').waitFor();
    await visitor.button('Try again').click();
    await visitor.goOnToMail('late@example.com');
    assert.deepEqual(visitor.complaints, []);
    await visitor.context.close();
  });

  it('at last: no strike was counted for any of it', async () => {
    await pad.enterPin(WRONG_PIN);
    await pad.page.getByText('Incorrect PIN! 2 attempts left.').first().waitFor();
    await pad.enterPin(PIN);
    await pad.isSignedInAs(address);
    assert.deepEqual(pad.complaints, []);
  });
});

describe('the parts of the script that not everybody needs', () => {
  const setUp = '**/mpin-pinpad-set-up*';
  const proof = '**/mpin-pinpad-{proving,mathematics}*';

  it('are a lost connection when they cannot be fetched, and come with the next try', async () => {
    const pad = await world.visit();
    await pad.page.route(setUp, (route) => route.abort());
    await pad.page.reload();
    await pad.sees('No connection');
    await pad.page.getByText('Code for support: OFFLINE').waitFor();
    await pad.page.unroute(setUp);
    await pad.button('Try again').click();
    await pad.sees('Choose a sign in option');
    assert.deepEqual(pad.complaints, []);
    await pad.context.close();
  });

  it('are a lost connection where the mathematics of a sign-in cannot be fetched', async () => {
    const pad = await world.visit();
    await pad.register('proof@example.com', PIN);
    await pad.page.route(proof, (route) => route.abort());
    await pad.page.reload();
    await pad.enterPin(PIN);
    await pad.sees('No connection');
    await pad.page.unroute(proof);
    await pad.button('Try again').click();
    await pad.enterPin(PIN);
    await pad.isSignedInAs('proof@example.com');
    assert.deepEqual(pad.complaints, []);
    await pad.context.close();
  });

  it('are not fetched by somebody who comes back to sign in, whatever the PIN, but for the mathematics', async () => {
    const pad = await world.visit();
    await pad.register('back@example.com', PIN);
    const fetched: string[] = [];
    pad.page.on('request', (request) => { fetched.push(new URL(request.url()).pathname); });
    await pad.page.reload();
    await pad.sees('Enter your PIN');
    await pad.enterPin(WRONG_PIN);
    await pad.page.getByText('Incorrect PIN! 2 attempts left.').first().waitFor();
    await pad.enterPin(PIN);
    await pad.isSignedInAs('back@example.com');
    assert.deepEqual(fetched.filter((path) => path.includes('mpin-pinpad')).map((path) => path.split('/').at(-1)?.replace(/-[\w-]{8}\.js$/, '.js')), ['mpin-pinpad.js', 'mpin-pinpad-proving.js', 'mpin-pinpad-mathematics.js']);
    await pad.context.close();
  });
});
