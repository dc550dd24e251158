import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, it } from 'node:test';
import { chromium } from 'playwright-core';
import type { Browser, Page } from 'playwright-core';
import { browserArguments, findBrowser } from '../../scripts/lib/browser.mjs';
import { addClient, authorizeUrl, logIn, newBrowser } from './support/connect.ts';
import { register } from './support/device.ts';
import { startPlatform } from './support/test-platform.ts';
import type { TestPlatform } from './support/test-platform.ts';

/** A form of another site that asks for a sign-in, in a browser that keeps cookies from such forms (OpenID Connect Core 1.0, section 3.1.2.1). */

let platform: TestPlatform;
let browser: Browser;
let form = '';
const site = createServer((_request, response) => response.writeHead(200, { 'content-type': 'text/html' }).end(form));
before(async () => {
  const executablePath = await findBrowser();
  assert.ok(executablePath !== undefined, 'No Chromium: run `node scripts/setup.mjs --browser`.');
  [platform, browser] = await Promise.all([startPlatform(), chromium.launch({ executablePath, args: browserArguments })]);
  await once(site.listen(0, '127.0.0.1'), 'listening');
});
after(async () => {
  site.close().closeAllConnections();
  await browser?.close();
  await platform?.close();
});

describe('an application\'s form', () => {
  it('lets in who is signed in already, and shows the log-in to who is not', async () => {
    const { port } = site.address() as AddressInfo;
    const away = new URL(platform.url).hostname === 'localhost' ? '127.0.0.1' : 'localhost';
    const client = await addClient(platform, { redirectUris: [`http://127.0.0.1:${port}/back`] });
    const person = newBrowser(platform);
    await logIn(platform, person, authorizeUrl(platform, client), await register(platform, '1234'), '1234');
    const inputs = [...new URL(authorizeUrl(platform, client, { state: 'by-form' })).searchParams].map(([name, value]) => `<input name="${name}" value="${value}">`);
    form = `<form method="post" action="${platform.url}/authorize">${inputs.join('')}<button>Sign in</button></form>`;
    const context = await browser.newContext();
    // In a tab of its own each: the log-in page of the first is still at work.
    const send = async (): Promise<Page> => {
      const page = await context.newPage();
      await page.goto(`http://${away}:${port}/`);
      await page.getByRole('button').click();
      return page;
    };
    const stranger = await send();
    await stranger.locator('mpin-pinpad').waitFor();
    await stranger.close();
    await context.clearCookies();
    await context.addCookies(person.cookies.map(({ name, value, path }) => ({ name, value, path, domain: new URL(platform.url).hostname, sameSite: 'Lax' as const })));
    const page = await send();
    await page.waitForURL(/\/back\?/);
    const { searchParams } = new URL(page.url());
    assert.equal(searchParams.get('state'), 'by-form');
    assert.ok(searchParams.has('code'));
  });
});
