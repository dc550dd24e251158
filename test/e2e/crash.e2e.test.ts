import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { confirmationLink } from './support/inbox.ts';
import { loseAnswer, meddleOnce, precede } from './support/meddling.ts';
import type { PinPad } from './support/pin-pad.ts';
import { createWorld } from './support/world.ts';
import type { World } from './support/world.ts';

const PIN = '2846';
const WRONG_PIN = '9173';

let world: World;
before(async () => { world = await createWorld(); });
after(async () => { await world.end(); });

/** The power fails, and comes back. */
async function restart(): Promise<void> {
  await world.platform.kill();
  await world.platform.start();
}

/** Shows the trouble of a server that is gone; once it is back, the way on leads on, unless a page that was looked at again has gone on by itself. */
async function recover(pad: PinPad): Promise<void> {
  await pad.sees('No connection');
  await world.platform.start();
  await pad.button('Try again').evaluateAll((buttons) => { for (const button of buttons) if (button instanceof HTMLElement) button.click(); });
}

/** A wrong PIN tells what is counted against the identity. */
async function hasLeft(pad: PinPad, left: '2 attempts left' | '1 attempt left'): Promise<void> {
  await pad.enterPin(WRONG_PIN);
  await pad.page.getByText(`Incorrect PIN! ${left}.`).first().waitFor();
}

describe('the platform killed and started again while an identity is set up', () => {
  it('keeps the mail that was sent, and the page goes on by itself', async () => {
    const address = 'mail@example.com';
    const pad = await world.visit();
    await pad.askForMail(address);
    const [link, number] = [await confirmationLink(world.platform.url, address), await pad.matchNumber()];
    await world.platform.kill();
    await pad.button('I confirmed my email').click();
    await recover(pad);
    await pad.sees('Check your email');
    assert.equal(await pad.matchNumber(), number);

    await restart();
    await pad.confirmByLink(link, number);
    await pad.sees('Setup your PIN');
    assert.deepEqual(pad.complaints, []);
    await pad.context.close();
  });

  it('keeps the confirmation until the PIN is chosen, even where the answer to the registration was lost', async () => {
    const address = 'chosen@example.com';
    const pad = await world.visit();
    await pad.askForMail(address);
    await pad.confirmElsewhere(address);
    await pad.sees('Setup your PIN');
    await restart();
    await meddleOnce(pad.page, '/registration', loseAnswer(() => world.platform.kill()));
    for (const title of ['Setup your PIN', 'Enter your PIN again']) {
      await pad.sees(title);
      await pad.type(PIN);
      await pad.button('Setup').click();
    }
    await recover(pad);
    await pad.choosePin(PIN);
    await pad.button('Sign in now').click();
    await pad.enterPin(PIN);
    await pad.isSignedInAs(address);
    await pad.context.close();
  });
});

describe('the platform killed and started again during a sign-in', () => {
  const address = 'login@example.com';
  let pad: PinPad;
  before(async () => {
    pad = await world.visit();
    await pad.register(address, PIN);
  });
  after(async () => { await pad.context.close(); });

  // Each begins with a clean count: a right PIN has cleared it.
  beforeEach(async () => {
    await pad.page.goto(world.site);
    if (pad.page.url().includes('/account')) await pad.button('Sign out').click();
    await pad.sees('Enter your PIN');
  });

  it('signs in where it was killed while the PIN was typed', async () => {
    await pad.type(PIN.slice(0, 2));
    await restart();
    await pad.type(PIN.slice(2));
    await pad.button('Login').click();
    await pad.isSignedInAs(address);
  });

  for (const [when, path] of [['pass 2', '/rps/v2/pass2'], ['the check', '/rps/v2/authenticate']] as const) {
    it(`counts nothing where it was killed before ${when}`, async () => {
      await meddleOnce(pad.page, path, precede(() => world.platform.kill()));
      await pad.enterPin(WRONG_PIN);
      await recover(pad);
      await hasLeft(pad, '2 attempts left');
      await pad.enterPin(PIN);
      await pad.isSignedInAs(address);
    });
  }

  it('counts a wrong PIN once where the answer was lost', async () => {
    await meddleOnce(pad.page, '/rps/v2/authenticate', loseAnswer(() => world.platform.kill()));
    await pad.enterPin(WRONG_PIN);
    await recover(pad);
    await hasLeft(pad, '1 attempt left');
    await pad.enterPin(PIN);
    await pad.isSignedInAs(address);
  });

  it('signs in again where the answer to the right PIN was lost', async () => {
    await meddleOnce(pad.page, '/rps/v2/authenticate', loseAnswer(() => world.platform.kill()));
    await pad.enterPin(PIN);
    await recover(pad);
    await hasLeft(pad, '2 attempts left');
    await pad.enterPin(PIN);
    await pad.isSignedInAs(address);
  });

  it('says so on a page that is opened meanwhile', async () => {
    await world.platform.kill();
    await pad.page.reload();
    const stranger = await world.visit();
    await stranger.page.getByText('Sign-in is not available').waitFor();
    await recover(pad);
    await pad.sees('Enter your PIN');
    await stranger.page.getByRole('link', { name: 'Try again' }).click();
    await stranger.sees('Choose a sign in option');
    await stranger.context.close();
  });

  it('forgets no strike and no lock-out', async () => {
    await hasLeft(pad, '2 attempts left');
    await restart();
    await hasLeft(pad, '1 attempt left');
    await restart();
    await pad.enterPin(WRONG_PIN);
    await pad.sees('Your M-Pin has been revoked');
    await restart();
    await pad.page.reload();
    await pad.sees('Your M-Pin has been revoked');
    assert.deepEqual(pad.complaints, []);
  });
});
