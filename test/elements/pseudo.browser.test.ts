import { expect } from '@open-wc/testing';
import { scenes } from '../../demo/playground/scenes.ts';
import { MpinError } from '../../src/errors.ts';
import { loadOtp } from '../../src/elements/load-otp.ts';
import { mountNumber } from './access-number-support.ts';
import { eavesdrop, pseudoOtp, pseudoPhone, pseudoTexts, strangers, strangeWords } from './pseudo-support.ts';
import { clear, find, mount, play, root, settled, until } from './support.ts';

/** Said by sites, not by us. */
const THEIRS = ['Northwind Bank', 'Customer number'];

describe('no text but the catalogues\'', () => {
  let ear = eavesdrop();
  afterEach(() => {
    ear.stop();
    clear();
    ear = eavesdrop();
  });
  const nothingStrange = (shown: ParentNode): void => {
    expect(strangers(shown, THEIRS)).to.deep.equal([]);
    expect(strangeWords(ear.said, THEIRS)).to.deep.equal([]);
  };

  it('finds what is outside of them', () => {
    document.body.innerHTML = '<p>⟦Hello⟧ you</p><p>⟦Hello <bdi>Ada</bdi>⟧ 12:30</p><button aria-label="Close">×</button><p>⟦Half</p>';
    expect(strangers(document.body, [])).to.deep.equal(['you', '⟦Half', 'Close']);
    expect(strangeWords(['⟦Hello⟧', '⟦Hello⟧ you'], [])).to.deep.equal(['you']);
  });

  for (const { name } of scenes) {
    it(`on ${name}`, async () => {
      const { pad } = await play(name, { texts: pseudoTexts });
      nothingStrange(root(pad));
      expect(root(pad).textContent, 'the catalogue is shown').to.contain('⟦');
    });
  }

  it('in a dialog', async () => {
    const { pad } = mount(undefined, { texts: pseudoTexts });
    await pad.showModal();
    await settled(pad);
    expect(find(pad, '[part~=close]').getAttribute('aria-label')).to.equal(pseudoTexts.close);
    nothingStrange(root(pad));
  });

  it('on a one-time password, alive and expired', async () => {
    await loadOtp();
    const element = document.createElement('mpin-otp');
    Object.assign(element, { texts: pseudoOtp, password: '049217', expiresAt: Date.now() / 1000 + 90 });
    document.body.append(element);
    const shown = element.shadowRoot as ShadowRoot;
    await until(() => shown.textContent.includes(pseudoOtp.otpCopy));
    nothingStrange(shown);
    element.expiresAt = Date.now() / 1000 - 1;
    await until(() => shown.textContent.includes(pseudoOtp.otpExpired));
    nothingStrange(shown);
  });

  it('on an access number: waiting, shown, scanned, declined, paused, signed in', async () => {
    const { element, client } = await mountNumber();
    element.texts = pseudoPhone;
    const shown = element.shadowRoot as ShadowRoot;
    const shows = (text: string): Promise<void> => until(() => shown.textContent.includes(text));
    await shows(pseudoPhone.numberHint);
    nothingStrange(shown);
    client.tell('scanned');
    await shows(pseudoPhone.scanned);
    nothingStrange(shown);
    client.decline();
    await shows(pseudoPhone.declined);
    nothingStrange(shown);
    element.renew();
    await shows(pseudoPhone.numberHint);
    client.approve('ada@example.com');
    await shows(pseudoPhone.notYou);
    nothingStrange(shown);
  });

  it('on an access number that cannot be had', async () => {
    const { element } = await mountNumber({}, (client) => { client.refusal = new MpinError('SERVER_ERROR', 'broken'); });
    element.texts = pseudoPhone;
    const shown = element.shadowRoot as ShadowRoot;
    await until(() => shown.textContent.includes(pseudoPhone.tryAgain));
    nothingStrange(shown);
  });
});
