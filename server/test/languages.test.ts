import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { nearest } from '../../src/elements/texts/languages.ts';
import { languages as elementLanguages } from '../../src/elements/texts/load-sign-in.ts';
import { composeMail } from '../src/mail/compose.ts';
import { mailCatalogue } from '../src/mail/catalogue.ts';
import { confirmationPage, mobileManifest, pageCatalogue } from '../src/pages/index.ts';
import { direction, favouriteOf, formatMinutes, formatMoment, LANGUAGE_NAMES, languages, nearestLanguage } from '../src/text/languages.ts';
import type { Language } from '../src/text/languages.ts';

/** What a catalogue says, by where it says it; what it leaves open is marked. */
function textsIn(part: unknown, path = ''): (readonly [path: string, text: string])[] {
  if (typeof part === 'string') return [[path, part]];
  if (typeof part === 'function') return [[path, (part as (...values: readonly string[]) => string)('{0}', '{1}')]];
  return Object.entries(part as object).flatMap(([name, inner]: readonly [string, unknown]) => textsIn(inner, path === '' ? name : `${path}.${name}`));
}

const everythingIn = (language: Language): ReadonlyMap<string, string> => new Map(textsIn({ mail: mailCatalogue[language], page: pageCatalogue[language] }));
const placeholders = (text: string): readonly string[] => [...new Set(text.match(/\{\w+\}/g))].sort();
const english = everythingIn('en');
const others = languages.filter((language) => language !== 'en');

/** What is written as in English: names, and words that two languages share. */
const AS_IN_ENGLISH: Readonly<Record<string, readonly string[]>> = { 'page.mobile.shortName': others, 'page.account.appName': ['de'], 'page.account.appTitle': ['fr'] };

const SCRIPTS: Readonly<Partial<Record<Language, RegExp>>> = {
  ar: /\p{Script=Arabic}/u, he: /\p{Script=Hebrew}/u, hi: /\p{Script=Devanagari}/u, ja: /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u, 'zh-hans': /\p{Script=Han}/u,
};

/** Where a page says what an element says: the place on the page, the part of the elements, and the text in it. */
const SHARED: readonly (readonly [page: string, part: string, text: string])[] = [
  ['verification.who', 'set-up', 'email'], ['verification.cancel', 'identities', 'cancel'], ['enrolment.refuse', 'phone-screens', 'notMe'], ['mobile.tryAgain', 'sign-in', 'tryAgain'],
  ['otp.byMobileQr', 'phone-screens', 'setupPhoneQr'], ['account.signOut', 'sign-in', 'signOut'], ['account.save', 'identities', 'save'],
];

describe('the languages of mails and pages', () => {
  it('are those of the elements', () => {
    assert.deepEqual([...languages].sort(), ['en', ...Object.keys(elementLanguages)].sort());
  });

  it('are told apart as the elements tell them, by any tag that a browser may send', () => {
    const known = { ...elementLanguages, en: true };
    for (const tag of ['de-AT', 'AR', 'pt-BR', 'zh', 'zh-CN', 'zh-Hans-HK', 'zh-hans', 'iw', 'he-IL', 'en-GB', 'sv', '', 'x-klingon', 'constructor']) {
      assert.equal(nearestLanguage(tag), nearest(tag, known) ?? 'en', tag);
    }
    assert.equal(nearestLanguage('es_MX'), 'es', 'underscores, as some systems write them');
    assert.equal(nearestLanguage(undefined), 'en');
    assert.deepEqual(['sv-SE, sv;q=0.9, zh-TW;q=0.8', 'iw, de;q=0.5', 'sv, nb;q=0.9', '', '*'].map((list) => favouriteOf(list)), ['zh-TW', 'iw', 'sv', 'en', 'en']);
    assert.equal(favouriteOf('fr-CH, fr;q=0.9, de;q=0.8', ['en', 'de']), 'de', 'where fewer are spoken');
  });

  it('run from right to left in Arabic and Hebrew alone', () => {
    assert.deepEqual(languages.filter((language) => direction(language) === 'rtl'), ['ar', 'he']);
  });

  it('call themselves by names of their own', () => {
    assert.equal(new Set(Object.values(LANGUAGE_NAMES)).size, languages.length);
    for (const [language, script] of Object.entries(SCRIPTS)) assert.match(LANGUAGE_NAMES[language as Language], script);
  });

  it('write times and durations in digits that match the codes beside them', () => {
    for (const language of languages) {
      assert.match(formatMoment(1_795_000_000, language), /2026.*UTC|UTC.*2026/s, language);
      assert.match(formatMinutes(10, language), /10/, language);
    }
    assert.deepEqual([1, 2, 5].map((count) => formatMinutes(count, 'pl')), ['1 minuta', '2 minuty', '5 minut']);
  });
});

