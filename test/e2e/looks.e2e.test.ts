import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Texts } from '../../src/elements/texts/texts.ts';
import { wholeLanguage } from '../elements/whole-language.ts';
import { mailedCode } from './support/codes.ts';
import { confirmationLink } from './support/inbox.ts';
import { assertLooks, complaintsOf } from './support/looks.ts';
import type { Look } from './support/looks.ts';
import { meddleOnce } from './support/meddling.ts';
import { Reader } from './support/reader.ts';
import { createWorld } from './support/world.ts';
import type { World } from './support/world.ts';

const PIN = '2846';
const WRONG_PIN = '9173';

let world: World;
// The first device of a user is confirmed by code, the next by link: both screens in one world.
before(async () => { world = await createWorld({ project: ['--method', 'code'], settings: { MPIN_MAIL_BACKOFF_SECONDS: '0' } }); });
after(async () => { await world.end(); });

/** The longest words and the other direction: either language narrow and wide, light and dark, together every combination. */
const languages: readonly (readonly [Texts, 'ltr' | 'rtl', readonly Look[]])[] = [
  [await wholeLanguage('de'), 'ltr', [{ width: 320, colorScheme: 'light' }, { width: 1280, colorScheme: 'dark' }]],
  [await wholeLanguage('ar'), 'rtl', [{ width: 320, colorScheme: 'dark' }, { width: 1280, colorScheme: 'light' }]],
];

for (const [texts, direction, looks] of languages) {
  describe(`every screen is accessible and fits, ${direction}, ${looks.map(({ width, colorScheme }) => `${colorScheme} at ${width} px`).join(', ')}`, () => {
    const address = `${direction}@example.com`;

    it('by code', async () => {
      const reader = await Reader.visit(world, texts, looks);
      await reader.looks(texts.homeTitle);
      assert.equal(await reader.page.locator('html').getAttribute('dir'), direction);
      await reader.choosesBrowser();
      await reader.press(texts.setupMpin);
      await reader.page.getByText(texts.emailMissing).first().waitFor();
      await reader.looks(texts.addTitle, 'with an error');
      await reader.askForMail(address);
      await reader.looks(texts.confirmTitle, 'by code');
      const code = await mailedCode(world.platform.url, address);
      await reader.page.getByLabel(texts.codeLabel).fill(String((Number(code) + 1) % 1_000_000).padStart(6, '0'));
      await reader.press(texts.confirmCode);
      await reader.page.getByText(texts.codeWrong(4)).first().waitFor();
      await reader.looks(texts.confirmTitle, 'after a wrong code');
      await reader.page.getByLabel(texts.codeLabel).fill(code);
      await reader.press(texts.confirmCode);
      await reader.choosePin(texts.chooseTitle, PIN);
      await reader.choosePin(texts.againTitle, PIN);
      await reader.sees(texts.congratulations);
      assert.deepEqual(reader.complaints, []);
      await reader.page.context().close();
    });

    it('by link, with the pages that the link opens', async () => {
      const reader = await Reader.visit(world, texts, looks);
      await reader.choosesBrowser();
      await reader.looks(texts.addTitle);
      await reader.askForMail(address);
      await reader.looks(texts.confirmTitle, 'by link');
      const context = await world.browser.newContext({ locale: texts.$code });
      const complaints = complaintsOf(context);
      const mail = await context.newPage();
      const link = await confirmationLink(world.platform.url, address);
      await mail.goto(link);
      assert.equal(await mail.locator('html').getAttribute('dir'), direction);
      await assertLooks(mail, 'the confirmation page', looks);
      await mail.getByRole('radio', { name: await reader.number }).check();
      await mail.locator('button[value=confirm]').click();
      await mail.getByRole('radio').first().waitFor({ state: 'detached' });
      await assertLooks(mail, 'confirmed', looks);
      await mail.goto(link.replace(/code=..../, 'code=none'));
      await assertLooks(mail, 'no such link', looks);
      await mail.goto(`${world.platform.url}/dev/inbox`);
      await mail.locator('article').first().waitFor();
      await assertLooks(mail, 'the development inbox', looks);
      assert.deepEqual(complaints, []);
      await context.close();

      await reader.sees(texts.chooseTitle);
      await reader.type('1234');
      await reader.press(texts.setup);
      await reader.page.getByText(texts.easyPin).first().waitFor();
      await reader.looks(texts.chooseTitle, 'easy');
      await reader.choosePin(texts.chooseTitle, PIN);
      await reader.looks(texts.againTitle);
      await reader.looksWhile('/registration', () => reader.choosePin(texts.againTitle, PIN), texts.againTitle);
      await reader.looks(texts.congratulations);
      assert.deepEqual(reader.complaints, []);

      await reader.press(texts.signInNow);
      await reader.sees(texts.enterPin);
      await reader.type(PIN.slice(0, 2));
      await reader.looks(texts.enterPin, 'half typed');
      await reader.press(texts.forgot);
      await reader.looks(texts.resetTitle);
      await reader.press(texts.cancel);
      await reader.sees(texts.enterPin);
      await reader.press(texts.menu);
      await reader.looks(texts.listTitle);
      await reader.page.getByRole('button', { name: address }).first().click();
      await meddleOnce(reader.page, '/rps/v2/authenticate', (route) => route.abort());
      await reader.enterPin(PIN);
      await reader.looks(texts.troubles.offline[0]);
      await reader.press(texts.tryAgain);
      await reader.looksWhile('/rps/v2/authenticate', () => reader.enterPin(WRONG_PIN), texts.enterPin);
      await reader.page.getByText(texts.wrongPin(2)).first().waitFor();
      await reader.looks(texts.enterPin, 'wrong PIN');
      await reader.looksWhile('/session', () => reader.enterPin(PIN), texts.signedInTitle);
      await reader.page.waitForURL(/\/account/);
      await reader.page.locator('form button').click();
      for (const left of [2, 1]) {
        await reader.enterPin(WRONG_PIN);
        await reader.page.getByText(texts.wrongPin(left)).first().waitFor();
      }
      await reader.enterPin(WRONG_PIN);
      await reader.looks(texts.revokedTitle);
      assert.deepEqual(reader.complaints, []);
      await reader.page.context().close();
    });
  });
}
