import { expect } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import { identity, pending, ScriptedClient } from '../../demo/playground/scripted-client.ts';
import type { MpinPinpad } from '../../src/elements/index.ts';
import { clear, find, key, mount, reaches, settled, tap, text, until } from './support.ts';

const known = () => new ScriptedClient({ identities: [identity()] });
const chosen = () => new ScriptedClient({ pending: pending({ state: 'confirmed' }) });

/** Where the dots and the keys stand, and how high the card is. */
async function layout(pad: MpinPinpad): Promise<readonly number[]> {
  await settled(pad);
  const top = pad.getBoundingClientRect().y;
  return [find(pad, '.slots').getBoundingClientRect().y - top, key(pad, '1').getBoundingClientRect().y - top, pad.getBoundingClientRect().height];
}

describe('the keypad', () => {
  afterEach(async () => {
    clear();
    await setViewport({ width: 800, height: 600 });
  });

  for (const height of [900, 640]) {
    it(`stands at the same place whatever it is for, in a card that keeps its height, in a window ${height} px high`, async () => {
      await setViewport({ width: 800, height });
      const { pad: choosing } = mount(chosen());
      await reaches(choosing, 'choose-pin');
      const expected = await layout(choosing);
      clear();
      const { pad } = mount(known());
      await reaches(pad, 'enter-pin');
      expect(await layout(pad)).to.deep.equal(expected);
      find(pad, '[part=identity]').click();
      await reaches(pad, 'identities');
      expect(pad.getBoundingClientRect().height).to.equal(expected[2]);
    });
  }

  it('says whose PIN is chosen', async () => {
    const { pad } = mount(chosen());
    await reaches(pad, 'choose-pin');
    expect(text(pad, '[part=identity]')).to.equal('ada@example.com');
    tap(pad, '7305');
    find(pad, '.pad .button').click();
    await until(() => text(pad, '#title') === 'Enter your PIN again');
    expect(text(pad, '[part=identity]')).to.equal('ada@example.com');
  });

  it('leaves air around the ring of the field that has focus', async () => {
    const { pad } = mount(known());
    await reaches(pad, 'enter-pin');
    pad.focus();
    await sendKeys({ press: '1' });
    const slots = find(pad, '.slots');
    const { outlineStyle, outlineOffset, outlineWidth } = getComputedStyle(slots);
    expect(outlineStyle).to.equal('solid');
    const reach = Number.parseFloat(outlineOffset) + Number.parseFloat(outlineWidth);
    const ring = slots.getBoundingClientRect();
    const dot = find(pad, '.slots i').getBoundingClientRect();
    expect(dot.y - ring.y + reach).to.be.at.least(6);
    expect(ring.y - reach - find(pad, '#title').getBoundingClientRect().bottom).to.be.at.least(6);
    expect(find(pad, '#message').getBoundingClientRect().y - (ring.bottom + reach)).to.be.at.least(6);
  });
});
