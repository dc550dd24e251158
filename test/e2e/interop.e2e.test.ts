import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { createLocalJWKSet, jwtVerify } from 'jose';
import { chromium } from 'playwright-core';
import type { Browser } from 'playwright-core';
import { browserArguments, findBrowser } from '../../scripts/lib/browser.mjs';
import { startWireServer } from '../support/wire-server/server.ts';
import type { WireServer } from '../support/wire-server/server.ts';
import { startEmbeddingSite } from './support/embedding-site.ts';
import type { EmbeddingSite } from './support/embedding-site.ts';
import { PinPad } from './support/pin-pad.ts';
import { until } from './support/until.ts';

const PIN = '2846';
const WRONG_PIN = '9173';

let browser: Browser;
before(async () => {
  const executablePath = await findBrowser();
  assert.ok(executablePath !== undefined, 'No Chromium was found: run `node scripts/setup.mjs --browser`.');
  browser = await chromium.launch({ executablePath, args: browserArguments });
});
after(async () => { await browser.close(); });

/** Opens a page of a site in a browser profile of its own, or in the one given. */
async function visit(site: EmbeddingSite, query = '', beside?: PinPad): Promise<PinPad> {
  const context = beside?.context ?? (await browser.newContext());
  return PinPad.open(await context.newPage(), `${site.url}/${query}`, '');
}

const evaluate = (pad: PinPad, expression: string): Promise<unknown> => pad.page.evaluate(expression);

/** What the page was told, its token checked with the server's published keys. */
async function isSignedInAs(pad: PinPad, server: WireServer, userId: string): Promise<void> {
  await pad.sees('You are signed in');
  const told = (await evaluate(pad, 'window.signedIn')) as { userId: string; token: string };
  const keys = (await (await fetch(`${server.url}/.well-known/jwks`)).json()) as Parameters<typeof createLocalJWKSet>[0];
  const { payload } = await jwtVerify(told.token, createLocalJWKSet(keys), { audience: server.projectId });
  assert.deepEqual([told.userId, payload.sub], [userId, userId]);
}

async function lockOut(pad: PinPad): Promise<void> {
  for (let i = 0; i < 2; i += 1) {
    await pad.enterPin(WRONG_PIN);
    // This server does not count aloud; the line below the dots is empty again from the first digit on.
    await pad.page.locator('#message', { hasText: 'Incorrect PIN!' }).waitFor();
  }
  await pad.enterPin(WRONG_PIN);
  await pad.sees('Your M-Pin has been revoked');
}

describe('against a server of the API alone that mails links', () => {
  const userId = 'ada@example.com';
  let server: WireServer;
  let site: EmbeddingSite;
  before(async () => {
    server = await startWireServer({ method: 'link' });
    site = await startEmbeddingSite({ server: server.url, project: server.projectId, 'with-sign-out': '' });
  });
  after(async () => { await Promise.all([site.close(), server.close()]); });

  const link = (): string => `?user_id=${encodeURIComponent(userId)}&code=${server.mailTo(userId).code}&utm=mail`;

  it('registers through the link, signs in, is locked and registers again', async () => {
    const pad = await visit(site);
    await pad.askForMail(userId);
    await pad.page.getByText('Open the link in it, in this browser.').waitFor();
    const opened = await visit(site, link(), pad);
    await opened.sees('Setup your PIN');
    assert.equal(opened.page.url(), `${site.url}/?utm=mail`);
    await pad.sees('Setup your PIN');
    await opened.choosePin(PIN);
    await pad.sees('Enter your PIN');
    await pad.page.close();

    await opened.button('Sign in now').click();
    await opened.enterPin(PIN);
    await isSignedInAs(opened, server, userId);
    await opened.button('Sign out').click();
    await lockOut(opened);
    await opened.page.reload();
    await opened.sees('Your M-Pin has been revoked');

    await opened.button('Register new identity').click();
    await opened.goOnToMail(userId);
    await opened.page.goto(`${site.url}/${link()}`);
    await opened.choosePin(WRONG_PIN);
    await opened.button('Sign in now').click();
    await opened.enterPin(WRONG_PIN);
    await isSignedInAs(opened, server, userId);
    assert.deepEqual(opened.complaints, []);
    await opened.context.close();
  });

  it('uses a link once, and says so the second time', async () => {
    const pad = await visit(site);
    await pad.askForMail(userId);
    const query = link();
    await pad.page.goto(`${site.url}/${query}`);
    await pad.sees('Setup your PIN');
    const again = await visit(site, query);
    await again.sees('This confirmation is no longer valid');
    await Promise.all([pad.context.close(), again.context.close()]);
  });

  it('asks for nothing that the API does not have, but for discovery', () => {
    const fromPages = server.requests.filter(({ method, headers }) => method !== 'OPTIONS' && headers['origin'] === site.url);
    assert.deepEqual([...new Set(fromPages.map(({ path }) => path))].toSorted(), [
      '/.well-known/project-configuration', '/registration', '/rps/v2/authenticate', '/rps/v2/pass1', '/rps/v2/pass2',
      '/share', '/verification/confirmation', '/verification/email',
    ]);
  });
});

