import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { pieces } from '../../demo/playground/pieces.ts';
import { scenes } from '../../demo/playground/scenes.ts';
import { writeSheets } from './support/contact-sheets.ts';
import { Stage } from './support/looks-stage.ts';
import type { Dress } from './support/looks-stage.ts';

const WIDTHS = [320, 768, 1280];
const DRESSES: readonly Dress[] = (['light', 'dark', 'forced colours'] as const).flatMap((theme) => [{ theme, lang: 'en' }, { theme, lang: 'ar' }]);
/** The languages with the longest words. */
const LONG_WORDED = ['de', 'pl'];
const SCREENS = [...scenes, ...pieces].map(({ name }) => name);

const sheet = ({ theme, lang }: Dress, width: number): string => `${theme.replace(' ', '-')}-${lang === 'ar' ? 'rtl' : 'ltr'}-${width}`;

/** The same fault of several looks is one. */
class Found {
  readonly #looks = new Map<string, string[]>();

  add(look: string, faults: readonly string[]): void {
    for (const fault of faults) this.#looks.set(fault, [...(this.#looks.get(fault) ?? []), look]);
  }

  get all(): string[] {
    return [...this.#looks].map(([fault, looks]) => `${fault} (${looks.join('; ')})`);
  }
}

let stage: Stage;
before(async () => { stage = await Stage.open(); });
after(async () => {
  await stage.end();
  await writeSheets(DRESSES.flatMap((dress) => WIDTHS.map((width) => sheet(dress, width))), SCREENS);
});

/**
 * Every screen: axe in each theme and direction; measures and a picture in each of those at each width; and, where they are longest, its words at
 * 320 px with wider spacing and at 200 % of their size. The pictures' sheets are in test-results/looks/index.html.
 */
describe('every screen, light, dark and in forced colours, in either direction, at 320, 768 and 1280 px', () => {
  it('the playground lists them all', async () => {
    assert.deepEqual((await stage.screens()).map(({ name }) => name).toSorted(), SCREENS.toSorted());
  });

  for (const screen of SCREENS) {
    it(screen, async () => {
      const found = new Found();
      await stage.show(screen);
      for (const [index, dress] of DRESSES.entries()) {
        await stage.dress(dress);
        // To and fro: each dress begins at the width that the one before it has ended at.
        for (const width of index % 2 === 0 ? WIDTHS : WIDTHS.toReversed()) {
          await stage.width(width);
          found.add(sheet(dress, width), await stage.faults());
          await stage.picture(sheet(dress, width), screen);
        }
        found.add(`axe, ${dress.theme}, ${dress.lang}`, await stage.findings());
      }
      for (const lang of LONG_WORDED) {
        await stage.dress({ theme: 'light', lang });
        await stage.width(320);
        found.add(`${lang}, 320`, await stage.faults());
        found.add(`${lang}, 320`, await stage.faultsOfLargerText());
      }
      for (const theme of ['light', 'dark'] as const) {
        await stage.dress({ theme, lang: 'en' });
        found.add(theme, await stage.ringFaults());
      }
      assert.deepEqual(found.all, []);
    });
  }

  it('the keypad keeps its place, whatever the message and the language', async () => {
    const places = new Set<string>();
    await stage.width(320);
    for (const screen of ['choose-pin', 'choose-pin, easy', 'choose-pin, again', 'registering', 'enter-pin', 'enter-pin, wrong', 'authenticating']) {
      await stage.show(screen);
      for (const lang of ['en', 'de', 'ar']) {
        await stage.dress({ theme: 'light', lang });
        places.add(await stage.keypadPlace());
      }
    }
    assert.equal(places.size, 1, [...places].join(' '));
  });

  it('the card keeps its height from screen to screen, whatever is offered and in whichever language', async () => {
    const heights = new Map<number, string[]>();
    await stage.width(1280);
    for (const screen of ['home', 'add-identity', 'choose-pin', 'enter-pin', 'enter-pin, wrong', 'enter-pin, or by phone', 'authenticating', 'signed-in', 'locked', 'phone-sign-in', 'phone-sign-in, scanned', 'phone-setup', 'trouble: offline']) {
      await stage.show(screen);
      for (const lang of ['en', 'de', 'ar']) {
        await stage.dress({ theme: 'light', lang });
        const height = await stage.cardHeight();
        heights.set(height, [...(heights.get(height) ?? []), `${screen}, ${lang}`]);
      }
    }
    assert.deepEqual([...heights.keys()], [732], [...heights].map(([height, looks]) => `${height}: ${looks.join('; ')}`).join('\n'));
  });

  it('nothing was complained about', () => {
    assert.deepEqual(stage.complaints, []);
  });
});
