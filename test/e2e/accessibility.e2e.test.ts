import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { Playground } from './support/playground.ts';
import { perform, readScript } from './support/screen-reader-script.ts';
import { ScreenReader } from './support/screen-reader.ts';
import { until } from './support/until.ts';

const { stories, trees } = readScript();

let playground: Playground;
before(async () => { playground = await Playground.open(); });
after(() => playground.close());

/** How many counts are said on the way depends on how fast somebody types. */
const lastOfCounts = (said: readonly string[]): string[] => said.filter((text, i) => !(isCount(text) && isCount(said[i + 1])));
const isCount = (text: string | undefined): boolean => /^polite: \d of \d entered$/u.test(text ?? '');

describe('docs/accessibility.md says what a screen reader says', () => {
  it('is read here', () => {
    assert.ok(stories.length >= 6 && stories.every(({ steps }) => steps.length >= 2), stories.map(({ title }) => title).join());
    assert.ok(trees.length >= 12);
  });

  for (const { title, scene, steps } of stories) {
    it(title, async () => {
      const page = await (await playground.browser.newContext()).newPage();
      const reader = await ScreenReader.listen(page);
      await playground.show(page, { screen: scene });
      let heard = 0;
      for (const { done, focus, said } of steps) {
        await perform(done, page, reader);
        const now = async (): Promise<unknown> => ({ done, focus: await reader.focus(), said: lastOfCounts((await reader.said()).slice(heard)) });
        const wanted = { done, focus, said };
        // What comes too late for this line is found in the next one.
        await until(done, async () => (JSON.stringify(await now()) === JSON.stringify(wanted) ? true : undefined)).catch(async () => assert.deepEqual(await now(), wanted));
        heard = (await reader.said()).length;
      }
      await page.context().close();
    });
  }

  it('the tree of each screen', async () => {
    const page = await (await playground.browser.newContext()).newPage();
    for (const { scene, tree } of trees) {
      await playground.show(page, { screen: scene });
      const shown = async (): Promise<string> => (await page.locator('#stage [part=frame]').ariaSnapshot()).replace(/(?<=in 0:)\d\d/u, 'NN');
      await until(scene, async () => ((await shown()) === tree ? true : undefined), { withinMs: 5000 }).catch(async () => assert.equal(await shown(), tree, scene));
    }
    await page.context().close();
  });
});
