import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { confirmationLink, mailsTo } from './support/inbox.ts';
import { PinPad } from './support/pin-pad.ts';
import { requestsTo } from './support/traffic.ts';
import { createWorld } from './support/world.ts';
import type { World } from './support/world.ts';

const PIN = '2846';
const WRONG_PIN = '9173';

let world: World;
before(async () => { world = await createWorld({ settings: { MPIN_MAIL_BACKOFF_SECONDS: '0' } }); });
after(async () => { await world.end(); });

/** Another tab of the same browser profile. */
const otherTab = async (pad: PinPad): Promise<PinPad> => PinPad.open(await pad.context.newPage(), world.site, world.platform.url);

/** Brings a tab to the front, as a click on it would. */
const turnTo = (pad: PinPad): Promise<void> => pad.page.bringToFront();

describe('two tabs of one site', () => {
  it('set up in one, the other asks for the PIN by itself, and both sign in', async () => {
    const address = 'both@example.com';
    const first = await world.visit();
    const second = await otherTab(first);
    await second.sees('Choose a sign in option');
    await turnTo(first);
    await first.register(address, PIN);

    await turnTo(second);
    await second.enterPin(PIN);
    await second.isSignedInAs(address);
    await turnTo(first);
    await first.button('Sign in now').click();
    await first.enterPin(PIN);
    await first.isSignedInAs(address);
    assert.deepEqual([...first.complaints, ...second.complaints], []);
    await first.context.close();
  });

  it('both waiting for one mail, both go on, and the PIN chosen in one is asked for in the other', async () => {
    const address = 'waiting@example.com';
    const first = await world.visit();
    await first.askForMail(address);
    const second = await otherTab(first);
    await second.sees('Check your email');
    assert.equal(await second.matchNumber(), await first.matchNumber());

    await first.confirmElsewhere(address);
    await turnTo(second);
    await second.sees('Setup your PIN');
    await second.type(PIN.slice(0, 2));
    await turnTo(first);
    await first.choosePin(PIN);
    await turnTo(second);
    await second.enterPin(PIN);
    await second.isSignedInAs(address);
    assert.equal((await mailsTo(world.platform.url, address)).filter(({ text }) => text.includes('/verification/confirmation')).length, 1);
    assert.deepEqual([...first.complaints, ...second.complaints], []);
    await first.context.close();
  });

  it('count wrong PINs together, and both learn of the lock-out', async () => {
    const address = 'strikes@example.com';
    const first = await world.visit();
    await first.register(address, PIN);
    await first.button('Sign in now').click();
    const second = await otherTab(first);
    await second.enterPin(WRONG_PIN);
    await second.page.getByText('2 attempts left').first().waitFor();
    await turnTo(first);
    await first.enterPin(WRONG_PIN);
    await first.page.getByText('1 attempt left').first().waitFor();
    await turnTo(second);
    await second.enterPin(WRONG_PIN);
    await second.sees('Your M-Pin has been revoked');
    await turnTo(first);
    await first.sees('Your M-Pin has been revoked');
    assert.deepEqual([...first.complaints, ...second.complaints], []);
    await first.context.close();
  });

  it('confirm the mail in the browser that asked, in a tab between two PIN-pads', async () => {
    const address = 'same@example.com';
    const first = await world.visit();
    await first.askForMail(address);
    const second = await otherTab(first);
    await second.sees('Check your email');
    const number = await first.matchNumber();
    const mail = await first.context.newPage();
    await mail.goto(await confirmationLink(world.platform.url, address));
    await mail.getByRole('radio', { name: number }).check();
    await mail.getByRole('button', { name: 'Confirm and activate' }).click();
    await mail.getByRole('heading', { name: 'Email confirmed' }).waitFor();
    await mail.close();
    for (const pad of [first, second]) {
      await turnTo(pad);
      await pad.sees('Setup your PIN');
    }
    await second.choosePin(PIN);
    await turnTo(first);
    await first.sees('Enter your PIN');
    await first.context.close();
  });
});

describe('a double click', () => {
  it('on each button that acts does once what it says', async () => {
    const address = 'double@example.com';
    const pad = await world.visit();
    const sent = requestsTo(pad.page, world.platform.url);
    await pad.toForm();
    await pad.page.getByLabel('Email address').fill(address);
    await pad.button('Setup M-Pin').dblclick();
    await pad.confirmElsewhere(address);
    assert.equal(sent('/verification/email').length, 1);
    assert.equal((await mailsTo(world.platform.url, address)).length, 1);

    await pad.sees('Setup your PIN');
    await pad.type(PIN);
    await pad.button('Setup').dblclick();
    await pad.sees('Enter your PIN again');
    await pad.type(PIN);
    await pad.button('Setup').dblclick();
    await pad.sees('Congratulations!');
    assert.equal(sent('/registration').length, 1);

    await pad.button('Sign in now').dblclick();
    await pad.sees('Enter your PIN');
    await pad.type(WRONG_PIN);
    await pad.button('Login').dblclick();
    await pad.page.getByText('Incorrect PIN! 2 attempts left.').first().waitFor();
    await pad.type(PIN);
    await pad.button('Login').dblclick();
    await pad.isSignedInAs(address);
    assert.equal(sent('/rps/v2/authenticate').length, 2);

    await pad.button('Sign out').click();
    await pad.lockOut(WRONG_PIN);
    await pad.button('Register new identity').dblclick();
    await pad.sees('Add an identity');
    assert.equal(sent('/verification/email').length, 1, 'the form waits to be sent');
    await pad.goOnToMail(address);
    assert.equal(sent('/verification/email').length, 2);
    await pad.context.close();
  });
});