describe('against a server of the API alone that mails codes', () => {
  const userId = 'grace@example.com';
  let server: WireServer;
  let site: EmbeddingSite;
  before(async () => {
    server = await startWireServer({ method: 'code', generation: 'legacy-envelope' });
    site = await startEmbeddingSite({ server: server.url, project: server.projectId });
  });
  after(async () => { await Promise.all([site.close(), server.close()]); });

  it('registers by code, after a wrong one, and signs in', async () => {
    const pad = await visit(site);
    await pad.askForMail(userId);
    const { code } = server.mailTo(userId);
    const field = pad.page.getByLabel('Code from the email');
    await field.fill(String((Number(code) + 1) % 1_000_000).padStart(6, '0'));
    await pad.button('Confirm').click();
    await pad.page.getByText('Wrong code.', { exact: true }).first().waitFor();
    await field.fill(code);
    await pad.button('Confirm').click();
    await pad.choosePin(PIN);
    await pad.button('Sign in now').click();
    await pad.enterPin(PIN);
    await isSignedInAs(pad, server, userId);
    assert.deepEqual(pad.complaints, []);
    await pad.context.close();
  });
});

describe('an activation token of the site\'s own verification', () => {
  const userId = 'customer-17@example.com';
  let server: WireServer;
  before(async () => { server = await startWireServer(); });
  after(async () => { await server.close(); });

  /** From the opened page to a new identity: neither a script that comes later, nor the page, nor another request has the token. */
  async function leadsToAnIdentity(pad: PinPad, token: string): Promise<void> {
    const found = await until('the page\'s own script has run', async () => (await evaluate(pad, 'window.found')) as object | undefined);
    assert.ok(!JSON.stringify(found).includes(token));
    await pad.choosePin(PIN);
    assert.ok(!(await pad.page.content()).includes(token));
    const holding = server.requests.filter((request) => JSON.stringify(request).includes(token));
    assert.deepEqual(holding.map(({ path, body }) => [path, body.includes(token)]), [['/registration', true]]);
  }

  it('leads straight to the PIN from the attribute, and is gone from there', async () => {
    const token = server.state.issueActivation(userId);
    const site = await startEmbeddingSite({ server: server.url, project: server.projectId, 'user-id': userId, 'activation-token': token });
    const pad = await visit(site);
    await leadsToAnIdentity(pad, token);
    assert.equal(await pad.page.locator('mpin-pinpad').getAttribute('activation-token'), null);
    assert.deepEqual(pad.complaints, []);
    await pad.context.close();
    await site.close();
  });

  it('leads straight to the PIN from the address, and is gone from the address bar and the history', async () => {
    const token = server.state.issueActivation(userId);
    const site = await startEmbeddingSite({ server: server.url, project: server.projectId });
    const pad = await visit(site, `?page=2&acttoken=${token}&prerollid=${encodeURIComponent(userId)}`);
    await leadsToAnIdentity(pad, token);
    assert.equal(pad.page.url(), `${site.url}/?page=2`);
    await pad.page.goto('about:blank');
    await pad.page.goBack();
    await pad.sees('Enter your PIN');
    assert.equal(pad.page.url(), `${site.url}/?page=2`);
    assert.deepEqual(pad.complaints, []);
    await pad.context.close();
    await site.close();
  });
});
