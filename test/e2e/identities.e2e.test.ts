import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Response } from 'playwright-core';
import { PinPad } from './support/pin-pad.ts';
import { requestsTo } from './support/traffic.ts';
import { createWorld } from './support/world.ts';
import type { World } from './support/world.ts';

const PIN = '2846';
const NEW_PIN = '7193';
const WRONG_PIN = '9170';

let world: World;
before(async () => { world = await createWorld({ settings: { MPIN_MAIL_BACKOFF_SECONDS: '0' } }); });
after(async () => { await world.end(); });

/** A PIN-pad with an identity, at its keypad. */
async function known(address: string): Promise<PinPad> {
  const pad = await world.visit();
  await pad.register(address, PIN);
  await pad.button('Sign in now').click();
  await pad.sees('Enter your PIN');
  return pad;
}

async function edit(pad: PinPad, address: string): Promise<void> {
  await pad.button('Identities').click();
  await pad.sees('Change identity');
  await pad.button(`Edit ${address}`).click();
  await pad.sees('Edit identity');
}

const anotherTab = async (pad: PinPad): Promise<PinPad> => PinPad.open(await pad.context.newPage(), world.site, world.platform.url);
const answerOf = (pad: PinPad, path: string): Promise<Response> => pad.page.waitForResponse((response) => new URL(response.url()).pathname === path && response.request().method() === 'POST');

