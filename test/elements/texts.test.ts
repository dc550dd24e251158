import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { texts as englishPhone } from '../../src/elements/texts/en/phone.ts';
import { texts as englishPhoneScreens } from '../../src/elements/texts/en/phone-screens.ts';
import { texts as englishScanner } from '../../src/elements/texts/en/scanner.ts';
import { english } from '../../src/elements/texts/english.ts';
import { loadPhoneTexts } from '../../src/elements/texts/load-phone.ts';
import { languages, loadSignIn } from '../../src/elements/texts/load-sign-in.ts';
import { nearest } from '../../src/elements/texts/languages.ts';
import { loadPhoneScreenTexts } from '../../src/elements/texts/phone-screen-texts.ts';
import { loadScannerTexts } from '../../src/elements/texts/scanner-texts.ts';
import type { Texts } from '../../src/elements/texts/texts.ts';
import { spoken, wholeLanguage } from './whole-language.ts';

const placeholders = (text: string): string[] => (text.match(/\{\w+\}/gu) ?? []).sort();

/** Every text of a catalogue by its name; functions are called with values that must be found in what they say. */
function said(texts: object, given: readonly unknown[]): Map<string, string> {
  const found = new Map<string, string>();
  for (const [name, value] of Object.entries(texts) as [string, unknown][]) {
    if (typeof value === 'string') found.set(name, value);
    if (typeof value === 'function') found.set(name, String((value as (...values: unknown[]) => unknown)(...given)));
    if (name === 'troubles') for (const [kind, [title, help]] of Object.entries(value as Texts['troubles'])) found.set(`${kind} title`, title).set(`${kind} help`, help);
  }
  return found;
}

/** These take a number as their second value, or no number at all. */
const all = async (tag: string, count = 7): Promise<Map<string, string>> => new Map([...said(await wholeLanguage(tag), [count, 6]), ...said(await loadPhoneTexts(tag), [count, 6]), ...said(await loadPhoneScreenTexts(tag) ?? englishPhoneScreens, [count, 6]), ...said(await loadScannerTexts(tag) ?? englishScanner, [count, 6])]);

/** The same in two languages, and rightly so: names, and words that both have. */
const SHARED = /^\$code$|^\$dir$|^fingerprint$|^otpCopy$|^support$|^quickCode$|^requestOrigin$|^requestService$/u;

/** Nouns stay as they are after a number. */
const STAYS_SINGULAR: ReadonlySet<string> = new Set(['tr']);

describe('the texts', () => {
  it('have a name each: what a site says in place of one stands in no other\'s', () => {
    const names = [english, englishPhone, englishPhoneScreens, englishScanner].flatMap((part) => Object.keys(part));
    assert.deepEqual(names.filter((name, index) => names.indexOf(name) !== index), []);
  });

  it('are there in at least twelve languages, one folder each', () => {
    const folders = readdirSync(fileURLToPath(new URL('../../src/elements/texts', import.meta.url)), { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => name);
    assert.deepEqual([...spoken].sort(), folders.sort());
    assert.ok(spoken.length >= 12, spoken.join());
  });

  for (const tag of spoken.filter((one) => one !== 'en')) {
    it(`of ${tag} say everything that the English ones say, with the same values in it`, async () => {
      const reference = await all('en');
      const own = await all(tag);
      assert.equal(own.get('$code')?.toLowerCase(), tag);
      assert.deepEqual([...own.keys()].sort(), [...reference.keys()].sort());
      for (const [name, text] of own) {
        assert.notEqual(text.trim(), '', name);
        assert.deepEqual(placeholders(text), placeholders(reference.get(name) ?? ''), name);
        if (reference.get(name)?.includes('7')) assert.match(text, /7/u, `${name} leaves its number out`);
        assert.doesNotMatch(text, /undefined|#|\.\.\./u, name);
        assert.equal(text, text.normalize('NFC').trim(), name);
      }
    });

    it(`of ${tag} are its own: hardly one of them is English`, async () => {
      const reference = await all('en');
      const untranslated = [...await all(tag)].filter(([name, text]) => !SHARED.test(name) && text === reference.get(name)).map(([name]) => name);
      assert.deepEqual(untranslated, []);
    });

    it(`of ${tag} say each number by its plural rules, in Western digits`, async () => {
      const texts = await wholeLanguage(tag);
      const forms = (say: (count: number) => string): number => new Set([1, 2, 3, 5, 11, 20, 100].map((count) => say(count).replace(/\d+/u, '#'))).size;
      const categories = new Intl.PluralRules(tag).resolvedOptions().pluralCategories.length;
      // Numbers are small and whole here: categories that only fractions and millions have are never met.
      const least = STAYS_SINGULAR.has(tag) ? 1 : Math.min(categories, 2);
      assert.ok(forms((count) => texts.wrongPin(count)) >= least && forms((count) => texts.codeWrong(count)) >= least, `${tag} has ${categories} plural categories`);
      for (const [name, text] of await all(tag)) assert.doesNotMatch(text, /(?![0-9])\p{Nd}/u, name);
    });
  }

  it('follow plural rules that English does not have', async () => {
    const of = async (tag: string, ...counts: number[]): Promise<string[]> => { const { wrongPin } = await wholeLanguage(tag); return counts.map((count) => wrongPin(count)); };
    assert.deepEqual(await of('en', 1, 2), ['Incorrect PIN! 1 attempt left.', 'Incorrect PIN! 2 attempts left.']);
    assert.deepEqual(await of('de', 1, 2), ['Falsche PIN! Noch 1 Versuch.', 'Falsche PIN! Noch 2 Versuche.']);
    assert.equal(new Set(await of('ar', 1, 2, 3, 11)).size, 4);
    assert.deepEqual((await of('pl', 1, 2, 5, 22)).map((text) => text.replace(/^.*! /u, '')), ['Pozostała 1 próba.', 'Pozostały 2 próby.', 'Pozostało 5 prób.', 'Pozostały 22 próby.']);
    assert.deepEqual((await of('ro', 1, 2, 20)).map((text) => text.replace(/^.*! /u, '')), ['A mai rămas 1 încercare.', 'Au mai rămas 2 încercări.', 'Au mai rămas 20 de încercări.']);
  });

  it('are found by region and script, and English is what is left', async () => {
    const cases: [string, string | undefined][] = [
      ['de-AT', 'de'], ['AR', 'ar'], ['pt-BR', 'pt'], ['zh', 'zh-hans'], ['zh-CN', 'zh-hans'], ['zh-SG', 'zh-hans'], ['zh-Hans-HK', 'zh-hans'], ['iw', 'he'],
      ['en-GB', undefined], ['', undefined], ['xx', undefined], ['constructor', undefined], ['../de', undefined],
    ];
    for (const [tag, name] of cases) assert.equal(nearest(tag, languages), name, tag);
    assert.equal(loadSignIn('en-GB'), undefined);
    assert.equal((await loadSignIn('pt-BR'))?.$code, 'pt');
    assert.equal(await wholeLanguage('xx'), english);
    assert.equal(await loadPhoneTexts('xx'), englishPhone);
  });

  it('run from right to left in Arabic and Hebrew alone', async () => {
    const directions = await Promise.all(spoken.map(async (tag) => [tag, (await wholeLanguage(tag)).$dir]));
    assert.deepEqual(directions.filter(([, direction]) => direction === 'rtl').map(([tag]) => tag).sort(), ['ar', 'he']);
  });
});
