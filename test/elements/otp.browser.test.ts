import { expect } from '@open-wc/testing';
import { loadOtp } from '../../src/elements/load-otp.ts';
import type { MpinOtp } from '../../src/elements/mpin-otp.ts';
import { texts as arabic } from '../../src/elements/texts/ar/otp.ts';
import { texts } from '../../src/elements/texts/en/otp.ts';
import { clear, until } from './support.ts';

await loadOtp();

describe('<mpin-otp> alone on a page', () => {
  afterEach(clear);

  async function show(seconds: number, password = '049217', lang = 'en'): Promise<MpinOtp> {
    const element = document.createElement('mpin-otp');
    element.lang = lang;
    element.password = password;
    element.expiresAt = Date.now() / 1000 + seconds;
    document.body.append(element);
    await element.updateComplete;
    return element;
  }
  const root = (element: MpinOtp): ShadowRoot => element.shadowRoot as ShadowRoot;
  const digits = (element: MpinOtp): Element | null => root(element).querySelector('[part=password]');

  it('groups the digits for the eye and reads them one by one', async () => {
    const element = await show(90);
    expect([...(digits(element)?.querySelectorAll('[aria-hidden=true]') ?? [])].map((group) => group.textContent)).to.deep.equal(['049', '217']);
    expect(digits(element)?.querySelector('.visually-hidden')?.textContent).to.equal('0 4 9 2 1 7');
    expect(root(element).querySelector('[role=timer]')?.textContent).to.contain('1:30');
    expect(element.outerHTML).not.to.contain('049217');
  });

  it('forgets the digits when they expire, says so, and offers a new one', async () => {
    const element = await show(0.2);
    let expired = 0;
    let retried = 0;
    element.addEventListener('mpin-expired', () => { expired += 1; });
    element.addEventListener('mpin-retry', () => { retried += 1; });
    await until(() => root(element).querySelector('[part=expired]') !== null);
    expect(element.password).to.equal('');
    expect(digits(element)).to.equal(null);
    expect(expired).to.equal(1);
    await until(() => document.querySelector('mpin-live-region [aria-live=assertive]')?.textContent?.includes(texts.otpExpired) === true);
    root(element).querySelector<HTMLButtonElement>('button')?.click();
    expect(retried).to.equal(1);
  });

  it('selects the digits where the clipboard is withheld', async () => {
    const element = await show(90);
    const { writeText } = Clipboard.prototype;
    Clipboard.prototype.writeText = () => Promise.reject(new DOMException('no', 'NotAllowedError'));
    try {
      root(element).querySelector<HTMLButtonElement>('button')?.click();
      await until(() => root(element).querySelector('button')?.textContent?.includes(texts.otpNotCopied) === true);
    } finally {
      Clipboard.prototype.writeText = writeText;
    }
  });

  it('speaks other languages, keeps the order of the digits, and takes the site\'s own words', async () => {
    const element = await show(90, '123456', 'ar');
    expect(digits(element)?.getAttribute('dir')).to.equal('ltr');
    expect(root(element).textContent).to.contain(arabic.otpRetry);
    element.texts = { otpRetry: 'Another one' };
    await element.updateComplete;
    expect(root(element).textContent).to.contain('Another one');
  });

  it('follows a change of language at once, expired or not, and says which one its words are in', async () => {
    const element = await show(-1, '', 'ar');
    const voice = (): (string | null | undefined)[] => ['lang', 'dir'].map((name) => root(element).querySelector('[lang]')?.getAttribute(name));
    expect(voice()).to.deep.equal(['ar', 'rtl']);
    element.lang = 'en';
    await until(() => root(element).textContent?.includes(texts.otpExpired));
    expect(voice()).to.deep.equal(['en', 'ltr']);
    element.lang = 'sw';
    await element.updateComplete;
    expect(voice()).to.deep.equal(['en', 'ltr']);
  });

  it('has nothing for axe to find', async () => {
    await expect(await show(90)).to.be.accessible();
    await expect(await show(-1)).to.be.accessible();
  });
});
