import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { texts as serverGerman } from '../../server/src/pages/texts/de.ts';
import { texts as english } from '../../src/elements/texts/en/phone-screens.ts';
import { loadPhoneTexts } from '../../src/elements/texts/load-phone.ts';
import { loadPhoneScreenTexts } from '../../src/elements/texts/phone-screen-texts.ts';
import { spoken, wholeLanguage } from './whole-language.ts';

/** What mail over the internet is called, in every language of ours. */
const MAIL = /e-?mail|e-posta|correo|بريد|דוא״ל|ईमेल|メール|邮箱/iu;

/** Everything that a catalogue says, functions by what they are made of. */
const words = (texts: unknown): string => JSON.stringify(texts, (_name, value: unknown) => (typeof value === 'function' ? String(value) : value));

describe('the texts of the phone', () => {
  for (const tag of spoken) {
    it(`of ${tag} tell a page to open from an email address to enter, and quote the button that is to be pressed`, async () => {
      const { addDeviceHint } = await loadPhoneScreenTexts(tag) ?? english;
      assert.match(addDeviceHint, MAIL);
      assert.ok(addDeviceHint.includes((await wholeLanguage(tag)).haveQuickCode), addDeviceHint);
    });
  }

  it('have one German word for it', async () => {
    const all = words([await wholeLanguage('de'), await loadPhoneTexts('de'), await loadPhoneScreenTexts('de'), serverGerman]);
    assert.match(all, /Handy/u);
    assert.doesNotMatch(all, /telefon/iu);
  });
});
