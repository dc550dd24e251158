import { expect } from '@open-wc/testing';
import { sendKeys, sendMouse, setViewport } from '@web/test-runner-commands';
import { identity, pending, ScriptedClient } from '../../demo/playground/scripted-client.ts';
import * as library from '../../src/elements/index.ts';
import type { MpinPinpad } from '../../src/elements/index.ts';
import { clear, find, findings, key, mount, reaches, root, settled, tap, text, until } from './support.ts';

const known = (change = {}) => new ScriptedClient({ identities: [identity(change)] });
const filled = (pad: MpinPinpad): number => root(pad).querySelectorAll('.slots .on').length;

const submit = (pad: MpinPinpad, pin = '2468'): void => {
  tap(pad, pin);
  find(pad, '.pad .button').click();
};

/** A slotted element of the page. */
function slotted(pad: MpinPinpad, slot: string, words: string): HTMLElement {
  const element = document.createElement('p');
  element.slot = slot;
  element.textContent = words;
  pad.append(element);
  return element;
}

const isSeen = (element: Element): boolean => element.getClientRects().length > 0;

/** Clicks with a real mouse, where a person would. */
async function point(element: Element): Promise<void> {
  const { x, y, width, height } = element.getBoundingClientRect();
  await sendMouse({ type: 'click', position: [Math.round(x + width / 2), Math.round(y + height / 2)] });
}

describe('the site\'s own words', () => {
  afterEach(clear);

  it('stand in slots that are always there: help where somebody is stuck, all others on every screen', async () => {
    const client = known();
    client.fail('discover', 'OFFLINE');
    const { pad } = mount(client);
    const [logo, header, help, footer] = ['logo', 'header', 'help', 'footer'].map((slot) => slotted(pad, slot, slot)) as [HTMLElement, HTMLElement, HTMLElement, HTMLElement];
    await reaches(pad, 'trouble');
    expect([logo, header, help, footer].map(isSeen)).to.deep.equal([true, true, true, true]);
    expect(header.getBoundingClientRect().bottom).to.be.at.most(find(pad, '[part=content]').getBoundingClientRect().y);
    expect(footer.getBoundingClientRect().y).to.be.at.least(find(pad, '[part=content]').getBoundingClientRect().bottom);
    find(pad, '.button').click();
    await reaches(pad, 'enter-pin');
    expect([logo, header, help, footer].map(isSeen)).to.deep.equal([true, true, false, true]);
    expect([...root(pad).querySelectorAll('slot')].map(({ name }) => name)).to.deep.equal(['logo', 'header', 'help', 'footer']);
  });

  it('keep their own keys: what is typed into the site\'s field is no digit of the PIN, and Enter on its link submits nothing', async () => {
    const { pad } = mount(known());
    const footer = slotted(pad, 'footer', '');
    footer.innerHTML = '<input><a href="#help">Help</a>';
    await reaches(pad, 'enter-pin');
    const press = (selector: string, pressed: string): boolean => footer.querySelector(selector)?.dispatchEvent(new KeyboardEvent('keydown', { key: pressed, bubbles: true, composed: true, cancelable: true })) ?? false;
    expect([press('input', '1'), press('input', 'Backspace'), press('a', 'Enter')]).to.deep.equal([true, true, true]);
    expect(press('a', '1')).to.equal(false);
    await until(() => root(pad).querySelectorAll('.slots .on').length === 1);
  });

  it('wear the page\'s style: every part can be reached from outside', async () => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('mpin-pinpad::part(frame) { border-top-width: 7px; } mpin-pinpad::part(digit) { letter-spacing: 3px; } mpin-pinpad { --mpin-key-radius: 11px; }');
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    const { pad } = mount(known());
    await reaches(pad, 'enter-pin');
    expect(getComputedStyle(find(pad, '[part=frame]')).borderTopWidth).to.equal('7px');
    expect(getComputedStyle(key(pad, '1')).letterSpacing).to.equal('3px');
    expect(getComputedStyle(key(pad, '1')).borderRadius).to.equal('11px');
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet);
  });
});

