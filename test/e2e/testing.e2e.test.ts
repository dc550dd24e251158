import assert from 'node:assert/strict';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { MpinClient, memoryStorage } from '../../src/client/index.ts';
import { MpinError } from '../../src/errors.ts';
import { createTestServer, setUp, signIn } from '../../src/testing/index.ts';
import type { TestServer } from '../../src/testing/index.ts';
import { createVerifier } from '../../src/verify/index.ts';
import { serveSource } from './support/source-page.ts';
import type { SourcePage } from './support/source-page.ts';
import { until } from './support/until.ts';

/** `mpin-pinpad/testing` as a site's tests use it; the examples of docs/testing.md are what they say. */

const SITE = `
  import './src/elements/define.ts';
  export * from './src/testing/index.ts';
  import { createTestServer } from './src/testing/index.ts';
  Object.assign(window, { createTestServer });
  addEventListener('mpin-signed-in', ({ userId }) => { document.body.append('Hello ' + userId); });
`;
const ada = { userId: 'ada@example.com', pin: '2846' };

let source: SourcePage;
before(async () => { source = await serveSource(SITE, '<main><h1>Sign in</h1><div id="here"></div></main>'); });
after(async () => { await source.end(); });

/** The example with this name in docs/testing.md. */
function example(name: string): string {
  const code = new RegExp(`^\`\`\`ts ${name}\\n(.*?)^\`\`\``, 'msu').exec(readFileSync(new URL('../../docs/testing.md', import.meta.url), 'utf8'))?.[1];
  assert.ok(code !== undefined, `docs/testing.md has no example "${name}"`);
  return code;
}

/** Runs an example with these names in its scope. */
async function run(code: string, scope: Readonly<Record<string, unknown>>, result = 'undefined'): Promise<unknown> {
  const AsyncFunction = (async () => undefined).constructor as new (...words: string[]) => (...values: unknown[]) => Promise<unknown>;
  return new AsyncFunction(...Object.keys(scope), `${code}\nreturn ${result};`)(...Object.values(scope));
}

/** A page with a PIN-pad that asks the kit's server. */
async function open(server: TestServer, attributes = '', lang = 'en'): Promise<Page> {
  const page = await (await source.browser.newContext()).newPage();
  await server.route(page);
  await page.goto(source.url);
  await page.locator('#here').evaluate((here, html) => { here.innerHTML = html; }, `<mpin-pinpad lang="${lang}" server="${server.url}" ${attributes}></mpin-pinpad>`);
  return page;
}

describe('docs/testing.md', () => {
  it('the example for Playwright', async () => {
    const page = await (await source.browser.newContext()).newPage();
    await page.addInitScript(() => addEventListener('DOMContentLoaded', () => {
      document.querySelector('#here')?.insertAdjacentHTML('beforeend', '<mpin-pinpad server="https://auth.example.test"></mpin-pinpad>');
    }));
    await run(example('playwright'), { createTestServer, signIn, page, site: source.url });
    await page.context().close();
  });

  it('the example in the page begins at the PIN', async () => {
    const page = await (await source.browser.newContext()).newPage();
    await page.goto(source.url);
    await page.evaluate(`(async () => { ${example('page')} })()`);
    await page.getByRole('heading', { name: 'Enter your PIN' }).waitFor();
    await signIn(page, ada);
    await page.getByText('Hello ada@example.com').waitFor();
    await page.context().close();
  });

  it('the example without a page, and the one for a site\'s own server', async () => {
    assert.equal(typeof (await run(example('client'), { createTestServer }, 'token')), 'string');
    const { platform, listening, verifier, url } = (await run(example('verify'), { createTestServer, createServer, createVerifier, once }, '{ platform, listening, verifier, url }')) as {
      url: string;
      platform: TestServer; listening: ReturnType<typeof createServer>; verifier: ReturnType<typeof createVerifier>;
    };
    try {
      // As a browser does, which says where the page is from.
      const fromPage: typeof fetch = (input, init) => fetch(input, { ...init, headers: { ...init?.headers, origin: 'http://localhost:3000' } });
      const client = new MpinClient({ server: url, storage: memoryStorage(), fetch: fromPage });
      const identity = await client.register(await client.useActivationToken({ userId: ada.userId, activationToken: platform.activationToken(ada.userId) }), ada.pin);
      const { token = '' } = await client.beginSignIn(identity.id).finish(ada.pin);
      assert.equal((await verifier.verify(token)).userId, ada.userId);
    } finally {
      listening.closeAllConnections();
      listening.close();
    }
  });
});

