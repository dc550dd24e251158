import assert from 'node:assert/strict';
import { once } from 'node:events';
import type { Server } from 'node:http';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { createPluggable } from '../../demo/pluggable/app.ts';
import { makeFirstLink } from '../../server/src/core/administration-invitations.ts';
import { choosePin, createConnectWorld, enterPin, registerOnPage, typePin } from './support/connect-world.ts';
import type { ConnectWorld } from './support/connect-world.ts';
import { assertLooks, complaintsOf } from './support/looks.ts';
import { freePorts } from './support/ports.ts';

/** The console in a browser, from the first administrator's link to the device that is revoked; and what its pages look like. */

const PIN = '739152';
const MEMBERS_PIN = '7391';
const ADDRESS = 'anna@console.example';
const MEMBER = 'carl@members.example';

let world: ConnectWorld;
let page: Page;
let complaints: string[];
let site: Server | undefined;
/** Of the project that is made here. */
let base = '';

before(async () => {
  world = await createConnectWorld();
  const context = await world.browser.newContext({ viewport: { width: 1280, height: 900 } });
  complaints = complaintsOf(context);
  page = await context.newPage();
});
after(async () => {
  site?.close().closeAllConnections();
  await world?.end();
});

const section = (name: string): Promise<void> => page.getByRole('navigation', { name: 'Sections of the project' }).getByRole('link', { name, exact: true }).click();
const heading = (name: string | RegExp): Promise<void> => page.getByRole('heading', { name, level: 1 }).waitFor();
const secret = async (label: string): Promise<string> => (await page.getByRole('region', { name: label }).getByRole('code').textContent()) ?? '';