describe('a form around the element', () => {
  afterEach(clear);

  const inForm = (name: string | undefined): { form: HTMLFormElement; pad: MpinPinpad } => {
    const form = document.createElement('form');
    document.body.append(form);
    const { pad } = mount(known());
    if (name !== undefined) pad.name = name;
    form.append(pad);
    return { form, pad };
  };
  const posted = (form: HTMLFormElement): string[][] => [...new FormData(form)].map(([name, value]) => [name, String(value)]);

  it('posts the token under the element\'s name, once somebody has signed in; after a reset no more', async () => {
    const { form, pad } = inForm('mpin-token');
    await reaches(pad, 'enter-pin');
    expect(posted(form)).to.deep.equal([]);
    submit(pad);
    await reaches(pad, 'signed-in');
    expect(posted(form)).to.deep.equal([['mpin-token', 'token-for-ada@example.com']]);
    form.reset();
    await reaches(pad, 'enter-pin');
    expect(posted(form)).to.deep.equal([]);
  });

  it('posts no token of somebody who has signed out, or whom the site does not let in', async () => {
    const { form, pad } = inForm('mpin-token');
    pad.withSignOut = true;
    for (const leave of [() => find(pad, '.button.soft').click(), () => pad.refuse()]) {
      await reaches(pad, 'enter-pin');
      submit(pad);
      await reaches(pad, 'signed-in');
      expect(posted(form)).to.have.length(1);
      leave();
      expect(posted(form)).to.deep.equal([]);
    }
  });

  it('posts nothing without a name', async () => {
    const { form, pad } = inForm(undefined);
    await reaches(pad, 'enter-pin');
    submit(pad);
    await reaches(pad, 'signed-in');
    expect(posted(form)).to.deep.equal([]);
  });
});

describe('events', () => {
  afterEach(clear);

  it('are classes of their own, cross shadow roots, bubble, and carry nothing but what is documented', async () => {
    const box = document.createElement('div');
    document.body.append(box);
    const inner = box.attachShadow({ mode: 'open' });
    const heardOf = new Map<string, Event>();
    const names = ['mpin-state', 'mpin-signed-in', 'mpin-signed-out', 'mpin-error', 'mpin-registered', 'mpin-locked'] as const;
    const note = (event: Event): void => void heardOf.set(event.type, event);
    for (const name of names) document.addEventListener(name, note);
    const client = new ScriptedClient({ pending: pending({ state: 'confirmed' }) });
    const pad = document.createElement('mpin-pinpad');
    pad.client = client;
    pad.withSignOut = true;
    inner.append(pad);
    await reaches(pad, 'choose-pin');
    submit(pad, '7305');
    await until(() => text(pad, '#title') === 'Enter your PIN again');
    submit(pad, '7305');
    await reaches(pad, 'set-up');
    find(pad, '[part~=primary]').click();
    await reaches(pad, 'enter-pin');
    submit(pad, '7305');
    await reaches(pad, 'signed-in');
    find(pad, '[part~=soft]').click();
    for (let i = 0; i < 3; i += 1) {
      await reaches(pad, 'enter-pin');
      submit(pad, '9999');
      await until(() => pad.state === 'locked' || text(pad, '#message').startsWith('Incorrect PIN!'));
    }
    await reaches(pad, 'locked');
    for (const name of names) document.removeEventListener(name, note);
    const own = (event: Event): Record<string, unknown> => Object.fromEntries(Object.entries(event).filter(([property]) => property !== 'isTrusted'));
    expect([...heardOf.keys()].sort()).to.deep.equal([...names].sort());
    expect(Object.fromEntries([...heardOf].map(([name, event]) => [name, own(event)]))).to.deep.equal({
      'mpin-state': { state: 'locked' },
      'mpin-registered': { userId: 'ada@example.com' },
      'mpin-signed-in': { userId: 'ada@example.com', token: 'token-for-ada@example.com' },
      'mpin-signed-out': { userId: 'ada@example.com' },
      'mpin-error': { code: 'WRONG_PIN' },
      'mpin-locked': { userId: 'ada@example.com' },
    });
    for (const [name, event] of heardOf) {
      expect(event.bubbles && event.composed && !event.cancelable, name).to.equal(true);
      expect(event.constructor, name).not.to.equal(Event);
      expect(Object.values(library), name).to.include(event.constructor);
    }
  });
});

