import { expect } from '@open-wc/testing';
import { MpinError } from '../../src/errors.ts';
import type { MpinErrorEvent, MpinSignedInEvent, MpinSignedOutEvent } from '../../src/elements/events.ts';
import type { MpinAccessNumber } from '../../src/elements/mpin-access-number.ts';
import type { MpinPinpad } from '../../src/elements/mpin-pinpad.ts';
import { loadPhoneTexts } from '../../src/elements/texts/load-phone.ts';
import type { HandClock, PlayedClient } from './access-number-support.ts';
import { mountNumber, NUMBERS } from './access-number-support.ts';
import { clear, findings, heard, until } from './support.ts';

const root = (element: MpinAccessNumber): ShadowRoot => element.shadowRoot as ShadowRoot;
const find = <E extends Element = HTMLElement>(element: MpinAccessNumber, selector: string): E => {
  const found = root(element).querySelector<E>(selector);
  if (found === null) throw new Error(`There is no ${selector}`);
  return found;
};
const has = (element: MpinAccessNumber, selector: string): boolean => root(element).querySelector(selector) !== null;
const words = (element: MpinAccessNumber, selector: string): string => (find(element, selector).textContent ?? '').replace(/\s+/gu, ' ').trim();
const button = (element: MpinAccessNumber, label: string): HTMLButtonElement => {
  const found = [...root(element).querySelectorAll('button')].find((one) => one.textContent?.includes(label));
  if (found === undefined) throw new Error(`There is no button ${label}`);
  return found;
};
const digits = (element: MpinAccessNumber): string => [...root(element).querySelectorAll('.number [aria-hidden]')].map((group) => group.textContent).join(' ');
const shows = (element: MpinAccessNumber, number: string): Promise<void> => until(() => has(element, '.number') && digits(element).replaceAll(' ', '') === number);
/** Everything is drawn, the code too, and nothing is on its way in. */
const drawn = async (element: MpinAccessNumber): Promise<void> => {
  await until(() => has(element, '.qr path'));
  await Promise.all(root(element).getAnimations().map((animation) => { animation.finish(); return animation.finished; }));
};

