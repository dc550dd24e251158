import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { needDebianPackages, runProgram } from '../../server/test/support/debian-packages.ts';
import { texts as arabic } from '../../src/elements/texts/ar/otp.ts';
import { texts } from '../../src/elements/texts/en/otp.ts';
import { texts as phone } from '../../src/elements/texts/en/phone-screens.ts';
import { loadOtpTexts } from '../../src/elements/texts/otp.ts';
import { assertLooks } from './support/looks.ts';
import { PinPad } from './support/pin-pad.ts';
import { freePorts } from './support/ports.ts';
import { until } from './support/until.ts';
import { createWorld } from './support/world.ts';
import type { World } from './support/world.ts';

const PIN = '2846';
const SECONDS = 90;

let world: World;
let radiusPort: number;
let projectId: string;
let clientId: string;
let secret: string;

before(async () => {
  needDebianPackages({ 'freeradius-utils': 'radtest' });
  const [authentication = 0, accounting = 0] = await freePorts(2);
  radiusPort = authentication;
  world = await createWorld({ settings: { MPIN_MAIL_BACKOFF_SECONDS: '0', MPIN_RADIUS: '1', MPIN_RADIUS_PORT: String(authentication), MPIN_RADIUS_ACCOUNTING_PORT: String(accounting) } });
  ({ id: projectId } = (await (await fetch(`${world.platform.url}/.well-known/project-configuration`)).json()) as { id: string });
  ({ clientId } = JSON.parse(await world.platform.command('otp-application', 'create', '--project', projectId, '--name', 'Office VPN', '--seconds', String(SECONDS))) as { clientId: string });
  ({ secret } = JSON.parse(await world.platform.command('radius-client', 'add', '--application', clientId, '--name', 'Gateway', '--address', '127.0.0.1')) as { secret: string });
});
after(async () => { await world.end(); });

/** Opens the page in a browser profile of its own, or another path of the platform. */
async function visit(options: { locale?: string; clock?: boolean; path?: string } = {}): Promise<PinPad> {
  const context = await world.browser.newContext({ locale: options.locale ?? 'en', permissions: ['clipboard-read', 'clipboard-write'] });
  const page = await context.newPage();
  if (options.clock === true) await page.clock.install();
  return PinPad.open(page, `${world.platform.url}${options.path ?? `/otpgen?client_id=${clientId}`}`, world.platform.url);
}

const digits = (page: Page) => page.locator('mpin-otp').locator('[part=password]');

/** The password that is shown. */
async function shown(page: Page): Promise<string> {
  await digits(page).waitFor();
  return (await digits(page).locator('[aria-hidden=true]').allInnerTexts()).join('');
}

/** What the RADIUS server says of it to a real client. */
const radtest = async (user: string, password: string): Promise<string> => (await runProgram('radtest', [user, password, `127.0.0.1:${radiusPort}`, '0', secret])).output;

