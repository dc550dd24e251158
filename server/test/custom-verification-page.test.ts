import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { browserArguments, findBrowser } from '../../scripts/lib/browser.mjs';
import { assertAccessible, assertFits } from '../../test/e2e/support/axe.ts';
import { changeProject } from '../src/core/project-changes.ts';
import { basic, someone } from './support/device.ts';
import { request } from './support/http.ts';
import { startPlatform } from './support/test-platform.ts';
import type { TestPlatform } from './support/test-platform.ts';

let platform: TestPlatform;
let browser: Browser;

before(async () => {
  assert.ok(existsSync(fileURLToPath(new URL('../../dist/mpin-pinpad.js', import.meta.url))), 'Build the library first: npm run build.');
  const executablePath = await findBrowser();
  assert.ok(executablePath !== undefined, 'No Chromium: run `node scripts/setup.mjs --browser`.');
  [platform, browser] = await Promise.all([startPlatform(), chromium.launch({ executablePath, args: browserArguments })]);
  await changeProject(platform.core, platform.project.projectId, { accentLight: '#7a1fa2', accentDark: '#ffd400' }, 'tests');
});
after(async () => {
  await browser.close();
  await platform.close();
});

async function verificationUrl(userId: string): Promise<string> {
  const { body } = await platform.post('/verification', { userId, delivery: 'no' }, basic(platform));
  return String(body['verificationURL']);
}

/** Opens a page in a profile of its own; whatever the browser complains about fails the test. */
async function visit(url: string, options: BrowserContextOptions, check: (page: Page, requests: readonly string[]) => Promise<void>): Promise<void> {
  const context = await browser.newContext(options);
  const [complaints, requests]: [string[], string[]] = [[], []];
  try {
    const page = await context.newPage();
    page.on('console', (message) => { if (message.type() === 'error') complaints.push(message.text()); });
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('request', (sent) => requests.push(sent.url()));
    await page.goto(url);
    await check(page, requests);
    assert.deepEqual(complaints, []);
  } finally {
    await context.close();
  }
}

describe('the page behind a custom verification\'s URL', () => {
  it('sets up a PIN in this browser and signs in with it; the token is in no address and soon in no attribute', async () => {
    const userId = someone();
    await visit(await verificationUrl(userId), {}, async (page, requests) => {
      await page.getByRole('heading', { name: 'Sign in to Shop with a PIN' }).waitFor();
      await page.getByText(userId).waitFor();
      await page.getByRole('button', { name: 'Continue' }).click();
      await page.getByRole('heading', { name: 'Setup your PIN' }).waitFor();
      assert.equal(await page.locator('mpin-pinpad').getAttribute('activation-token'), null);
      for (const heading of ['Setup your PIN', 'Enter your PIN again']) {
        await page.getByRole('heading', { name: heading }).waitFor();
        await page.getByLabel(/^PIN, \d digits/).pressSequentially('5566');
        await page.getByRole('button', { name: 'Setup', exact: true }).click();
      }
      await page.getByRole('heading', { name: 'Congratulations!' }).waitFor();
      await page.getByRole('button', { name: 'Sign in now' }).click();
      await page.getByRole('heading', { name: 'Enter your PIN' }).waitFor();
      await page.getByLabel(/^PIN, \d digits/).pressSequentially('5566');
      await page.getByRole('button', { name: 'Login', exact: true }).click();
      await page.getByRole('heading', { name: /signed in/i }).waitFor();
      assert.deepEqual([...new Set(requests.map((url) => new URL(url).origin))], [platform.url]);
      assert.deepEqual(requests.filter((url) => /acttoken|activation/i.test(url)), []);
    });
    const { body } = await request(`${platform.url}/api/v1/projects/${platform.project.projectId}/audit?userId=${userId}`, { headers: basic(platform) });
    assert.deepEqual((body['list'] as Record<string, unknown>[]).map((event) => event['eventStatus']),
      ['authenticate_success', 'registration_success', 'verification_confirmed', 'verification_created']);
  });

  it('goes on where it was when it is loaded again', async () => {
    await visit(await verificationUrl(someone()), {}, async (page) => {
      await page.getByRole('button', { name: 'Continue' }).click();
      await page.getByRole('heading', { name: 'Setup your PIN' }).waitFor();
      await page.reload();
      await page.getByRole('heading', { name: 'Setup your PIN' }).waitFor();
    });
  });

  for (const [name, options] of Object.entries<BrowserContextOptions>({
    light: { colorScheme: 'light' }, dark: { colorScheme: 'dark' }, '320 px, German': { viewport: { width: 320, height: 568 }, locale: 'de-AT' }, 'forced colours, Arabic': { forcedColors: 'active', locale: 'ar' },
  })) {
    it(`is accessible and fits, before and after: ${name}`, async () => {
      await visit(await verificationUrl(someone()), options, async (page) => {
        await assertAccessible(page);
        await assertFits(page);
        await page.locator('button.primary').click();
        await page.locator('mpin-pinpad').waitFor();
        await page.getByRole('heading', { level: 2 }).or(page.getByRole('heading', { name: /PIN/ })).first().waitFor();
        await assertAccessible(page);
        await assertFits(page);
      });
    });
  }
});
