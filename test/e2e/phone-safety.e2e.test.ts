import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { texts } from '../../src/elements/texts/en/phone-screens.ts';
import { texts as number } from '../../src/elements/texts/en/phone.ts';
import { texts as troubles } from '../../src/elements/texts/en/troubles.ts';
import { createPhoneWorld, numberOn } from './support/phone-world.ts';
import type { PhoneWorld } from './support/phone-world.ts';
import { PinPad } from './support/pin-pad.ts';

/** Who gets a sign-in that a phone has approved: the tab that asked for it and still waits, and nobody else. */

const PIN = '2846';
const USER = 'ada@example.com';

let world: PhoneWorld;
let phone: PinPad;
before(async () => {
  world = await createPhoneWorld();
  phone = await world.phone();
  await world.setUp(phone, USER, PIN);
  await phone.button('Sign in now').click();
  await phone.sees(texts.optionsTitle);
});
after(async () => { await world.end(); });

/** Goes to the number in a tab that shows the site. @returns the number and the link of its QR code */
async function askForPhone(pc: PinPad): Promise<{ shown: string; link: string }> {
  await pc.button(/^Sign in with phone/).click();
  const shown = await numberOn(pc.page);
  return { shown, link: (await pc.page.locator('[part=request]').getAttribute('href')) ?? '' };
}

/** The site in one more tab of the same browser. */
const anotherTab = async (pc: PinPad): Promise<PinPad> => PinPad.open(await pc.context.newPage(), `${world.site}/`, world.platform.url);

/** A request in one more tab of the phone, as far as the PIN. */
async function openToPin(link: string): Promise<PinPad> {
  const tab = await PinPad.open(await phone.context.newPage(), link, world.platform.url);
  await tab.button(texts.proceed).click();
  await tab.sees('Enter your PIN');
  return tab;
}

describe('a tab that is closed while its number is shown, and opened again', () => {
  it('shows another number; who approves the former one is told that it was withdrawn, and nobody is signed in', async () => {
    const pc = await world.pc();
    const former = await askForPhone(pc);
    const tab = await openToPin(former.link);
    await pc.page.getByText(number.scanned).or(pc.page.getByText(number.authenticating)).first().waitFor();
    const reopened = await anotherTab(pc);
    await pc.page.close();
    const fresh = await askForPhone(reopened);
    assert.notEqual(fresh.shown, former.shown);
    assert.notEqual(fresh.link, former.link);
    await tab.enterPin(PIN);
    await tab.sees(troubles.declined[0]);
    await reopened.page.getByText(number.numberHintAt.split('{')[0] ?? '').waitFor();
    await reopened.page.goto(`${world.site}/account`);
    assert.equal(new URL(reopened.page.url()).pathname, '/');
    await tab.page.close();
    await reopened.context.close();
  });

  it('crashed, and could say nothing: the former request, approved, signs nobody in, and can be signed out', async () => {
    const pc = await world.pc();
    const former = await askForPhone(pc);
    const tab = await openToPin(former.link);
    const crashed = pc.page.waitForEvent('crash');
    // A tab that crashes never answers.
    (await pc.context.newCDPSession(pc.page)).send('Page.crash').catch(() => undefined);
    await crashed;
    await tab.enterPin(PIN);
    await tab.sees(texts.approvedTitle);
    const reopened = await anotherTab(pc);
    const fresh = await askForPhone(reopened);
    assert.notEqual(fresh.shown, former.shown);
    await reopened.page.getByText(number.numberHintAt.split('{')[0] ?? '').waitFor();
    await tab.button('Sign out').click();
    await tab.sees(texts.signedOutTitle);

    const again = await openToPin(fresh.link);
    await again.enterPin(PIN);
    await again.sees(texts.approvedTitle);
    await reopened.isSignedInAs(USER);
    for (const one of [tab, again]) await one.page.close();
    await reopened.context.close();
  });
});

describe('another person\'s browser', () => {
  it('with the QR code\'s link and the number collects nothing: the tab that started the request is signed in', async () => {
    const pc = await world.pc();
    const { shown, link } = await askForPhone(pc);
    const accessId = new URL(link).hash.slice(1);

    // On a page of the same site, with everything that can be read off the screen, before and after the phone has approved.
    const thief = await world.pc();
    const steal = (): Promise<unknown[]> => thief.page.evaluate(([platform = '', ...names]) => Promise.all(names.map(async (webOTT) => {
      const response = await fetch(`${platform}/rps/v2/access`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ webOTT, token: true }) });
      return (await response.json()) as unknown;
    })), [world.platform.url, accessId, shown, link]);
    const nothing = { status: 'expired', statusCode: 404, userId: '', redirectURL: '' };
    assert.deepEqual(await steal(), [nothing, nothing, nothing]);

    // The element itself, told the public name of the request, shows the code and hears no more than that.
    await thief.page.evaluate((id) => { document.querySelector('mpin-pinpad')?.setAttribute('access-id', id); }, accessId);
    await thief.button(/^Sign in with phone/).click();
    await thief.page.locator('[part=request]').waitFor();
    assert.equal(await thief.page.locator('[part=request]').getAttribute('href'), link);

    const tab = await openToPin(link);
    await tab.enterPin(PIN);
    await tab.sees(texts.approvedTitle);
    await pc.isSignedInAs(USER);
    assert.deepEqual(await steal(), [nothing, nothing, nothing]);
    await thief.page.goto(`${world.site}/account`);
    assert.equal(new URL(thief.page.url()).pathname, '/');
    await tab.page.close();
    for (const one of [thief, pc]) await one.context.close();
  });
});