describe('the keypad as a page may want it', () => {
  afterEach(clear);

  /** The digits as they are seen, row by row. */
  const seen = (pad: MpinPinpad): string => [...root(pad).querySelectorAll<HTMLElement>('[data-key]')]
    .map((element) => ({ name: element.dataset['key'] ?? '', box: element.getBoundingClientRect() }))
    .sort((one, other) => Math.round(one.box.y - other.box.y) || one.box.x - other.box.x).map(({ name }) => name).join(' ');
  const USUAL = '1 2 3 4 5 6 7 8 9 clear 0 delete';
  const read = (pad: MpinPinpad): string => [...root(pad).querySelectorAll<HTMLElement>('[data-key]')].map((element) => element.dataset['key']).join(' ');

  it('submits by the last digit only where it is asked to, and says so before', async () => {
    const { pad } = mount(known());
    pad.autoSubmit = true;
    await reaches(pad, 'enter-pin');
    expect(text(pad, '#message')).to.equal('Goes on by itself after the last digit.');
    expect(find(pad, '#pin').getAttribute('aria-describedby')?.split(' ')).to.include('message');
    tap(pad, '111');
    await settled(pad);
    expect(pad.state).to.equal('enter-pin');
    tap(pad, '1');
    await until(() => text(pad, '#message') === 'Incorrect PIN! 2 attempts left.');
    tap(pad, '2468');
    await reaches(pad, 'signed-in');
    clear();
    const { pad: other } = mount(known());
    await reaches(other, 'enter-pin');
    tap(other, '2468');
    await settled(other);
    expect(other.state).to.equal('enter-pin');
    expect(text(other, '#message')).to.equal('');
  });

  it('shuffles digits once for each prompt, and leaves the reading order, every digit and every other key', async () => {
    const orders = new Set<string>();
    for (let i = 0; i < 6; i += 1) {
      const { pad } = mount(known());
      pad.scramble = true;
      await reaches(pad, 'enter-pin');
      await until(() => root(pad).querySelectorAll('.at-1').length === 1);
      const order = seen(pad);
      orders.add(order);
      expect(read(pad)).to.equal(USUAL);
      expect(order.split(' ').filter((name) => name.length === 1).sort().join('')).to.equal('0123456789');
      expect([order.split(' ')[9], order.split(' ')[11]]).to.deep.equal(['clear', 'delete']);
      tap(pad, '246');
      pad.requestUpdate();
      await settled(pad);
      expect(seen(pad)).to.equal(order);
      expect([...root(pad).querySelectorAll('[style]')]).to.deep.equal([]);
      expect(await findings(pad)).to.deep.equal([]);
      find(pad, '.pad .button').click();
      tap(pad, '8');
      find(pad, '.pad .button').click();
      await reaches(pad, 'signed-in');
      clear();
    }
    expect(orders.size).to.be.greaterThan(1);
  });

  it('goes back to the usual order by its switch, and by itself for whoever walks the keys with a keyboard', async () => {
    const { pad } = mount(known());
    pad.scramble = true;
    await reaches(pad, 'enter-pin');
    await until(() => root(pad).querySelectorAll('.at-1').length === 1);
    const toggle = find(pad, '[part=toggle]');
    expect([toggle.textContent?.trim(), toggle.getAttribute('aria-pressed')]).to.deep.equal(['Shuffled keys', 'true']);
    toggle.click();
    await settled(pad);
    expect([seen(pad), toggle.getAttribute('aria-pressed')]).to.deep.equal([USUAL, 'false']);
    toggle.click();
    await settled(pad);
    expect(root(pad).querySelectorAll('[class*="at-"]')).to.have.length(12);
    pad.focus();
    await sendKeys({ press: 'Tab' });
    await settled(pad);
    expect(seen(pad)).to.equal(USUAL);
  });

  it('makes room for the device\'s own keyboard when it is asked to', async () => {
    const { pad } = mount(known());
    pad.deviceKeyboard = true;
    await reaches(pad, 'enter-pin');
    const field = find<HTMLInputElement>(pad, '#pin');
    expect(field.inputMode).to.equal('none');
    await until(() => root(pad).querySelector('[part=toggle]') !== null);
    find(pad, '[part=toggle]').click();
    await settled(pad);
    expect([field.inputMode, isSeen(find(pad, '[part=keypad]'))]).to.deep.equal(['numeric', false]);
    expect(root(pad).activeElement).to.equal(field);
    await sendKeys({ type: '2468' });
    await sendKeys({ press: 'Enter' });
    await reaches(pad, 'signed-in');
  });

  it('loses no real click, as fast as a machine can click, and never waits for a double tap', async () => {
    const { pad } = mount(known({ pinLength: 6 }));
    await reaches(pad, 'enter-pin');
    expect(getComputedStyle(key(pad, '1')).touchAction).to.equal('manipulation');
    const places = ['1', '1', '1', '3', '3', '9'].map((digit) => key(pad, digit));
    for (const place of places) await point(place);
    await settled(pad);
    expect(filled(pad)).to.equal(6);
  });

  it('answers each click within the frame in which it comes', async () => {
    const { pad } = mount(known());
    await reaches(pad, 'enter-pin');
    for (let count = 1; count <= 4; count += 1) {
      key(pad, '5').click();
      await new Promise((resolve) => { requestAnimationFrame(resolve); });
      expect(filled(pad)).to.equal(count);
    }
  });
});