describe('one-time passwords', () => {
  it('from the page to a real RADIUS client: registered, made with the PIN, accepted once', async () => {
    const user = 'ada@example.com';
    const pad = await visit();
    const answers: string[][] = [];
    pad.page.on('response', async (response) => {
      if (response.url().endsWith('/rps/v2/authenticate')) answers.push(Object.keys((await response.json()) as object).toSorted());
    });
    const told = pad.page.evaluate(() => new Promise<string[]>((resolve) => {
      document.addEventListener('mpin-otp', (event) => resolve(Object.entries(event).filter(([name]) => name !== 'isTrusted').map(([name, value]) => `${name}=${String(value)}`)), { once: true });
    }));
    await pad.register(user, PIN);
    await pad.button('Sign in now').click();
    await pad.enterPin(PIN);
    await pad.sees(texts.otpTitle);

    const password = await shown(pad.page);
    assert.match(password, /^\d{6}$/);
    assert.match(await digits(pad.page).locator('.visually-hidden').innerText(), /^\d( \d){5}$/);
    assert.deepEqual(await told, [`userId=${user}`]);
    assert.deepEqual(answers, [['message', 'otp', 'status']]);
    await pad.button(texts.otpCopy).click();
    await pad.button(texts.otpCopied).waitFor();
    assert.equal(await pad.page.evaluate(() => navigator.clipboard.readText()), password);

    assert.match(await radtest(user, 'wrong!'), /Access-Reject/);
    assert.match(await radtest(user, password), /Access-Accept/);
    assert.match(await radtest(user, password), /Access-Reject/);

    await pad.button(texts.otpRetry).click();
    await pad.enterPin(PIN);
    await pad.sees(texts.otpTitle);
    assert.match(await radtest(user, await shown(pad.page)), /Access-Accept/);

    assert.ok(!(await pad.page.content()).includes(password));
    assert.ok(!world.platform.output.includes(`"${password}"`));
    assert.deepEqual(pad.complaints, []);
    await pad.context.close();
  });

  it('counts the time down, forgets the digits at its end, and asks for the PIN again', async () => {
    const pad = await visit({ clock: true });
    await pad.register('grace@example.com', PIN);
    await pad.button('Sign in now').click();
    await pad.enterPin(PIN);
    await pad.sees(texts.otpTitle);
    const timer = pad.page.getByRole('timer');
    const left = async (): Promise<number> => {
      const [, minutes, seconds] = /(\d):(\d\d)/u.exec(await timer.innerText()) ?? [];
      return Number(minutes) * 60 + Number(seconds);
    };
    const first = await left();
    assert.ok(first > 0 && first <= SECONDS);
    await pad.page.clock.fastForward(30_000);
    await until('thirty seconds fewer are left', async () => (await left()) <= first - 30 || undefined);
    const password = await shown(pad.page);
    await pad.page.clock.fastForward(60_000);
    await pad.page.getByText(texts.otpExpired).first().waitFor();
    assert.equal(await digits(pad.page).count(), 0);
    assert.ok(!(await pad.page.locator('mpin-otp').evaluate((element) => `${element.shadowRoot?.textContent ?? ''}${(element as unknown as { password: string }).password}`)).includes(password));
    await pad.button(texts.otpRetry).click();
    await pad.sees('Enter your PIN');
    await pad.context.close();
  });

  it('is accessible and fits, narrow and wide, light and dark, in either direction', async () => {
    for (const locale of ['de', 'ar'] as const) {
      const context = await world.browser.newContext({ locale: 'en' });
      const pad = await PinPad.open(await context.newPage(), `${world.platform.url}/otpgen?client_id=${clientId}`, world.platform.url);
      await pad.register(`${locale}@example.com`, PIN);
      await pad.button('Sign in now').click();
      await pad.enterPin(PIN);
      await pad.sees(texts.otpTitle);
      await pad.page.evaluate((lang) => {
        document.documentElement.lang = lang;
        document.documentElement.dir = lang === 'ar' ? 'rtl' : 'ltr';
        document.querySelector('mpin-pinpad')?.setAttribute('lang', lang);
      }, locale);
      await pad.sees((await loadOtpTexts(locale))?.otpTitle ?? '');
      await assertLooks(pad.page, `one-time password, ${locale}`, [{ width: 320, colorScheme: locale === 'de' ? 'light' : 'dark' }, { width: 1280, colorScheme: locale === 'de' ? 'dark' : 'light' }]);
      assert.equal(await digits(pad.page).evaluate((element) => getComputedStyle(element).direction), 'ltr');
      assert.deepEqual(pad.complaints, []);
      await context.close();
    }
  });
});

describe('one-time passwords on the phone', () => {
  it('"Generate OTP", accepted by RADIUS; expired; "Generate New OTP"', async () => {
    const user = 'barbara@example.com';
    const pad = await visit({ clock: true, path: `/mobile?project=${projectId}&client_id=${clientId}` });
    await pad.register(user, PIN);
    await pad.button('Sign in now').click();
    await pad.sees(phone.optionsTitle);
    await assertLooks(pad.page, 'what a phone may be used for', [{ width: 320, colorScheme: 'light' }]);
    await pad.button(phone.generateOtp).click();
    await pad.enterPin(PIN);
    await pad.sees(texts.otpTitle);
    assert.match(await radtest(user, await shown(pad.page)), /Access-Accept/);
    await assertLooks(pad.page, 'a password on a phone', [{ width: 320, colorScheme: 'dark' }]);

    await pad.page.clock.fastForward(SECONDS * 1000);
    await pad.page.getByText(texts.otpExpired).first().waitFor();
    await assertLooks(pad.page, 'a password that expired on a phone', [{ width: 320, colorScheme: 'light' }]);
    await pad.button(texts.otpNew).click();
    await pad.enterPin(PIN);
    await pad.sees(texts.otpTitle);
    assert.match(await radtest(user, await shown(pad.page)), /Access-Accept/);
    await pad.page.evaluate(() => {
      document.dir = 'rtl';
      document.querySelector('mpin-pinpad')?.setAttribute('lang', 'ar');
    });
    await pad.sees(arabic.otpTitle);
    await pad.button(arabic.otpNew).waitFor();
    await assertLooks(pad.page, 'a password on a phone, from right to left', [{ width: 320, colorScheme: 'dark' }]);
    assert.equal(await digits(pad.page).evaluate((element) => getComputedStyle(element).direction), 'ltr');
    assert.deepEqual(pad.complaints, []);
    await pad.context.close();
  });
});
