import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { stylesheet } from '../src/pages/stylesheet.ts';
import { BACKGROUNDS, contrast, LEAST_CONTRAST, leastContrast, readableShade } from '../src/text/contrast.ts';
import type { Scheme } from '../src/text/contrast.ts';

const SCHEMES: readonly Scheme[] = ['light', 'dark'];
/** Seven of each channel with both ends: 343 colours, all hues among them. */
const CHANNELS = Array.from({ length: 7 }, (_, index) => Math.round(index * 42.5).toString(16).padStart(2, '0'));
const COLOURS = CHANNELS.flatMap((red) => CHANNELS.flatMap((green) => CHANNELS.map((blue) => `#${red}${green}${blue}`)));

const channels = (colour: string): number[] => [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));

describe('the contrast of a project\'s colours', () => {
  it('is measured as WCAG does', () => {
    assert.equal(contrast('#000000', '#ffffff'), 21);
    assert.equal(contrast('#ffffff', '#ffffff'), 1);
    assert.equal(contrast('#767676', '#ffffff').toFixed(2), '4.54');
    assert.equal(contrast('#ffffff', '#777777').toFixed(2), '4.48');
  });

  it('is measured upon what our pages and the PIN-pad really have', () => {
    const [light = '', dark = ''] = stylesheet.split('prefers-color-scheme: dark');
    const tokens = readFileSync(new URL('../../src/elements/styles/tokens.ts', import.meta.url), 'utf8');
    const long = (colour = ''): string => (colour.length === 4 ? colour.replaceAll(/[0-9a-f]/g, '$&$&') : colour);
    const page = (sheet: string): string[] => ['page', 'surface', 'surface-2'].map((name) => long(new RegExp(`--${name}: (#[0-9a-f]+)`).exec(sheet)?.[1]));
    assert.deepEqual([page(light), page(dark)], [BACKGROUNDS.light, BACKGROUNDS.dark]);
    for (const name of ['surface', 'surface-2']) {
      const [, onLight, onDark] = new RegExp(`--mpin-${name}, light-dark\\((#[0-9a-f]+), (#[0-9a-f]+)\\)`).exec(tokens) ?? [];
      assert.ok(BACKGROUNDS.light.includes(long(onLight)) && BACKGROUNDS.dark.includes(long(onDark)), name);
    }
  });

  it('is enough in the nearest shade of any colour, which is the colour itself where that can be read', () => {
    for (const scheme of SCHEMES) {
      for (const colour of COLOURS) {
        const shade = readableShade(colour, scheme);
        assert.ok(leastContrast(shade, scheme) >= LEAST_CONTRAST, `${colour} on ${scheme} pages: ${shade}`);
        assert.equal(shade === colour, leastContrast(colour, scheme) >= LEAST_CONTRAST, `${colour} on ${scheme} pages: ${shade}`);
      }
    }
  });

  it('is reached no further than it must, in the same hue', () => {
    for (const scheme of SCHEMES) {
      for (const colour of COLOURS.filter((one) => leastContrast(one, scheme) < LEAST_CONTRAST)) {
        const shade = readableShade(colour, scheme);
        const [from, to] = [channels(colour), channels(shade)];
        // Not one step nearer to the colour it was can be read.
        const nearer = `#${to.map((channel, index) => (channel + Math.sign((from[index] ?? 0) - channel)).toString(16).padStart(2, '0')).join('')}`;
        assert.ok(leastContrast(nearer, scheme) < LEAST_CONTRAST, `${colour} on ${scheme} pages: ${shade}, where ${nearer} would do`);
        // Which channel is the strongest and which the weakest makes the hue.
        for (const [a, b] of [[0, 1], [1, 2], [0, 2]] as const) assert.ok(((from[a] ?? 0) - (from[b] ?? 0)) * ((to[a] ?? 0) - (to[b] ?? 0)) >= 0, `${colour} on ${scheme} pages: ${shade}`);
      }
    }
  });
});