describe('on any page', () => {
  afterEach(async () => {
    clear();
    await setViewport({ width: 800, height: 600 });
  });

  it('gives focus that the page asks for while the screen is still on its way', async () => {
    const { pad } = mount(new ScriptedClient());
    pad.focus();
    await reaches(pad, 'add-identity');
    await until(() => root(pad).activeElement === find(pad, '#userId'));
    clear();
    const field = document.createElement('input');
    document.body.append(field);
    const { pad: other } = mount(new ScriptedClient());
    other.focus();
    field.focus();
    await reaches(other, 'add-identity');
    expect(document.activeElement).to.equal(field);
  });

  for (const name of ['enter-pin', 'choose-pin'] as const) {
    it(`needs no scrolling on a phone that lies on its side: ${name}`, async () => {
      await setViewport({ width: 800, height: 400 });
      const { pad } = mount(name === 'enter-pin' ? known() : new ScriptedClient({ pending: pending({ state: 'confirmed' }) }));
      await reaches(pad, name);
      const card = pad.getBoundingClientRect();
      expect(card.height).to.be.at.most(400 - 16);
      const [keys, dots, button] = ['[part=keypad]', '[part=slots]', '.pad .button'].map((one) => find(pad, one).getBoundingClientRect()) as [DOMRect, DOMRect, DOMRect];
      expect(keys.x).to.be.greaterThan(dots.right);
      expect(keys.x).to.be.greaterThan(button.right);
      for (const box of [keys, dots, button]) expect(box.bottom).to.be.at.most(card.bottom);
      expect(key(pad, '1').offsetHeight).to.be.at.least(56);
      expect(root(pad).querySelector('[part=frame]')?.scrollWidth).to.be.at.most(card.width);
      expect(await findings(pad)).to.deep.equal([]);
    });
  }

  it('stays in one column where the page gives it a narrow one', async () => {
    await setViewport({ width: 800, height: 400 });
    const { pad } = mount(known());
    const box = document.createElement('div');
    document.body.append(box);
    box.style.setProperty('width', '320px');
    box.append(pad);
    await reaches(pad, 'enter-pin');
    expect(find(pad, '[part=keypad]').getBoundingClientRect().y).to.be.greaterThan(find(pad, '[part=slots]').getBoundingClientRect().bottom);
  });

  it('is defined by two copies of the script without a complaint', async () => {
    const copy = (await import('../../src/elements/mpin-pinpad.ts?copy' as string)) as typeof library;
    expect(copy.MpinPinpad).not.to.equal(library.MpinPinpad);
    copy.MpinPinpad.define();
    expect(customElements.get('mpin-pinpad')).to.equal(library.MpinPinpad);
    copy.MpinPinpad.define('copied-pinpad');
    const pad = document.createElement('copied-pinpad') as MpinPinpad;
    pad.client = known();
    document.body.append(pad);
    await reaches(pad, 'enter-pin');
    expect(document.querySelectorAll('mpin-live-region')).to.have.length(1);
  });

  it('lives in a scoped registry', async () => {
    const Registry = CustomElementRegistry as unknown as { new (): CustomElementRegistry & { initialize(root: Node): void } };
    const scoped = new Registry();
    expect(library.MpinPinpad.define('scoped-pinpad', scoped)).to.equal(library.MpinPinpad);
    library.MpinPinpad.define('scoped-pinpad', scoped);
    expect(customElements.get('scoped-pinpad')).to.equal(undefined);
    const host = document.createElement('div');
    document.body.append(host);
    const shadow = host.attachShadow({ mode: 'open', customElementRegistry: scoped } as ShadowRootInit);
    shadow.innerHTML = '<scoped-pinpad></scoped-pinpad>';
    const pad = shadow.firstElementChild as MpinPinpad;
    expect(pad).to.be.instanceOf(library.MpinPinpad);
    pad.client = known();
    await reaches(pad, 'enter-pin');
  });

  it('can be taken out and put back a hundred times, quickly, and listens to the page no more than once', async () => {
    const { pad, client } = mount(known());
    for (let i = 0; i < 100; i += 1) {
      pad.remove();
      await Promise.resolve();
      document.body.append(pad);
    }
    await reaches(pad, 'enter-pin');
    await settled(pad);
    submit(pad);
    await reaches(pad, 'signed-in');
    expect(client.calls.filter((call) => call === 'finish')).to.have.length(1);
  });
});