describe('a person with identities', () => {
  it('renames a device: here, at the server, and in the other tab', async () => {
    const address = 'rename@example.com';
    const pad = await known(address);
    const other = await anotherTab(pad);
    await other.sees('Enter your PIN');
    await other.button('Identities').click();
    await edit(pad, address);
    await pad.page.getByLabel('Device name').fill('Kitchen tablet');
    const [answer] = await Promise.all([answerOf(pad, '/identity/rename'), pad.button('Save').dblclick()]);
    assert.deepEqual(await answer.json(), { deviceName: 'Kitchen tablet' });
    await pad.page.getByText(`The device of ${address} was renamed.`).first().waitFor();
    for (const one of [pad, other]) await one.page.getByText(/^Kitchen tablet · /).waitFor();
    await pad.page.reload();
    await pad.enterPin(PIN);
    await pad.isSignedInAs(address);
    assert.deepEqual([...pad.complaints, ...other.complaints], []);
    await pad.context.close();
  });

  it('resets a PIN: the old one works until the new one is chosen, and not after', async () => {
    const address = 'reset@example.com';
    const pad = await known(address);
    await edit(pad, address);
    await pad.button('Reset PIN').click();
    await pad.page.getByText('Are you sure you wish to reactivate this M-Pin Identity?').waitFor();
    await pad.button('Yes, Reactivate it').click();
    await pad.sees('Check your email');

    await pad.button('Go to the identities list').click();
    await pad.button(new RegExp(`^${address}.*(ago|now|yesterday)`)).click();
    await pad.enterPin(PIN);
    await pad.isSignedInAs(address);
    await pad.button('Sign out').click();

    // Who has just used the old PIN is asked for it again, not held up by the mail; the reset waits in the list.
    await pad.sees('Enter your PIN');
    await pad.button('Identities').click();
    await pad.button(new RegExp(`^${address}.*Not confirmed yet`)).click();
    await pad.sees('Check your email');
    await pad.confirmElsewhere(address, 2);
    await pad.choosePin(NEW_PIN);
    await pad.button('Sign in now').click();
    await pad.enterPin(PIN);
    await pad.page.getByText('Incorrect PIN! 2 attempts left.').first().waitFor();
    await pad.enterPin(NEW_PIN);
    await pad.isSignedInAs(address);
    assert.deepEqual(pad.complaints, []);
    await pad.context.close();
  });

  it('removes an identity: the server revokes it, the other tab lets go of it', async () => {
    const address = 'remove@example.com';
    const pad = await known(address);
    const other = await anotherTab(pad);
    await other.sees('Enter your PIN');
    await pad.page.bringToFront();
    await edit(pad, address);
    await pad.button('Remove Identity').click();
    await pad.page.getByText('Are you sure you wish to remove this M-Pin Identity from this browser?').waitFor();
    const [answer] = await Promise.all([answerOf(pad, '/identity/remove'), pad.button('Yes, Remove it').click()]);
    assert.equal(answer.status(), 200);
    const { capability } = answer.request().postDataJSON() as { capability: string };
    assert.ok(!answer.url().includes(capability));
    const { id } = answer.request().postDataJSON() as { id: string };
    const again = await fetch(`${world.platform.url}/identity/rename`, { method: 'POST', body: JSON.stringify({ id, capability, deviceName: 'Gone' }) });
    assert.deepEqual([again.status, (await again.json() as { error: string }).error], [410, 'REVOKED_MPINID']);
    for (const one of [pad, other]) {
      await one.page.bringToFront();
      await one.sees('Choose a sign in option');
    }
    assert.deepEqual([...pad.complaints, ...other.complaints], []);
    await pad.context.close();
  });

  it('removes an identity without a connection: the server learns of it on the next visit', async () => {
    const address = 'offline@example.com';
    const pad = await known(address);
    await edit(pad, address);
    await pad.button('Remove Identity').click();
    await pad.sees('Remove identity');
    await pad.context.setOffline(true);
    await pad.button('Yes, Remove it').click();
    await pad.sees('Choose a sign in option');
    await pad.context.setOffline(false);
    const [answer] = await Promise.all([answerOf(pad, '/identity/remove'), pad.page.reload()]);
    assert.equal(answer.status(), 200);
    await pad.sees('Choose a sign in option');
    await pad.context.close();
  });

  it('is told in one tab that the other has chosen another PIN for the same registration', async () => {
    const address = 'twice@example.com';
    const first = await world.visit();
    await first.askForMail(address);
    const second = await anotherTab(first);
    await second.sees('Check your email');
    await first.confirmElsewhere(address);
    await second.page.bringToFront();
    await second.sees('Setup your PIN');
    await second.type(NEW_PIN);
    await first.page.bringToFront();
    await first.choosePin(PIN);
    await second.page.bringToFront();
    await second.sees('Enter your PIN');
    await second.page.getByText('Your PIN was changed in another tab.').first().waitFor();
    await second.enterPin(PIN);
    await second.isSignedInAs(address);
    assert.deepEqual([...first.complaints, ...second.complaints], []);
    await first.context.close();
  });

  it('hears why an identity is locked, also where the page was reloaded before the last attempt', async () => {
    const pad = await known('locked@example.com');
    for (const left of ['2 attempts left', '1 attempt left']) {
      await pad.enterPin(WRONG_PIN);
      await pad.page.getByText(`Incorrect PIN! ${left}.`).first().waitFor();
    }
    await pad.page.reload();
    await pad.enterPin(WRONG_PIN);
    await pad.sees('Your M-Pin has been revoked');
    await pad.page.getByText('You have entered your PIN incorrectly 3 times.').waitFor();
    await pad.button('Back to identity list').click();
    await pad.sees('Change identity');
    assert.equal(await pad.page.locator('[aria-current=true]').count(), 0);
    await pad.context.close();
  });

  it('is told that the connection was lost while waiting for the mail, and goes on when it is back', async () => {
    const address = 'waiting@example.com';
    const pad = await world.visit();
    const sent = requestsTo(pad.page, world.platform.url);
    await pad.askForMail(address);
    const number = await pad.matchNumber();
    await pad.context.setOffline(true);
    await pad.page.getByText('The connection was lost. We keep trying.').first().waitFor();
    await pad.context.setOffline(false);
    await pad.page.getByText('Waiting for your confirmation…').first().waitFor();
    assert.equal(number, await pad.matchNumber());
    await pad.confirmElsewhere(address);
    await pad.sees('Setup your PIN');
    assert.equal(sent('/verification/email').length, 1);
    await pad.context.close();
  });
});