describe('the catalogues of mails and pages', () => {
  for (const language of others) {
    const texts = everythingIn(language);

    it(`leave the same open in ${language}, and say something everywhere`, () => {
      assert.deepEqual([...texts.keys()].sort(), [...english.keys()].sort());
      for (const [path, text] of texts) {
        assert.deepEqual(placeholders(text), placeholders(english.get(path) ?? ''), path);
        assert.ok(text !== '' && text === text.trim() && !/ {2}/.test(text), path);
      }
    });

    it(`have nothing left in English in ${language}`, () => {
      const same = [...texts].filter(([path, text]) => text === english.get(path)).map(([path]) => path);
      assert.deepEqual(same, Object.keys(AS_IN_ENGLISH).filter((path) => AS_IN_ENGLISH[path]?.includes(language)));
      const script = SCRIPTS[language];
      if (script !== undefined) assert.deepEqual([...texts].filter(([, text]) => !script.test(text)).map(([path]) => path), ['page.mobile.shortName']);
    });

    it(`say what the elements say in the same words in ${language}`, async () => {
      for (const [page, part, name] of SHARED) {
        const of = async (elements: string): Promise<unknown> => {
          const { texts: said } = (await import(`../../src/elements/texts/${elements}/${part}.ts`)) as { readonly texts: Readonly<Record<string, unknown>> };
          return said[name];
        };
        assert.equal(english.get(`page.${page}`), await of('en'), `${page} in English`);
        assert.equal(texts.get(`page.${page}`), await of(language), page);
      }
    });
  }
});

describe('a mail and a page in the languages that are written otherwise', () => {
  const mail = { kind: 'confirm-code', data: { projectName: 'Northwind', deviceName: 'Chrome', code: '204816', expiresInSeconds: 600 } } as const;
  const page = { projectName: 'Northwind', userId: 'ada@example.com', deviceName: 'Chrome', requestedAt: 1_795_000_000, place: '', code: '0123456789abcdef', numbers: ['47', '08', '93'] };

  it('a mail in Hebrew and in Japanese', () => {
    for (const [lang, dir, subject, duration] of [['he-IL', 'rtl', 'הקוד שלכם עבור Northwind', '10 דקות'], ['ja', 'ltr', 'Northwind', '10 分']] as const) {
      const composed = composeMail({ ...mail, lang });
      assert.equal(composed.language, nearestLanguage(lang));
      assert.ok(composed.subject.includes(subject), composed.subject);
      assert.ok(composed.html.includes(`<html lang="${composed.language}" dir="${dir}">`));
      for (const part of [composed.text, composed.html]) assert.ok(part.includes('204816') && part.includes(duration), part);
    }
  });

  it('a page in Hebrew and in Chinese', () => {
    for (const [lang, root, heading] of [['iw', '<html lang="he" dir="rtl">', 'להגדיר את המכשיר הזה?'], ['zh-CN', '<html lang="zh-hans" dir="ltr">', '要设置此设备吗？']] as const) {
      const markup = confirmationPage({ ...page, lang });
      assert.ok(markup.includes(root), markup.slice(0, 200));
      assert.ok(markup.includes(`<h1>${heading}</h1>`));
      assert.ok(page.numbers.every((number) => markup.includes(`value="${number}"`)), 'numbers stay as the sign-in page shows them');
    }
    assert.deepEqual([mobileManifest('he', { id: 'p', name: 'N' })].map(({ lang, dir }) => [lang, dir]), [['he', 'rtl']]);
  });
});
