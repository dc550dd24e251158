import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { pageCatalogue } from '../../server/src/pages/index.ts';
import { texts as identities } from '../../src/elements/texts/en/identities.ts';
import { texts } from '../../src/elements/texts/en/phone-screens.ts';
import { texts as setUp } from '../../src/elements/texts/en/set-up.ts';
import { texts as signIn } from '../../src/elements/texts/en/sign-in.ts';
import { createPhoneWorld, numberOn } from './support/phone-world.ts';
import type { PhoneWorld } from './support/phone-world.ts';
import { PinPad } from './support/pin-pad.ts';
import { readQr } from './support/qr.ts';

/** From a shared PC that keeps nothing to a phone, and from that phone to the next one. The parts build upon each other. */

const PIN = '2846';
const USER = 'ada@example.com';

let world: PhoneWorld;
let pc: PinPad;
let phone: PinPad;
let next: PinPad;
before(async () => {
  world = await createPhoneWorld();
  pc = await world.pc();
});
after(async () => { await world.end(); });

/** What a browser profile keeps, of every site. */
const keptBy = async ({ context }: PinPad): Promise<string> => JSON.stringify(await context.storageState({ indexedDB: true }));

/** Opens what a QR code says, as the phone's own camera app does. */
async function scanWithPhone(shownBy: PinPad): Promise<PinPad> {
  const address = new URL(await readQr(shownBy.page));
  assert.equal(address.origin, world.platform.url);
  return world.phone(`${address.pathname}${address.search}${address.hash}`);
}

/** Answers the number that a PC shows: typed, looked at, approved. */
async function answer(device: PinPad, shownBy: PinPad, pin: string): Promise<void> {
  const number = await numberOn(shownBy.page);
  await device.button(texts.signInWith).click();
  await device.page.getByLabel(texts.accessLabel).fill(number);
  await device.button(texts.next).click();
  await device.button(texts.proceed).click();
  await device.enterPin(pin);
}

describe('a phone that is set up first, at a PC that everybody uses', () => {
  it('opens the address in the QR code of "Setup your phone", and is set up', async () => {
    await pc.button(setUp.setupPhone).click();
    await pc.sees(texts.setupPhoneTitle);
    const address = (await pc.page.locator('[part=address]').innerText()).trim();
    assert.equal(await readQr(pc.page), address);
    phone = await scanWithPhone(pc);
    await world.setUp(phone, USER, PIN);
    await phone.button(setUp.signInNow).click();
    await phone.sees(texts.optionsTitle);
  });

  it('signs that PC in, which keeps nothing of whoever it was', async () => {
    await pc.button(texts.signInWithPhone).click();
    await answer(phone, pc, PIN);
    await phone.sees(texts.approvedTitle);
    await pc.isSignedInAs(USER);
    assert.ok((await keptBy(phone)).includes(USER));
    assert.ok(!(await keptBy(pc)).includes(USER));
    await phone.button(texts.done).click();
    assert.deepEqual([pc.complaints, phone.complaints], [[], []]);
  });
});

describe('a new phone in place of an old one', () => {
  it('is set up by the code that the old one shows after its PIN, without a mail to confirm', async () => {
    await phone.button(identities.addDevice).click();
    await phone.enterPin(PIN);
    await phone.sees(texts.addDeviceTitle);
    const code = (await phone.page.locator('[part=quick-code] [aria-hidden=true]').innerText()).replaceAll(/\D/gu, '');
    assert.match(code, /^\d{6}$/u);
    const scanned = await readQr(phone.page);
    assert.ok(!scanned.includes(code), 'a code that is a secret is in no address');
    assert.match(await phone.page.getByRole('timer').innerText(), new RegExp(`^${texts.validFor} \\d+:\\d\\d$`, 'u'));

    next = await scanWithPhone(phone);
    await next.button(setUp.haveQuickCode).click();
    await next.page.getByLabel(setUp.email).fill(USER);
    await next.page.getByLabel(texts.quickCodeLabel).fill(code);
    await next.button(setUp.setupMpin).click();
    await next.choosePin('7391');
    const told = await world.platform.mailbox.take(USER, /QuickCode/u);
    assert.match(told.text, /\/identity\/objection\?/u);
    await next.button(setUp.signInNow).click();
    await next.sees(texts.optionsTitle);
  });

  it('signs in to the account, where the old one is revoked', async () => {
    const { account } = pageCatalogue.en;
    const own = await PinPad.open(await pc.context.newPage(), `${world.platform.url}/account?project=${world.platform.project.projectId}`, world.platform.url);
    await own.button(/^Sign in with phone/).click();
    const link = await readQr(own.page);
    await next.page.goto(link);
    await next.button(texts.proceed).click();
    await next.enterPin('7391');
    await next.sees(texts.approvedTitle);
    await own.sees(account.title);
    const revoke = new RegExp(`^${account.revoke}: `, 'u');
    const devices = own.page.locator('details', { hasText: revoke });
    assert.equal(await devices.count(), 2);
    // The newest stands first. It is asked once more before the button is there.
    const old = devices.last();
    await old.locator('summary').click();
    await old.getByRole('button', { name: revoke }).click();
    await own.page.waitForFunction((count) => document.querySelectorAll('form[action="/account/revoke"]').length === count, 1);
    await next.button(texts.done).click();
  });

  it('the old one is told as soon as it is used, and the new one goes on', async () => {
    await phone.button(texts.done).click();
    await phone.sees(texts.optionsTitle);
    const site = await world.pc();
    await site.button(/^Sign in with phone/).click();
    await phone.button(texts.signInWith).click();
    await phone.page.getByLabel(texts.accessLabel).fill(await numberOn(site.page));
    await phone.button(texts.next).click();
    await phone.sees(signIn.revokedTitle);
    await phone.page.getByText(identities.revokedElsewhere.replace('{userId}', USER)).waitFor();
    await answer(next, site, '7391');
    await next.sees(texts.approvedTitle);
    await site.isSignedInAs(USER);
    await site.context.close();
  });
});
