import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { confirmationLink } from './support/inbox.ts';
import { focusOf, pressByKey, tabTo } from './support/keyboard.ts';
import type { PinPad } from './support/pin-pad.ts';
import { until } from './support/until.ts';
import { createWorld } from './support/world.ts';
import type { World } from './support/world.ts';

const PIN = '2846';
const WRONG_PIN = '9173';
const PIN_FIELD = 'PIN, 4 digits';

let world: World;
before(async () => { world = await createWorld({ settings: { MPIN_MAIL_BACKOFF_SECONDS: '0' } }); });
after(async () => { await world.end(); });

/** Confirms on the page of the link, with the keyboard alone. */
async function confirmByKeyboard(link: string, number: string): Promise<void> {
  const page = await (await world.browser.newContext()).newPage();
  await page.goto(link);
  const offered = await page.getByRole('radio').evaluateAll((radios) => radios.map((radio) => (radio as HTMLInputElement).value));
  // None is chosen beforehand: Tab leads to the first, Space chooses it, arrows choose the next ones.
  await tabTo(page, offered[0] ?? '');
  await page.keyboard.press('Space');
  for (let i = 0; i < offered.indexOf(number); i += 1) await page.keyboard.press('ArrowDown');
  assert.equal(await focusOf(page), number);
  await pressByKey(page, 'Confirm and activate');
  await page.getByRole('heading', { name: 'Email confirmed' }).waitFor();
  await page.context().close();
}

/** Types where the focus has come by itself. */
async function typePin(pad: PinPad, pin: string): Promise<void> {
  await until('the focus comes to the PIN', async () => ((await focusOf(pad.page)) === PIN_FIELD ? true : undefined));
  await pad.page.keyboard.type(pin);
  await pad.page.keyboard.press('Enter');
}

describe('the keyboard alone', () => {
  it('leads from the address to the account, to the lock-out, and to a new identity', async () => {
    const address = 'keys@example.com';
    const pad = await world.visit();
    const { keyboard } = pad.page;
    await pad.sees('Choose a sign in option');
    await pressByKey(pad.page, /^Sign in with browser/);
    await pad.sees('Add an identity');
    await tabTo(pad.page, 'Email address');
    await keyboard.type(address);
    await keyboard.press('Enter');
    await pad.sees('Check your email');
    await confirmByKeyboard(await confirmationLink(world.platform.url, address), await pad.matchNumber());

    await pad.sees('Setup your PIN');
    await typePin(pad, PIN);
    await pad.sees('Enter your PIN again');
    await typePin(pad, PIN);
    await pad.sees('Congratulations!');
    await pressByKey(pad.page, 'Sign in now');

    await pad.sees('Enter your PIN');
    await typePin(pad, WRONG_PIN);
    await pad.page.getByText('2 attempts left').first().waitFor();
    await keyboard.type('98');
    await keyboard.press('Backspace');
    await keyboard.press('Escape');
    await typePin(pad, PIN);
    await pad.isSignedInAs(address);
    await pressByKey(pad.page, 'Sign out');

    await pad.sees('Enter your PIN');
    await tabTo(pad.page, PIN_FIELD);
    for (const left of ['2 attempts left', '1 attempt left']) {
      await typePin(pad, WRONG_PIN);
      await pad.page.getByText(left).first().waitFor();
    }
    await typePin(pad, WRONG_PIN);
    await pad.sees('Your M-Pin has been revoked');
    await pressByKey(pad.page, 'Register new identity');
    await pad.sees('Add an identity');
    assert.equal(await focusOf(pad.page), 'Email address');
    await keyboard.press('Enter');
    await pad.sees('Check your email');
    assert.deepEqual(pad.complaints, []);
    await pad.context.close();
  });

  it('works the keypad by arrows, one stop of Tab for all keys', async () => {
    const address = 'arrows@example.com';
    const pad = await world.visit();
    await pad.register(address, PIN);
    await pressByKey(pad.page, 'Sign in now');
    await tabTo(pad.page, '1');
    const walk: [string, string][] = [['ArrowRight', '2'], ['ArrowDown', '5'], ['ArrowDown', '8'], ['ArrowUp', '5'], ['ArrowLeft', '4'], ['End', '6']];
    for (const [key, digit] of walk) {
      await pad.page.keyboard.press(key);
      assert.equal(await focusOf(pad.page), digit);
    }
    await pad.page.keyboard.press('ArrowLeft');
    const keys: [string[], string][] = [[['ArrowUp'], '2'], [['ArrowDown', 'ArrowDown'], '8'], [['ArrowUp', 'ArrowLeft'], '4'], [['ArrowRight', 'ArrowRight'], '6']];
    for (const [moves, digit] of keys) {
      for (const move of moves) await pad.page.keyboard.press(move);
      assert.equal(await focusOf(pad.page), digit);
      await pad.page.keyboard.press('Space');
    }
    await pressByKey(pad.page, 'Login');
    await pad.isSignedInAs(address);
    await pad.context.close();
  });

  it('renames a device, and removes an identity once it is sure', async () => {
    const address = 'list@example.com';
    const pad = await world.visit();
    const { keyboard } = pad.page;
    await pad.register(address, PIN);
    await pressByKey(pad.page, 'Sign in now');
    await pad.sees('Enter your PIN');
    await pressByKey(pad.page, 'Identities');
    await pad.sees('Change identity');
    await pressByKey(pad.page, `Edit ${address}`);
    await pad.sees('Edit identity');
    await tabTo(pad.page, 'Device name');
    await keyboard.press('ControlOrMeta+A');
    await keyboard.type('Kitchen tablet');
    await keyboard.press('Enter');
    await pad.page.getByText(`The device of ${address} was renamed.`).first().waitFor();
    for (const sure of [false, true]) {
      await pressByKey(pad.page, `Edit ${address}`);
      await pad.sees('Edit identity');
      await pressByKey(pad.page, 'Remove Identity');
      await pad.sees('Remove identity');
      await pressByKey(pad.page, sure ? 'Yes, Remove it' : 'Cancel');
      if (sure) continue;
      await pad.sees('Edit identity');
      await pressByKey(pad.page, 'Back');
      await pad.sees('Change identity');
    }
    await pad.sees('Choose a sign in option');
    assert.deepEqual(pad.complaints, []);
    await pad.context.close();
  });
});