describe('signIn', () => {
  for (const lang of ['en', 'de', 'ar']) {
    it(`sets somebody up by code and signs them in, then again with what this browser keeps: ${lang}`, async () => {
      const server = createTestServer();
      const page = await open(server, '', lang);
      await setUp(page, ada);
      await signIn(page, ada);
      await page.getByText('Hello ada@example.com').waitFor();
      const sofar = server.received.length;
      await page.locator('mpin-pinpad').evaluate((pad) => { (pad as HTMLElement & { restart(): void }).restart(); });
      await signIn(page, ada);
      assert.ok(server.received.slice(sofar).every(({ path }) => path !== '/registration'));
      await page.context().close();
    });
  }

  it('by a link, with an easily guessed PIN, a shuffled keypad and a PIN that submits itself', async () => {
    const server = createTestServer({ project: { verificationMethod: 'link', ways: ['browser', 'phone'] } });
    const page = await open(server, 'scramble auto-submit');
    await signIn(page, { userId: ada.userId, pin: '1234' }, { onMail: () => server.confirm(ada.userId) });
    await page.context().close();
  });

  it('as somebody else than who is shown', async () => {
    const server = createTestServer();
    const page = await open(server);
    const grace = { userId: 'grace@example.com', pin: '9173' };
    for (const user of [ada, grace, ada]) {
      await signIn(page, user);
      await page.locator('mpin-pinpad').evaluate((pad) => { (pad as HTMLElement & { restart(): void }).restart(); });
    }
    await page.context().close();
  });

  it('says what the element shows when it lets nobody in', async () => {
    const server = createTestServer();
    const page = await open(server);
    await setUp(page, ada);
    await assert.rejects(signIn(page, { ...ada, pin: '1111' }), (error) => error instanceof MpinError && error.code === 'ABORTED' && error.message.includes('Incorrect PIN! 2 attempts left.'));
    server.lock(ada.userId);
    await assert.rejects(signIn(page, ada), /Your M-Pin has been revoked/u);
    await page.context().close();
  });

  it('refuses a page that may be anybody\'s', async () => {
    const page = await (await source.browser.newContext()).newPage();
    await page.route('https://bank.com/**', (route) => route.fulfill({ contentType: 'text/html', body: '<title>Bank</title>' }));
    await page.goto('https://bank.com/');
    await assert.rejects(signIn(page, ada), { code: 'INVALID_CONFIGURATION' });
    await page.context().close();
  });
});

describe('the server in a page', () => {
  it('takes the place of fetch, goes away, comes back, and shows numbers that a phone answers', async () => {
    const page = await (await source.browser.newContext()).newPage();
    await page.goto(source.url);
    await page.evaluate(`
      window.server = createTestServer({ project: { ways: ['browser', 'phone'] } });
      server.install();
      server.goOffline();
      document.querySelector('#here').innerHTML = '<mpin-pinpad server="https://auth.example.test"></mpin-pinpad>';
    `);
    await until('the trouble is shown', async () => (await page.locator('mpin-pinpad').evaluate((pad) => (pad as HTMLElement & { state: string }).state)) === 'trouble' || undefined);
    await page.evaluate('server.goOnline()');
    await page.getByRole('button', { name: 'Try again' }).click();
    await signIn(page, ada);
    await page.context().close();
  });
});
