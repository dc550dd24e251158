import { expect } from '@open-wc/testing';
import { scenes } from '../../demo/playground/scenes.ts';
import { clear, find, findings, play, root } from './support.ts';

describe('every screen, light and dark, left to right and right to left', () => {
  afterEach(clear);

  for (const { name } of scenes) {
    for (const theme of ['light', 'dark'] as const) {
      for (const lang of ['en', 'ar']) {
        it(`${name}, ${theme}, ${lang}: nothing for axe to find`, async () => {
          document.body.style.background = theme === 'light' ? '#eef0f4' : '#0c0e12';
          const { pad } = await play(name, { theme, lang });
          expect(await findings(pad)).to.deep.equal([]);
        });
      }
    }
  }

  for (const { name } of scenes) {
    it(`${name}: no style attribute, no inline handler, one heading, no target below 44 px, nothing wider than 320 px`, async () => {
      const { pad } = await play(name, { lang: 'de' });
      pad.style.setProperty('--mpin-width', '320px');
      const all = [...root(pad).querySelectorAll('*')];
      expect(all.filter((element) => [...element.attributes].some((attribute) => attribute.name === 'style' || attribute.name.startsWith('on')))).to.deep.equal([]);
      expect(root(pad).querySelectorAll('h2').length).to.equal(1);
      const small = [...root(pad).querySelectorAll('button')].filter((button) => button.offsetHeight < 44 || button.offsetWidth < 44);
      expect(small.map((button) => button.outerHTML)).to.deep.equal([]);
      expect(find(pad, '[part=frame]').scrollWidth).to.be.at.most(320);
    });
  }

  it('keeps the keypad and every digit in its place, whatever the message and the language', async () => {
    const places = new Set<string>();
    for (const name of ['choose-pin', 'choose-pin, easy', 'choose-pin, again', 'registering', 'enter-pin', 'enter-pin, wrong', 'authenticating']) {
      for (const lang of ['en', 'de', 'ar']) {
        const { pad } = await play(name, { lang });
        const frame = pad.getBoundingClientRect();
        const five = find(pad, '[data-key="4"]').getBoundingClientRect();
        places.add([frame.height, five.x - frame.x, five.y - frame.y].map(Math.round).join());
        clear();
      }
    }
    expect([...places]).to.have.length(1);
  });
});
