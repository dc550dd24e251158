import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ar } from '../../src/elements/texts/ar.ts';
import { de } from '../../src/elements/texts/de.ts';
import { en } from '../../src/elements/texts/en.ts';
import { english } from '../../src/elements/texts/en-set-up.ts';
import { loadTexts } from '../../src/elements/texts/load.ts';
import type { TextsAtHand } from '../../src/elements/texts/texts.ts';

const placeholders = (text: string): string[] => (text.match(/\{\w+\}/gu) ?? []).sort();

/** Every text of a catalogue, functions called with a number that most rules treat apart. */
function all(texts: TextsAtHand, count: number): Map<string, string> {
  const found = new Map<string, string>();
  for (const [name, value] of Object.entries(texts) as [string, unknown][]) {
    if (typeof value === 'string') found.set(name, value);
    if (typeof value === 'function') found.set(name, String((value as (...given: unknown[]) => unknown)(count, 6)));
  }
  for (const [kind, [title, help]] of Object.entries(texts.troubles)) found.set(`${kind} title`, title).set(`${kind} help`, help);
  return found;
}

describe('the texts', () => {
  for (const tag of ['de', 'ar']) {
    it(`of ${tag} say everything that the English ones say, with the same values in it`, async () => {
      const texts = await loadTexts(tag, true);
      const reference = all(english, 2);
      const own = all(texts, 2);
      assert.deepEqual([...own.keys()].sort(), [...reference.keys()].sort());
      for (const [name, text] of own) {
        assert.notEqual(text.trim(), '', name);
        assert.deepEqual(placeholders(text), placeholders(reference.get(name) ?? ''), name);
      }
    });
  }

  it('follow each language\'s plural rules', () => {
    assert.deepEqual([en.wrongPin(1), en.wrongPin(2), en.wrongPin(undefined)], ['Incorrect PIN! 1 attempt left.', 'Incorrect PIN! 2 attempts left.', 'Incorrect PIN!']);
    assert.deepEqual([de.wrongPin(1), de.wrongPin(2)], ['Falsche PIN! Noch 1 Versuch.', 'Falsche PIN! Noch 2 Versuche.']);
    assert.equal(new Set([1, 2, 3, 11].map((left) => ar.wrongPin(left))).size, 4);
  });

  it('of Arabic keep digits as they are', async () => {
    for (const [name, text] of all(await loadTexts('ar', true), 4)) assert.doesNotMatch(text, /[\u0660-\u0669\u06f0-\u06f9]/u, name);
  });

  it('are found by the primary language, and English is what is left', async () => {
    assert.equal(await loadTexts('de-AT', false), de);
    assert.equal(await loadTexts('AR', false), ar);
    for (const tag of ['en-GB', '', 'xx', 'constructor']) assert.equal(loadTexts(tag, true), en);
  });
});