describe('the console', () => {
  it('is opened by the first administrator\'s link, with a PIN of one\'s own', async () => {
    await page.goto(await makeFirstLink(world.platform.core, 'tests'));
    await heading('Become the first administrator');
    await assertLooks(page, 'the first link', [{ width: 1280, colorScheme: 'light' }, { width: 320, colorScheme: 'dark' }]);
    await page.getByRole('button', { name: 'Go on and sign in' }).click();
    await registerOnPage(world, page, ADDRESS, PIN);
    await enterPin(page, PIN);
    await heading('Projects');
    await page.getByText(`Signed in as ${ADDRESS}`).waitFor();
  });

  it('makes a project and an application, with which a site signs its member in', async () => {
    const [port = 0] = await freePorts(1);
    const origin = `http://localhost:${port}`;
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.getByRole('link', { name: 'New project' }).click();
    await page.getByRole('textbox', { name: 'Name' }).fill('The club');
    await page.getByRole('button', { name: 'Create' }).click();
    await page.getByText('The project was created.').waitFor();
    base = new URL(page.url()).pathname.split('/').slice(0, 4).join('/');

    await section('Applications');
    await page.getByRole('link', { name: 'New application' }).click();
    await page.getByRole('textbox', { name: 'Name' }).fill('Club house');
    await page.getByLabel('Type').selectOption('openid');
    await page.getByLabel('Vouch for user ids').check();
    await page.getByLabel('Redirect URIs').fill(`${origin}/callback`);
    await page.getByRole('button', { name: 'Create' }).click();
    await heading('Club house');
    const clientSecret = await secret('Client secret');
    const clientId = new URL(page.url()).pathname.split('/').at(-1) ?? '';
    await page.reload();
    await page.getByText('The application was created.').waitFor({ state: 'detached' });
    assert.ok(!(await page.content()).includes(clientSecret), 'shown once');

    site = await createPluggable({ issuer: world.platform.url, clientId, clientSecret, origin, verify: async (_member, word) => word === 'open sesame', admit: () => true });
    await once(site.listen(port, '127.0.0.1'), 'listening');
    const member = await world.visit();
    await member.page.goto(`${origin}/join`);
    await member.page.getByLabel('Member').fill(MEMBER);
    await member.page.getByLabel('Your word').fill('open sesame');
    await member.page.getByRole('button', { name: 'Choose a PIN' }).click();
    await choosePin(member.page, MEMBERS_PIN);
    await enterPin(member.page, MEMBERS_PIN);
    await member.page.getByRole('button', { name: 'Allow', exact: true }).click();
    await member.page.getByText(`You are ${MEMBER}.`).waitFor();

    await section('Overview');
    await page.getByRole('img', { name: /^Sign-ins: 1 in 30 days/ }).waitFor();
    await page.getByRole('img', { name: /^Registrations: 1 in 30 days/ }).waitFor();
    await section('Audit log');
    await page.getByLabel('User id').fill(MEMBER);
    await page.getByLabel('Event').selectOption('authenticate_success');
    await page.getByRole('button', { name: 'Filter' }).click();
    const log = page.getByRole('region', { name: 'Audit log' });
    await log.getByRole('row', { name: new RegExp(`authenticate_success ${MEMBER}`) }).waitFor();
    await page.setViewportSize({ width: 1280, height: 900 });
    assert.ok(await log.evaluate((region) => region.scrollWidth <= region.clientWidth), 'all columns are seen at once');
    assert.ok(await log.locator('.address').evaluateAll((addresses) => addresses.every((address) => address.getClientRects().length === 1 && address.clientHeight < 30)), 'an address stands on one line');
    const lines = await page.getByRole('navigation', { name: 'Sections of the project' }).getByRole('link').evaluateAll((links) => new Set(links.map((link) => link.getBoundingClientRect().top)).size);
    assert.equal(lines, 1, 'the sections stand on one line');

    await section('Users and devices');
    await page.getByRole('link', { name: MEMBER }).click();
    await page.getByLabel('Reason').fill('Left the club');
    await page.getByRole('button', { name: 'Revoke this device' }).click();
    await page.getByText('It can no longer sign in.', { exact: false }).first().waitFor();
    await member.page.context().clearCookies();
    await member.page.goto(`${origin}/sign-in`);
    await typePin(member.page, MEMBERS_PIN);
    await member.page.getByRole('button', { name: 'Login' }).click();
    await member.page.getByRole('heading', { name: /revoked/ }).waitFor();
  });

  it('has pages that axe finds nothing on, wide and narrow, light and dark, from left to right and from right to left', async () => {
    await page.goto(`${world.platform.url}${base}`);
    const links = page.getByRole('navigation', { name: 'Sections of the project' }).getByRole('link');
    const sections = await links.evaluateAll((found) => found.map((link) => link.getAttribute('href') ?? ''));
    assert.equal(sections.length, 11);
    const member = await world.platform.core.db.queries.selectFrom('identities').select('id').where('user_id', '=', MEMBER).executeTakeFirstOrThrow();
    const application = await world.platform.core.db.queries.selectFrom('applications').select('id').where('name', '=', 'Club house').executeTakeFirstOrThrow();
    const paths = ['/console', '/console/projects/new', ...sections, `${base}/applications/new`, `${base}/applications/${application.id}`, `${base}/devices/${member.id}`];
    for (const lang of ['en', 'ar']) {
      await page.setExtraHTTPHeaders({ 'accept-language': lang });
      for (const path of paths) {
        await page.goto(`${world.platform.url}${path}`);
        assert.equal(await page.evaluate('document.documentElement.dir'), lang === 'ar' ? 'rtl' : 'ltr');
        for (const closed of await page.locator('summary').all()) await closed.click();
        await assertLooks(page, `${path} in ${lang}`, lang === 'en' ? [{ width: 1280, colorScheme: 'light' }, { width: 320, colorScheme: 'dark' }] : [{ width: 320, colorScheme: 'light' }]);
      }
    }
    await page.setExtraHTTPHeaders({});
    await page.setViewportSize({ width: 1280, height: 900 });
  });

  it('says what is wrong where it is wrong, keeps what was typed, and is worked by keys alone', async () => {
    await page.goto(`${world.platform.url}${base}/settings`);
    await page.keyboard.press('Tab');
    assert.equal(await page.evaluate('document.activeElement.textContent'), 'Skip to content');
    await page.getByLabel('Colour on light pages').fill('red');
    await page.getByRole('textbox', { name: 'Name', exact: true }).fill('The new club');
    await page.getByRole('textbox', { name: 'Name', exact: true }).press('Enter');
    await page.getByRole('alert').waitFor();
    assert.equal(await page.getByRole('textbox', { name: 'Name', exact: true }).inputValue(), 'The new club');
    assert.equal(await page.getByLabel('Colour on light pages').getAttribute('aria-invalid'), 'true');
    await assertLooks(page, 'settings with a problem', [{ width: 320, colorScheme: 'light' }, { width: 1280, colorScheme: 'dark' }]);
    await page.getByLabel('Colour on light pages').fill('#aa2200');
    const [preview] = await Promise.all([page.context().waitForEvent('page'), page.getByRole('button', { name: 'Preview the page' }).click()]);
    await preview.getByText('The new club').first().waitFor();
    assert.equal(await preview.evaluate('getComputedStyle(document.querySelector("button.primary")).backgroundColor'), 'rgb(170, 34, 0)');
    await preview.close();
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Saved.').waitFor();
  });

  it('is left by the sign-out, and has nothing to complain about', async () => {
    await page.getByRole('button', { name: 'Sign out' }).click();
    await heading('You are signed out');
    await page.goto(`${world.platform.url}${base}`);
    await page.getByRole('heading', { name: 'Enter your PIN' }).waitFor();
    await enterPin(page, PIN);
    await heading('Overview');
    assert.deepEqual(complaints, []);
  });
});
