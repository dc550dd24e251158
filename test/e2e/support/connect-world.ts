import { chromium } from 'playwright-core';
import type { Browser, Page } from 'playwright-core';
import { browserArguments, findBrowser } from '../../../scripts/lib/browser.mjs';
import { mintActivation } from '../../../server/src/core/activations.ts';
import { startPlatform } from '../../../server/test/support/test-platform.ts';
import type { TestPlatform } from '../../../server/test/support/test-platform.ts';

/** A platform in this process and a browser: what log-ins through the OpenID provider need. */
export interface ConnectWorld {
  readonly platform: TestPlatform;
  readonly browser: Browser;
  /** A page in a profile of its own, with what its browser complained about. */
  visit(): Promise<{ page: Page; complaints: string[] }>;
  /** What a site's back end gets for a user that it verified itself. */
  activationFor(userId: string): Promise<string>;
  end(): Promise<void>;
}

/** Builds a {@link ConnectWorld}. The library is the built one, or that in `MPIN_LIBRARY`. */
export async function createConnectWorld(): Promise<ConnectWorld> {
  const executablePath = await findBrowser();
  if (executablePath === undefined) throw new Error('No Chromium was found: run `node scripts/setup.mjs --browser`.');
  const library = process.env['MPIN_LIBRARY'];
  const platform = await startPlatform({ environment: library === undefined ? {} : { MPIN_LIBRARY: library } });
  const browser = await chromium.launch({ executablePath, args: browserArguments });
  return {
    platform, browser,
    async visit() {
      const page = await (await browser.newContext()).newPage();
      const complaints: string[] = [];
      page.on('pageerror', (error) => complaints.push(error.message));
      page.on('console', (message) => {
        if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) complaints.push(message.text());
      });
      return { page, complaints };
    },
    async activationFor(userId) {
      const { actToken } = await platform.core.db.transaction((queries) =>
        mintActivation(platform.core, queries, { projectId: platform.project.projectId, userId, kind: 'initiate', addressProved: false }));
      return actToken;
    },
    async end() {
      await browser.close();
      await platform.close();
    },
  };
}

/** Sets a PIN up on a log-in page, by the mail that a person would get. */
export async function registerOnPage(world: ConnectWorld, page: Page, address: string, pin: string): Promise<void> {
  await page.getByRole('button', { name: /^Sign in with browser/ }).click();
  await page.getByLabel('Email address').fill(address);
  await page.getByRole('button', { name: 'Setup M-Pin' }).click();
  await page.getByRole('heading', { name: 'Check your email' }).waitFor();
  const { url } = await world.platform.mailbox.takeLink(address);
  const mail = await page.context().newPage();
  await mail.goto(url);
  await mail.getByRole('button', { name: 'Confirm and activate' }).click();
  await mail.getByRole('heading', { name: 'Email confirmed' }).waitFor();
  await mail.close();
  await choosePin(page, pin);
}

/** From "Setup your PIN" to "Congratulations!", and on to the keypad. */
export async function choosePin(page: Page, pin: string): Promise<void> {
  for (const heading of ['Setup your PIN', 'Enter your PIN again']) {
    await page.getByRole('heading', { name: heading }).waitFor();
    await typePin(page, pin);
    await page.getByRole('button', { name: 'Setup', exact: true }).click();
  }
  await page.getByRole('button', { name: 'Sign in now' }).click();
}

/** Types a PIN on the hardware keyboard. */
export async function typePin(page: Page, pin: string): Promise<void> {
  await page.getByLabel(/^PIN, \d digits/).pressSequentially(pin);
}

/** Enters the PIN and logs in. */
export async function enterPin(page: Page, pin: string): Promise<void> {
  await page.getByRole('heading', { name: 'Enter your PIN' }).waitFor();
  await typePin(page, pin);
  await page.getByRole('button', { name: 'Login' }).click();
}
