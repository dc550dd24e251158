import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { assertAccessible, assertFits } from './support/axe.ts';
import { serveDemoPages } from './support/demo-pages.ts';
import type { DemoPages } from './support/demo-pages.ts';

const SKINS = ['bank', 'game', 'hospital', 'developer', 'shop'] as const;
const SCREENS = ['enter-pin', 'enter-pin, wrong', 'add-identity, wrong', 'identities', 'set-up', 'locked'];
const LOOKS = ([320, 768] as const).flatMap((width) => (['light', 'dark'] as const).map((colorScheme) => ({ width, colorScheme })));
/** CSS pixels; half a pixel is a rounding. */
const SMALLEST_KEY = 55.5;

/** What tells one company from another: a name, a part, and the properties of it. */
const ASPECTS = [
  ['the card', 'frame', 'background-color', 'border-radius'], ['its width', 'frame', 'inline-size'], ['its heading', 'title', 'font-family', 'font-size', 'font-weight'],
  ['the button', 'primary', 'background-color'], ['the button\'s corners', 'primary', 'border-radius'], ['the keys', 'digit', 'border-radius'], ['their size', 'digit', 'inline-size', 'block-size'],
  ['the digits', 'digit', 'font-size', 'font-weight', 'font-family'], ['the dots', 'dot', 'inline-size', 'border-radius', 'transform', 'border-style'],
];

let pages: DemoPages;
before(async () => { pages = await serveDemoPages(); });
after(async () => { await pages.end(); });

async function open(skin: string, scene: string, complaints: string[] = []): Promise<Page> {
  const context = await pages.browser.newContext({ reducedMotion: 'reduce' });
  const page = await context.newPage();
  page.on('pageerror', ({ message }) => complaints.push(message));
  page.on('console', (message) => { if (message.type() === 'error') complaints.push(message.text()); });
  await page.goto(`${pages.url}/demo/skins/${skin}.html?scene=${encodeURIComponent(scene)}`);
  await page.locator('mpin-pinpad[data-ready]').waitFor();
  return page;
}

/** What sticks out of the card or is cut off, and keys that are too small to hit, by their parts. */
const flaws = (page: Page): Promise<string[]> => page.locator('mpin-pinpad').evaluate((pad, smallest) => {
  const root = pad.shadowRoot;
  const card = root?.querySelector('[part~="frame"]')?.getBoundingClientRect();
  if (!root || !card) return ['There is no card.'];
  const found: string[] = [];
  for (const element of root.querySelectorAll<HTMLElement>('button, h2, p, .input, [part~="dot"]')) {
    const box = element.getBoundingClientRect();
    const part = element.getAttribute('part') ?? element.localName;
    if (box.left < card.left - 1 || box.right > card.right + 1 || box.top < card.top - 1 || box.bottom > card.bottom + 1) found.push(`${part} sticks out`);
    if (element.scrollWidth > element.clientWidth + 1 && !element.matches('.input')) found.push(`${part} is cut off`);
    if (element.matches('[part~="key"]') && Math.min(box.width, box.height) < smallest) found.push(`${part} is ${box.width} × ${box.height}`);
  }
  return found;
}, SMALLEST_KEY);

for (const skin of SKINS) {
  describe(`the skin of the ${skin}`, () => {
    for (const scene of SCREENS) {
      it(`${scene}: nothing for axe to find, nothing cut off and no small key, light and dark, at 320 and 768 px`, async () => {
        const complaints: string[] = [];
        const page = await open(skin, scene, complaints);
        for (const { width, colorScheme } of LOOKS) {
          await page.setViewportSize({ width, height: 900 });
          await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
          try {
            await assertFits(page);
            assert.deepEqual(await flaws(page), []);
            await assertAccessible(page);
          } catch (error) {
            throw new Error(`${width} px, ${colorScheme}`, { cause: error });
          }
        }
        assert.deepEqual(complaints, []);
        await page.context().close();
      });
    }
  });
}

describe('the five skins', () => {
  it('look like five companies: colour, type, corners, keys and the card all differ, light and dark', async () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      const looks: Record<string, string>[] = [];
      const pictures = new Set<string>();
      for (const skin of SKINS) {
        const page = await open(skin, 'enter-pin');
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        looks.push(await page.locator('mpin-pinpad').evaluate((pad, aspects) => Object.fromEntries(aspects.map(([aspect, part, ...properties]) => {
          const style = getComputedStyle(pad.shadowRoot?.querySelector(`[part~="${part}"]`) ?? pad);
          return [aspect, properties.map((property) => style.getPropertyValue(property)).join(' ')];
        })) as Record<string, string>, ASPECTS));
        pictures.add((await page.locator('mpin-pinpad').screenshot()).toString('base64'));
        await page.context().close();
      }
      assert.equal(pictures.size, SKINS.length);
      for (const aspect of Object.keys(looks[0] ?? {})) assert.equal(new Set(looks.map((look) => look[aspect])).size, SKINS.length, `${aspect}, ${colorScheme}: ${looks.map((look) => look[aspect]).join(' | ')}`);
    }
  });
});
