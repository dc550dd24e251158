import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { texts as arabicScreens } from '../../src/elements/texts/ar/phone-screens.ts';
import { texts as arabic } from '../../src/elements/texts/ar/sign-in.ts';
import { texts as englishScreens } from '../../src/elements/texts/en/phone-screens.ts';
import { texts as english } from '../../src/elements/texts/en/sign-in.ts';
import { texts as troubles } from '../../src/elements/texts/en/troubles.ts';
import { focusOf, pressByKey } from './support/keyboard.ts';
import { assertLooks } from './support/looks.ts';
import { createPhoneWorld, numberOn } from './support/phone-world.ts';
import type { PhoneWorld } from './support/phone-world.ts';
import type { PinPad } from './support/pin-pad.ts';
import { until } from './support/until.ts';

/** The phone's screens without a pointer, at 320 px and in either direction. */

const PIN = '2846';
const USER = 'ada@example.com';
/** A name that leads to this machine, and that no browser takes for local. */
const HOST = 'phone.example';

let world: PhoneWorld;
let phone: PinPad;
before(async () => {
  world = await createPhoneWorld({ browserArguments: [`--host-resolver-rules=MAP ${HOST} 127.0.0.1`] });
  phone = await world.phone('/mobile', { viewport: { width: 320, height: 640 }, isMobile: false, hasTouch: false });
  await world.setUp(phone, USER, PIN);
});
after(async () => { await world.end(); });

/** Waits for a screen, with the focus on it or in its field, and looks at it: all of it reached by keys. */
async function arrives(screen: string, colorScheme: 'light' | 'dark', focused = screen): Promise<void> {
  await phone.sees(screen);
  await until(`the focus on "${focused}"`, async () => ((await focusOf(phone.page)) === focused ? true : undefined));
  await assertLooks(phone.page, screen, [{ width: 320, colorScheme }]);
}

describe('the phone by keyboard alone', () => {
  for (const [lang, texts, screens, colorScheme] of [['en', english, englishScreens, 'light'], ['ar', arabic, arabicScreens, 'dark']] as const) {
    it(`signs a PC in and out again, in ${lang}`, async () => {
      const { page } = phone;
      await page.setExtraHTTPHeaders({ 'accept-language': lang });
      await page.goto(`${world.platform.url}/mobile`);
      assert.equal(await page.evaluate(() => document.dir), lang === 'ar' ? 'rtl' : 'ltr');
      const pc = await world.pc();
      await pc.button(/^Sign in with phone/).click();
      const number = await numberOn(pc.page);

      await phone.sees(screens.optionsTitle);
      await assertLooks(page, screens.optionsTitle, [{ width: 320, colorScheme }]);
      await pressByKey(page, screens.signInWith);
      await arrives(screens.accessTitle, colorScheme, screens.accessLabel);
      await page.keyboard.type('314');
      await page.keyboard.press('Enter');
      await page.getByText(screens.accessIncomplete).first().waitFor();
      await arrives(screens.accessTitle, colorScheme, screens.accessLabel);
      await page.keyboard.press('ControlOrMeta+A');
      await page.keyboard.type(number);
      assert.equal(await page.getByLabel(screens.accessLabel).evaluate((field) => getComputedStyle(field).direction), 'ltr');
      await page.keyboard.press('Enter');
      await arrives(screens.requestTitle, colorScheme);
      await pressByKey(page, screens.proceed);
      await phone.sees(texts.enterPin);
      await assertLooks(page, texts.enterPin, [{ width: 320, colorScheme }]);
      await page.keyboard.type(PIN);
      await page.keyboard.press('Enter');
      await arrives(screens.approvedTitle, colorScheme);
      await pc.isSignedInAs(USER);
      await pressByKey(page, texts.signOut);
      await arrives(screens.signedOutTitle, colorScheme);
      await pressByKey(page, screens.done);
      await arrives(screens.optionsTitle, colorScheme);
      await pc.context.close();
      assert.deepEqual(phone.complaints, []);
    });
  }

  it('goes back, and says no', async () => {
    const { page } = phone;
    await page.setExtraHTTPHeaders({ 'accept-language': 'en' });
    await page.goto(`${world.platform.url}/mobile`);
    const pc = await world.pc();
    await pc.button(/^Sign in with phone/).click();
    const number = await numberOn(pc.page);
    await pressByKey(page, englishScreens.signInWith);
    await phone.sees(englishScreens.accessTitle);
    await pressByKey(page, english.back);
    await arrives(englishScreens.optionsTitle, 'light');
    await pressByKey(page, englishScreens.signInWith);
    await phone.sees(englishScreens.accessTitle);
    await page.keyboard.type(number);
    await page.keyboard.press('Enter');
    await phone.sees(englishScreens.requestTitle);
    await pressByKey(page, englishScreens.notMe);
    await arrives(englishScreens.requestDeclined, 'light');
    await pc.page.getByText('The sign in was declined on the phone.').first().waitFor();
    await pressByKey(page, englishScreens.done);
    await phone.sees(englishScreens.optionsTitle);
    await pc.context.close();
  });
});

describe('the phone site over plain http', () => {
  it('says that the page is not secure, by name, and asks for nothing', async () => {
    const { port } = new URL(world.platform.url);
    const visitor = await world.phone();
    const asked: string[] = [];
    visitor.page.on('request', (request) => { if (request.method() !== 'GET') asked.push(request.url()); });
    for (const path of ['/mobile', '/mobile-login/#AAAAAAAAAAAAAAAAAAAAAAAA']) {
      await visitor.page.goto(`http://${HOST}:${port}${path}`);
      assert.equal(await visitor.page.evaluate(() => isSecureContext), false);
      await visitor.sees(troubles.insecure[0]);
      await visitor.page.getByText(troubles.insecure[1], { exact: true }).waitFor();
      await visitor.page.getByText(english.support('INSECURE_CONTEXT')).waitFor();
      await visitor.page.goto('about:blank');
    }
    assert.deepEqual([asked, visitor.complaints], [[], []]);
    await visitor.page.goto(`http://${HOST}:${port}/mobile`);
    await visitor.sees(troubles.insecure[0]);
    await assertLooks(visitor.page, 'plain http', [{ width: 320, colorScheme: 'light' }]);
    await visitor.context.close();
  });
});
