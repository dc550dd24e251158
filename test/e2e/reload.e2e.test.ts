import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { mailedCode } from './support/codes.ts';
import { confirmationLink, mailsTo } from './support/inbox.ts';
import type { PinPad } from './support/pin-pad.ts';
import { createWorld } from './support/world.ts';
import type { World } from './support/world.ts';

const PIN = '2846';
const WRONG_PIN = '9173';

/** Reloads, and reads what comes back. */
async function reload(pad: PinPad, heading: string): Promise<void> {
  await pad.page.reload();
  await pad.sees(heading);
}

describe('a reload where a link confirms the address', () => {
  let world: World;
  before(async () => { world = await createWorld(); });
  after(async () => { await world.end(); });

  it('comes back to the mail, with the same number, and takes its confirmation', async () => {
    const address = 'link@example.com';
    const pad = await world.visit();
    await pad.toForm();
    await pad.page.getByLabel('Email address').fill('half@typed');
    await reload(pad, 'Choose a sign in option');

    await pad.askForMail(address);
    const number = await pad.matchNumber();
    await reload(pad, 'Check your email');
    assert.equal(await pad.matchNumber(), number);
    await pad.page.getByText(address, { exact: true }).waitFor();
    assert.equal((await mailsTo(world.platform.url, address)).length, 1, 'a reload asks for no mail');

    await pad.confirmElsewhere(address);
    await pad.choosePin(PIN);
    await pad.button('Sign in now').click();
    await pad.enterPin(PIN);
    await pad.isSignedInAs(address);
    assert.deepEqual(pad.complaints, []);
    await pad.context.close();
  });

  it('asks for the PIN of the address that was corrected, not for the mail to the mistyped one', async () => {
    const [mistyped, address] = ['typo@exmaple.com', 'typo@example.com'];
    const pad = await world.visit();
    await pad.askForMail(mistyped);
    await pad.button('Change address').click();
    await pad.page.getByLabel('Email address').fill(address);
    await pad.goOnToMail(address);
    await pad.confirmElsewhere(address);
    await pad.choosePin(PIN);
    await pad.button('Sign in now').click();
    await pad.sees('Enter your PIN');
    await reload(pad, 'Enter your PIN');
    await pad.button('Identities').click();
    await pad.sees('Change identity');
    assert.equal(await pad.page.getByText(mistyped).count(), 0, 'it was given up for the other');
    await pad.context.close();
  });

  it('learns of a confirmation that came while the page was away', async () => {
    const address = 'away@example.com';
    const pad = await world.visit();
    await pad.askForMail(address);
    const [link, number] = [await confirmationLink(world.platform.url, address), await pad.matchNumber()];
    await pad.page.goto('about:blank');
    await pad.confirmByLink(link, number);
    await pad.page.goto(world.site);
    await pad.choosePin(PIN);
    await pad.context.close();
  });

  it('keeps the place from the first PIN to the lock-out', async () => {
    const address = 'steps@example.com';
    const pad = await world.visit();
    await pad.askForMail(address);
    await pad.confirmElsewhere(address);

    await pad.sees('Setup your PIN');
    await pad.type(PIN.slice(0, 2));
    await reload(pad, 'Setup your PIN');
    await pad.type(PIN);
    await pad.button('Setup').click();
    await pad.sees('Enter your PIN again');
    await reload(pad, 'Setup your PIN');
    await pad.choosePin(PIN);

    await reload(pad, 'Enter your PIN');
    await pad.type(PIN.slice(0, 3));
    await reload(pad, 'Enter your PIN');
    await pad.enterPin(WRONG_PIN);
    await pad.page.getByText('2 attempts left').first().waitFor();
    await reload(pad, 'Enter your PIN');
    await pad.enterPin(WRONG_PIN);
    await pad.page.getByText('1 attempt left').first().waitFor();
    await pad.enterPin(PIN);
    await pad.isSignedInAs(address);

    await pad.button('Sign out').click();
    await pad.lockOut(WRONG_PIN);
    await reload(pad, 'Your M-Pin has been revoked');
    await pad.button('Register new identity').click();
    await pad.sees('Add an identity');
    await reload(pad, 'Your M-Pin has been revoked');
    await pad.button('Register new identity').click();
    await pad.goOnToMail(address);
    await reload(pad, 'Check your email');
    await pad.confirmElsewhere(address, 2);
    await reload(pad, 'Setup your PIN');
    await pad.choosePin(PIN);
    assert.deepEqual(pad.complaints, []);
    await pad.context.close();
  });
});

describe('a reload where a code confirms the address', () => {
  let world: World;
  before(async () => { world = await createWorld({ project: ['--method', 'code'] }); });
  after(async () => { await world.end(); });

  it('comes back to the code, its tries counted, and to the PIN after it', async () => {
    const address = 'code@example.com';
    const pad = await world.visit();
    const field = pad.page.getByLabel('Code from the email');
    await pad.askForMail(address);
    await field.fill('123');
    await reload(pad, 'Check your email');
    assert.equal(await field.inputValue(), '');

    const code = await mailedCode(world.platform.url, address);
    const wrong = String((Number(code) + 1) % 1_000_000).padStart(6, '0');
    await field.fill(wrong);
    await pad.button('Confirm').click();
    await pad.page.getByText('Wrong code. 4 tries left.').first().waitFor();
    await reload(pad, 'Check your email');
    await field.fill(wrong);
    await pad.button('Confirm').click();
    await pad.page.getByText('Wrong code. 3 tries left.').first().waitFor();

    await field.fill(code);
    await pad.button('Confirm').click();
    await pad.sees('Setup your PIN');
    await reload(pad, 'Setup your PIN');
    await pad.choosePin(PIN);
    await pad.button('Sign in now').click();
    await pad.enterPin(PIN);
    await pad.isSignedInAs(address);
    assert.deepEqual(pad.complaints, []);
    await pad.context.close();
  });
});
