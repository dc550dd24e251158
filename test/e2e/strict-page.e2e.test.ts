import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, describe, it } from 'node:test';
import type { Page, Route } from 'playwright-core';
import { PinPad } from './support/pin-pad.ts';
import { until } from './support/until.ts';
import { createWorld } from './support/world.ts';
import type { World } from './support/world.ts';

const PIN = '2846';
const dist = new URL('../../dist/', import.meta.url);

let world: World;
before(async () => { world = await createWorld(); });
after(async () => { await world.end(); });

/** Notes what the browser refuses, and who signs in; and signs in by promise where the page is told to. */
const witness = `
window.refused = [];
document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) => window.refused.push(violatedDirective + ' ' + blockedURI + ' ' + sample));
addEventListener('mpin-signed-in', ({ userId, token }) => { window.signedIn = { userId, token }; });
addEventListener('DOMContentLoaded', () => {
  const button = document.querySelector('button');
  button?.addEventListener('click', () => { document.querySelector('mpin-pinpad').signIn().then((result) => { window.promised = result; }); });
});`;

const html = (script: string, body: string): string => `<!doctype html>
<html lang="en"><title>Strict</title>
<script src="/strict/witness.js"></script>
<script type="module" src="${script}"></script>
${body}
</html>`;

/** Opens a page of the site's own origin whose policy allows next to nothing, in a browser profile of its own or in the one given. */
async function open({ script, scriptSources, attributes = '', beside }: { script: string; scriptSources: string; attributes?: string; beside?: PinPad }): Promise<PinPad> {
  const context = beside?.context ?? (await world.browser.newContext());
  // What a test answers in a server's place comes from no address, which browsers keep from loopback unless they are allowed.
  await context.grantPermissions(['local-network-access'], { origin: world.site });
  const page = await context.newPage();
  const policy = `default-src 'none'; script-src ${scriptSources}; style-src 'self'; connect-src ${world.platform.url}; require-trusted-types-for 'script'`;
  const body = `<button>Open</button><mpin-pinpad server="${world.platform.url}" ${attributes}></mpin-pinpad>`;
  await page.route(`${world.site}/strict/**`, (route) => answer(route, html(script, body), policy));
  return PinPad.open(page, `${world.site}/strict/`, world.platform.url);
}

async function answer(route: Route, document: string, policy: string): Promise<void> {
  const name = new URL(route.request().url()).pathname.slice('/strict/'.length);
  const headers = { 'content-security-policy': policy };
  if (name === '') return route.fulfill({ headers, contentType: 'text/html; charset=utf-8', body: document });
  const body = name === 'witness.js' ? witness : await readFile(new URL(name, dist), 'utf8');
  return route.fulfill({ headers, contentType: 'text/javascript; charset=utf-8', body });
}

const evaluate = <Value>(page: Page, expression: string): Promise<Value> => page.evaluate(expression) as Promise<Value>;

/** Nothing was refused so far; and what ought to be refused is, so that this means something. */
async function nothingWasRefused(pad: PinPad): Promise<void> {
  assert.deepEqual(await evaluate(pad.page, 'window.refused'), []);
  assert.deepEqual(pad.complaints, []);
  await evaluate(pad.page, "document.body.setAttribute('style', 'color: red')");
  assert.match(await until('the browser refuses a style attribute', () => evaluate<string | undefined>(pad.page, 'window.refused[0]')), /^style-src-attr /);
}

describe('a page whose policy allows next to nothing', () => {
  const hosts = {
    'with the files beside its own': () => ({ script: '/strict/mpin-pinpad.js', scriptSources: "'self'" }),
    'with the platform named for the script tag': () => ({ script: `${world.platform.url}/mpin-pinpad.js`, scriptSources: `'self' ${world.platform.url}` }),
  };
  for (const [how, host] of Object.entries(hosts)) {
    it(`sets somebody up and signs them in, ${how}`, async () => {
      const address = `${how.length}@example.com`;
      const pad = await open(host());
      await pad.register(address, PIN);
      await pad.button('Sign in now').click();
      await pad.enterPin('1793');
      await pad.page.locator('#message', { hasText: 'Incorrect PIN!' }).waitFor();
      await pad.enterPin(PIN);
      await pad.sees('You are signed in');
      assert.equal(await evaluate(pad.page, 'window.signedIn.userId'), address);
      assert.match(await evaluate(pad.page, 'window.signedIn.token'), /^[\w-]+\.[\w-]+\.[\w-]+$/);
      await nothingWasRefused(pad);

      const dialog = await open({ ...host(), attributes: 'mode="dialog" scramble device-keyboard auto-submit theme="dark"', beside: pad });
      await dialog.button('Open').click();
      await dialog.sees('Enter your PIN');
      await dialog.page.getByRole('dialog', { name: 'Enter your PIN' }).waitFor();
      await dialog.type(PIN);
      assert.equal(await until('the promise is kept', () => evaluate<string | undefined>(dialog.page, 'window.promised?.userId')), address);
      await nothingWasRefused(dialog);
      await pad.context.close();
    });
  }
});