describe('mpin-access-number', () => {
  afterEach(clear);

  it('groups the number for the eye, spells it for the ear, and shows code, link and time of the same request', async () => {
    const { element, client } = await mountNumber();
    await shows(element, '3141594');
    await drawn(element);
    expect(digits(element)).to.equal('314 159 4');
    expect(words(element, '.number .visually-hidden')).to.equal('Access number 3 1 4 1 5 9 4');
    expect(find<HTMLAnchorElement>(element, 'a').href).to.equal(client.shown[0]?.link);
    expect(client.asked[0]?.accessId, 'a session of its own').to.equal(undefined);
    expect(find(element, '.qr svg').getAttribute('role')).to.equal('img');
    expect(words(element, '[role=timer]')).to.equal('9999 seconds left');
    expect(words(element, '.service')).to.equal('Northwind Bank');
    await until(() => heard('polite') === 'Access number 3 1 4 1 5 9 4. It is valid for 99 seconds.');
  });

  it('says where a phone without a camera enters the number, as short as people type it; nothing of it where there is no such place', async () => {
    const { element } = await mountNumber({ lang: 'ar' }, (client) => { client.mobileUrl = 'https://auth.northwind.example/mobile?project=5b1d'; });
    await shows(element, '3141594');
    await until(() => has(element, '[part=short-address]'));
    const address = find(element, '[part=status] [part=short-address]');
    expect([words(element, '[part=short-address]'), address.dir]).to.deep.equal(['auth.northwind.example/mobile', 'ltr']);
    const inEnglish = await mountNumber({}, (client) => { client.mobileUrl = 'http://localhost:8200/mobile'; });
    await shows(inEnglish.element, '3141594');
    expect(words(inEnglish.element, '[part=status]')).to.equal('Scan the code, or open http://localhost:8200/mobile on your phone and enter the number.');
    inEnglish.client.tell('scanned');
    await until(() => words(inEnglish.element, '[part=status]') === 'Code scanned. Waiting for authentication…');
    const { element: nowhere } = await mountNumber();
    await shows(nowhere, '3141594');
    expect(words(nowhere, '[part=status]')).to.equal('Scan the code, or enter the number in your phone.');
  });

  it('shows the number of a session that somebody else started, and asks for another of the same', async () => {
    const { element, client, clock } = await mountNumber({ 'access-id': 'of-somebody-else' });
    await shows(element, '3141594');
    clock.pass(99);
    client.expire();
    await shows(element, '2718286');
    button(element, 'New number').click();
    await shows(element, '1111116');
    expect(client.asked.map(({ accessId }) => accessId)).to.deep.equal(['of-somebody-else', 'of-somebody-else']);
  });

  it('speaks of no number, and counts none down, where there is a code alone', async () => {
    for (const lang of ['en', 'ar']) {
      const { element, clock } = await mountNumber({ lang, 'access-id': 'for-one-user' }, (client) => { client.numbers = false; client.mobileUrl = 'https://auth.northwind.example/mobile'; });
      await drawn(element);
      expect(words(element, '[part=status]')).to.equal((await loadPhoneTexts(lang)).qrHint);
      expect(['.number', '.ring', '.actions button', '[part=short-address]'].filter((part) => has(element, part))).to.deep.equal([]);
      const before = heard('polite');
      clock.pass(99);
      expect(heard('polite')).to.equal(before);
      expect(await findings(element as unknown as MpinPinpad)).to.deep.equal([]);
    }
  });

  it('counts whole seconds down and speaks at 30, 20 and 0 alone', async () => {
    const { element, clock } = await mountNumber();
    await shows(element, '3141594');
    clock.pass(1);
    await until(() => words(element, '[role=timer] [aria-hidden]:not(svg)') === '98');
    expect(Number(find(element, '.left').getAttribute('stroke-dasharray')?.split(' ')[0])).to.equal(99);
    clock.pass(68);
    await until(() => heard('polite') === '30 seconds left');
    clock.pass(10);
    await until(() => heard('polite') === '20 seconds left');
    clock.pass(19);
    await until(() => words(element, '[role=timer] [aria-hidden]:not(svg)') === '1');
    expect(heard('polite')).to.equal('20 seconds left');
    clock.pass(1);
    await until(() => heard('polite') === 'The access number has expired.');
  });

  it('shows the next number without a click, and leaves focus where it is', async () => {
    const { element, client, clock } = await mountNumber();
    await shows(element, '3141594');
    button(element, 'Copy number').focus();
    clock.pass(99);
    client.expire();
    await shows(element, '2718286');
    expect(root(element).activeElement?.textContent).to.contain('Copy number');
    await until(() => heard('polite') === 'New access number 2 7 1 8 2 8 6.');
    expect(words(element, '[role=timer] [aria-hidden]:not(svg)')).to.equal('99');
  });

  it('shows another at any time, keeps the old one until then, and gives the old request up', async () => {
    const { element, client } = await mountNumber();
    await shows(element, '3141594');
    let go = (): void => undefined;
    client.held = new Promise((resolve) => { go = resolve; });
    button(element, 'New number').focus();
    button(element, 'New number').click();
    await until(() => client.asked.length === 2);
    expect(client.asked[0]?.signal?.aborted).to.equal(true);
    await element.updateComplete;
    expect([digits(element), has(element, '.stale')]).to.deep.equal(['314 159 4', true]);
    go();
    await shows(element, '2718286');
    expect([root(element).activeElement?.textContent?.includes('New number'), has(element, '.stale')]).to.deep.equal([true, false]);
    for (const number of [NUMBERS[2], NUMBERS[3], NUMBERS[0]]) {
      button(element, 'New number').click();
      await shows(element, number ?? '');
    }
  });

  it('says what the phone does, and of whom only when the PIN is proved', async () => {
    const { element, client } = await mountNumber();
    await shows(element, '3141594');
    client.tell('scanned');
    await until(() => words(element, '.status') === 'Code scanned. Waiting for authentication…');
    await until(() => heard('polite') === 'Code scanned. Waiting for authentication…');
    client.tell('authenticating');
    await until(() => words(element, '.status') === 'Authenticating…');
    const events: MpinSignedInEvent[] = [];
    document.body.addEventListener('mpin-signed-in', (event) => events.push(event), { once: true });
    client.approve('ada@example.com');
    await until(() => events.length === 1);
    expect([events[0]?.userId, events[0]?.token]).to.deep.equal(['ada@example.com', 'a.b.c']);
    await until(() => has(element, '.badge'));
    expect(words(element, 'h2')).to.equal('Signed in as ada@example.com');
    expect(root(element).innerHTML).not.to.contain('a.b.c');
  });

  it('undoes what was somebody else\'s, and begins anew', async () => {
    const { element, client } = await mountNumber();
    await shows(element, '3141594');
    client.approve('eve@example.com');
    await until(() => has(element, '.badge'));
    const out: MpinSignedOutEvent[] = [];
    element.addEventListener('mpin-signed-out', (event) => out.push(event));
    button(element, 'Not you?').click();
    await until(() => out.length === 1);
    expect([client.signedOut, out[0]?.userId]).to.deep.equal([1, 'eve@example.com']);
    await shows(element, '2718286');
  });

  it('tells the page when the phone signs it out', async () => {
    const { element, client } = await mountNumber();
    await shows(element, '3141594');
    client.approve('ada@example.com');
    await until(() => has(element, '.badge'));
    const out: MpinSignedOutEvent[] = [];
    element.addEventListener('mpin-signed-out', (event) => out.push(event));
    client.signOutOnPhone();
    await until(() => out.length === 1);
    await element.updateComplete;
    expect([out[0]?.userId, words(element, 'h2')]).to.deep.equal(['ada@example.com', 'You have been signed out on the phone.']);
    button(element, 'New number').click();
    await shows(element, '2718286');
  });

  it('stops by itself when nobody was there for ten minutes, and goes on with a click', async () => {
    const { element, client, clock } = await mountNumber();
    await shows(element, '3141594');
    clock.pass(590);
    dispatchEvent(new PointerEvent('pointermove'));
    clock.pass(20);
    client.expire();
    await shows(element, '2718286');
    clock.pass(600);
    client.expire();
    await until(() => words(element, 'h2') === 'The access number has expired.');
    expect(client.asked).to.have.length(1);
    button(element, 'New number').click();
    await shows(element, '1111116');
  });

  it('says that it was declined', async () => {
    const { element, client } = await mountNumber();
    await shows(element, '3141594');
    client.decline();
    await until(() => words(element, 'h2') === 'The sign in was declined on the phone.');
    await until(() => heard('polite').startsWith('The sign in was declined'));
  });

  it('says what is wrong, with a way on, and waits where it must', async () => {
    const { element, client, clock } = await mountNumber({}, (played) => { played.refusal = new MpinError('RATE_LIMITED', 'x', { retryAt: 1_700_000_030, requestId: 'req-7f3a' }); });
    await until(() => has(element, '.badge.bad'));
    expect(words(element, 'h2')).to.equal('Too many tries');
    expect(words(element, 'small')).to.equal('Code for support: RATE_LIMITED req-7f3a');
    expect(words(element, 'button')).to.equal('Try again in 0:30');
    button(element, 'Try again').click();
    expect(client.asked).to.have.length(1);
    clock.pass(30);
    await until(() => words(element, 'button') === 'Try again');
    client.refusal = undefined;
    button(element, 'Try again').click();
    await shows(element, '3141594');
  });

  describe('while the platform is away', () => {
    const away = (client: PlayedClient): void => { client.away = true; };
    /** The platform was asked so often, and whoever asks waits to do so again. */
    const asked = (client: PlayedClient, clock: HandClock, times: number): Promise<void> => until(() => client.reached === times && clock.waiting === 1);
    const see = (seen: boolean): void => {
      Object.defineProperty(document, 'hidden', { configurable: true, value: !seen });
      document.dispatchEvent(new Event('visibilitychange'));
    };
    afterEach(() => { Reflect.deleteProperty(document, 'hidden'); });

    it('asks ever less often whether it is back, says nothing of it, and then goes on', async () => {
      const codes: string[] = [];
      const onError = ({ code }: MpinErrorEvent): void => { codes.push(code); };
      addEventListener('mpin-error', onError);
      const { element, client, clock } = await mountNumber({}, away);
      await asked(client, clock, 1);
      await until(() => has(element, '.badge.bad'));
      const screen = words(element, '.screen');
      for (const [index, pause] of [2, 4, 8, 15, 15].entries()) {
        clock.pass(pause - 1);
        expect(client.reached, `before ${pause} seconds`).to.equal(index + 1);
        clock.pass(1);
        await asked(client, clock, index + 2);
        await element.updateComplete;
        expect(words(element, '.screen')).to.equal(screen);
      }
      expect([words(element, 'h2'), codes]).to.deep.equal(['No connection', ['OFFLINE']]);
      client.away = false;
      clock.pass(15);
      await shows(element, '3141594');
      removeEventListener('mpin-error', onError);
    });

    it('asks at once when there is a network again, and when the page is looked at again; unseen it asks nothing', async () => {
      const { element, client, clock } = await mountNumber({}, away);
      await asked(client, clock, 1);
      dispatchEvent(new Event('online'));
      await asked(client, clock, 2);
      see(false);
      await until(() => clock.waiting === 0);
      client.away = false;
      clock.pass(600);
      dispatchEvent(new Event('online'));
      await element.updateComplete;
      expect([client.reached, words(element, 'h2')]).to.deep.equal([2, 'No connection']);
      see(true);
      await shows(element, '3141594');
    });

    it('asks no more once it is removed, and for nothing that time does not mend', async () => {
      const { element, client, clock } = await mountNumber({}, away);
      await asked(client, clock, 1);
      element.remove();
      await until(() => clock.waiting === 0);
      client.away = false;
      document.body.append(element);
      await shows(element, '3141594');
      client.decline();
      await until(() => words(element, 'h2') === 'The sign in was declined on the phone.');
      const { reached } = client;
      dispatchEvent(new Event('online'));
      clock.pass(60);
      await element.updateComplete;
      expect([client.reached, words(element, 'h2')]).to.deep.equal([reached, 'The sign in was declined on the phone.']);
    });

    it('begins with the short pauses again when a number was there in between', async () => {
      const { element, client, clock } = await mountNumber({}, away);
      await asked(client, clock, 1);
      clock.pass(2);
      await asked(client, clock, 2);
      client.away = false;
      clock.pass(4);
      await shows(element, '3141594');
      client.away = true;
      element.renew();
      await until(() => words(element, 'h2') === 'No connection');
      client.away = false;
      clock.pass(2);
      await shows(element, '2718286');
    });
  });

  it('gives up when it is removed, and begins anew when it is put back', async () => {
    const { element, client } = await mountNumber();
    await shows(element, '3141594');
    element.remove();
    expect(client.asked[0]?.signal?.aborted).to.equal(true);
    document.body.append(element);
    await shows(element, '2718286');
  });

  it('takes its number with it when the page is left, and shows another when it comes back out of the browser\'s memory', async () => {
    const { element, client } = await mountNumber();
    await shows(element, '3141594');
    dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
    expect(client.asked[0]?.signal?.aborted).to.equal(true);
    dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    await shows(element, '2718286');
    client.approve('ada@example.com');
    await until(() => has(element, '.badge'));
    dispatchEvent(new PageTransitionEvent('pagehide'));
    expect(client.asked[1]?.signal?.aborted, 'whoever is signed in stays so').to.equal(false);
    element.remove();
  });

  it('copies the number; where the browser withholds its clipboard, it selects it to be copied by hand', async () => {
    const { element } = await mountNumber();
    await shows(element, '3141594');
    for (const [clipboard, label] of [[{ writeText: () => Promise.reject(new DOMException('', 'NotAllowedError')) }, 'Copy number'], [undefined, 'Copy number'], [{ writeText: () => Promise.resolve() }, 'Copied']] as const) {
      Object.defineProperty(navigator, 'clipboard', { configurable: true, value: clipboard });
      getSelection()?.removeAllRanges();
      button(element, 'Copy number').click();
      if (label === 'Copied') await until(() => (root(element).textContent ?? '').includes(label));
      else await until(() => getSelection()?.rangeCount === 1);
      button(element, label);
    }
    Reflect.deleteProperty(navigator, 'clipboard');
  });

  it('asks for nothing while it is on no page, even where its texts came too late', async () => {
    const { element, client } = await mountNumber();
    element.remove();
    await loadPhoneTexts('en');
    await element.updateComplete;
    element.signInNonce = 'another';
    await element.updateComplete;
    element.renew();
    expect(client.asked).to.have.length(0);
    document.body.append(element);
    await shows(element, '3141594');
  });

  for (const theme of ['light', 'dark'] as const) {
    for (const lang of ['en', 'de', 'ar']) {
      it(`${theme}, ${lang}: nothing for axe to find, digits in their order, 320 px, no style attribute`, async () => {
        document.body.style.background = theme === 'light' ? '#eef0f4' : '#0c0e12';
        const { element, client } = await mountNumber({ theme, lang }, (played) => { played.mobileUrl = 'https://authentication.northwind-savings.example/mobile'; });
        element.style.setProperty('--mpin-width', '320px');
        await shows(element, '3141594');
        await drawn(element);
        await until(() => has(element, `[part=frame][lang=${lang}]`));
        const groups = [...root(element).querySelectorAll('.number [aria-hidden]')].map((group) => group.getBoundingClientRect().left);
        expect(groups).to.deep.equal(groups.toSorted((a, b) => a - b));
        expect(find(element, '[part=frame]').scrollWidth).to.be.at.most(320);
        expect([...root(element).querySelectorAll('*')].filter((one) => one.hasAttribute('style'))).to.deep.equal([]);
        expect([...root(element).querySelectorAll('button')].filter((one) => one.offsetHeight < 44 || one.offsetWidth < 44)).to.deep.equal([]);
        expect(await findings(element as unknown as MpinPinpad)).to.deep.equal([]);
        client.decline();
        await until(() => has(element, '.badge'));
        expect(await findings(element as unknown as MpinPinpad)).to.deep.equal([]);
      });
    }
  }
});
