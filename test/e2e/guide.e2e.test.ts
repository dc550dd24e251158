import assert from 'node:assert/strict';
import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { createOtpApplication } from '../../server/src/core/otp-applications.ts';
import { changeProject } from '../../server/src/core/project-changes.ts';
import { addClient, authorizeUrl } from '../../server/test/support/connect.ts';
import { choosePin, createConnectWorld, enterPin, typePin } from './support/connect-world.ts';
import type { ConnectWorld } from './support/connect-world.ts';

/**
 * Walks the ways that docs/guide describes, in its words. With `MPIN_GUIDE_PICTURES=1` it also takes the guides' pictures, from the product as
 * it is at that moment.
 */

const USER = 'ada@mail.example';
const PIN = '7391';
const GUIDES = new URL('../../docs/guide/', import.meta.url);
const PICTURES = new URL('pictures/', GUIDES);
const LARGEST = 60 * 1024;

let world: ConnectWorld;
let page: Page;

before(async () => {
  world = await createConnectWorld();
  await changeProject(world.platform.core, world.platform.project.projectId, { name: 'Northwind', registerApplications: 'anyone' }, 'tests');
  ({ page } = await world.visit());
  await page.setViewportSize({ width: 480, height: 760 });
  await page.emulateMedia({ reducedMotion: 'reduce' });
});
after(() => world?.end());

async function picture(name: string, of = page): Promise<void> {
  if (process.env['MPIN_GUIDE_PICTURES'] !== '1') return;
  await mkdir(PICTURES, { recursive: true });
  await writeFile(new URL(`${name}.png`, PICTURES), await of.screenshot());
}

describe('the guides', () => {
  it('registering and logging in, in a browser', async () => {
    const client = await addClient(world.platform, { name: 'Wiki', redirectUris: ['http://localhost:9/callback'] });
    await page.goto(authorizeUrl(world.platform, client));
    await page.getByRole('button', { name: /^Sign in with browser/ }).waitFor();
    await picture('ways');
    await page.getByRole('button', { name: /^Sign in with browser/ }).click();
    await page.getByLabel('Email address').fill(USER);
    await picture('address');
    await page.getByRole('button', { name: 'Setup M-Pin' }).click();
    await page.getByRole('heading', { name: 'Check your email' }).waitFor();
    await picture('check-your-email');
    const mail = await page.context().newPage();
    await mail.setViewportSize({ width: 480, height: 760 });
    await mail.goto((await world.platform.mailbox.takeLink(USER)).url);
    await mail.getByRole('button', { name: 'Confirm and activate' }).waitFor();
    await picture('confirm', mail);
    await mail.getByRole('button', { name: 'Confirm and activate' }).click();
    await mail.getByRole('heading', { name: 'Email confirmed' }).waitFor();
    await mail.close();
    await page.getByRole('heading', { name: 'Setup your PIN' }).waitFor();
    await picture('choose-a-pin');
    await choosePin(page, PIN);
    await page.getByRole('heading', { name: 'Enter your PIN' }).waitFor();
    await typePin(page, PIN);
    await picture('enter-your-pin');
    await page.getByRole('button', { name: 'Login' }).click();
    await page.getByRole('button', { name: 'Allow', exact: true }).waitFor();
    await picture('consent');
    await page.route('http://localhost:9/**', (route) => route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Wiki</title><h1>Wiki</h1>' }));
    await page.getByRole('button', { name: 'Allow', exact: true }).click();
    await page.getByRole('heading', { name: 'Wiki' }).waitFor();
  });

  it('the account, and an application of one\'s own', async () => {
    await page.goto(`${world.platform.url}/account`);
    await page.getByRole('heading', { name: 'Your account' }).waitFor();
    await page.getByRole('heading', { name: 'Wiki' }).waitFor();
    await picture('account');
    await page.getByRole('link', { name: 'Register an application' }).click();
    await page.getByRole('textbox', { name: 'Name' }).fill('Grafana');
    await page.getByLabel('Redirect URIs').fill('https://grafana.example/login/generic_oauth');
    await picture('application');
  });

  it('a one-time password', async () => {
    const { clientId } = await createOtpApplication(world.platform.core, { projectId: world.platform.project.projectId, name: 'Office VPN', actor: 'tests' });
    await page.goto(`${world.platform.url}/otpgen?client_id=${clientId}`);
    await enterPin(page, PIN);
    await page.locator('mpin-otp').locator('[part=password]').waitFor();
    await picture('one-time-password');
  });

  it('a computer that asks for a phone', async () => {
    const { page: other } = await world.visit();
    await other.setViewportSize({ width: 480, height: 760 });
    await other.emulateMedia({ reducedMotion: 'reduce' });
    const client = await addClient(world.platform, { name: 'Files', redirectUris: ['http://localhost:9/files'] });
    await other.goto(authorizeUrl(world.platform, client));
    await other.getByRole('button', { name: /^Sign in with phone/ }).click();
    await other.getByRole('img', { name: 'QR code of the same request' }).waitFor();
    await picture('phone', other);
  });

  it('name pictures that exist, small enough to be loaded by the way, and no picture lies about unused', async () => {
    const texts = await Promise.all((await readdir(GUIDES)).filter((name) => name.endsWith('.md')).map((name) => readFile(new URL(name, GUIDES), 'utf8')));
    const named = texts.flatMap((text) => [...text.matchAll(/!\[[^\]]+\]\(pictures\/([\w-]+\.png)\)/g)].map(([, file = '']) => file));
    const there = (await readdir(PICTURES)).toSorted();
    assert.deepEqual([...new Set(named)].toSorted(), there);
    for (const file of there) {
      const { size } = await stat(fileURLToPath(new URL(file, PICTURES)));
      assert.ok(size <= LARGEST, `${file}: ${size} bytes`);
    }
  });
});
