import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { assertAccessible, assertFits } from './support/axe.ts';
import { serveDemoPages } from './support/demo-pages.ts';
import type { DemoPages } from './support/demo-pages.ts';

let pages: DemoPages;
let page: Page;
const complaints: string[] = [];
before(async () => {
  pages = await serveDemoPages();
  page = await (await pages.browser.newContext({ reducedMotion: 'reduce', viewport: { width: 1400, height: 1000 } })).newPage();
  page.on('pageerror', ({ message }) => complaints.push(message));
  page.on('console', (message) => { if (message.type() === 'error') complaints.push(message.text()); });
  await page.goto(pages.url);
});
after(async () => { await pages.end(); });

const shown = (screen: string): Promise<void> => page.locator(`#stage > [data-ready=${JSON.stringify(screen)}]`).waitFor();
const choose = (name: string, value: string): Promise<unknown> => page.locator(`select[name="${name}"]`).selectOption(value);

describe('the playground', () => {
  it('shows every screen of all four elements, without a server and without a complaint', async () => {
    const screens = await page.locator('[name="screen"] option').evaluateAll((options) => options.map((option) => ({ name: (option as HTMLOptionElement).value, tag: option.parentElement?.getAttribute('label') })));
    assert.deepEqual([...new Set(screens.map(({ tag }) => tag))], ['<mpin-pinpad>', '<mpin-identity-list>', '<mpin-access-number>', '<mpin-otp>']);
    const blank: string[] = [];
    for (const { name, tag } of screens) {
      await choose('screen', name);
      await shown(name);
      const element = page.locator('#stage > *');
      assert.equal(`<${await element.evaluate(({ localName }) => localName)}>`, tag);
      const text = await element.evaluate((one) => one.shadowRoot?.textContent?.replace(/\s+/gu, ' ').trim() ?? '');
      if (text.length < 8 && name !== 'starting') blank.push(`${name}: "${text}"`);
    }
    assert.deepEqual(blank, []);
    assert.deepEqual(complaints, []);
  });

  it('is accessible itself, light and dark, narrow and wide', async () => {
    await choose('screen', 'enter-pin');
    await shown('enter-pin');
    for (const [width, colorScheme] of [[320, 'light'], [768, 'dark'], [1400, 'light']] as const) {
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await assertFits(page);
      await assertAccessible(page);
    }
  });

  it('changes attributes, tokens, language, theme and direction under the screen that is shown, and writes them down', async () => {
    const pad = page.locator('#stage > mpin-pinpad');
    await choose('lang', 'ar');
    await pad.getByRole('heading', { level: 2 }).filter({ hasText: /[\u0600-\u06FF]/u }).waitFor();
    await choose('theme', 'dark');
    await choose('dir', 'rtl');
    assert.equal(await page.locator('html').getAttribute('dir'), 'rtl');
    await page.getByLabel('scramble', { exact: true }).check();
    await page.getByRole('slider', { name: 'Key corners', exact: true }).fill('7');
    await page.locator('input[type="color"][aria-label="Accent"]').fill('#aa0055');
    await page.getByLabel('Width', { exact: true }).fill('400');
    assert.equal(await pad.locator('[data-key="1"]').evaluate((key) => getComputedStyle(key).borderRadius), '7px');
    assert.equal(await pad.locator('[part~="primary"]').evaluate((button) => getComputedStyle(button).backgroundColor), 'rgb(170, 0, 85)');
    const code = await page.locator('#code').innerText();
    for (const part of ['<mpin-pinpad', 'lang="ar"', 'theme="dark"', ' scramble', '--mpin-key-radius: 7px;', '--mpin-accent: #aa0055;', '--mpin-width: 400px;']) assert.ok(code.includes(part), `${part} is not in ${code}`);
    const link = page.url();
    await page.goto('about:blank');
    await page.goto(link);
    await shown('enter-pin');
    assert.equal(await page.locator('#code').innerText(), code);
    await page.getByRole('button', { name: 'As it was' }).click();
    await page.locator('#code').filter({ hasNotText: '--mpin' }).waitFor();
  });

  it('dresses the elements in each skin, with its logo', async () => {
    const accents = new Set<string>();
    await choose('screen', 'enter-pin');
    await shown('enter-pin');
    for (const skin of ['bank', 'game', 'hospital', 'developer', 'shop']) {
      await choose('skin', skin);
      await page.locator('#stage > [data-ready] > [slot="logo"]').waitFor();
      await page.locator(`#stage[data-skin="${skin}"]`).waitFor();
      accents.add(await page.locator('#stage [part~="primary"]').evaluate((button) => getComputedStyle(button).backgroundColor));
    }
    assert.equal(accents.size, 5);
    await choose('skin', '');
  });

  it('tells events and no secret', async () => {
    await choose('screen', 'signed-in');
    await shown('signed-in');
    const events = page.locator('#events');
    await events.getByText('mpin-signed-in').first().waitFor();
    const text = await events.innerText();
    assert.match(text, /mpin-signed-in userId: "ada@example.com", token: \(\d+ characters\)/u);
    assert.ok(!text.includes('token-for'));
    assert.deepEqual(complaints, []);
  });
});
