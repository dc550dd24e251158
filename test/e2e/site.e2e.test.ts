import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { BrowserContextOptions } from 'playwright-core';
import { assertAccessible, assertFits } from './support/axe.ts';
import { createWorld } from './support/world.ts';
import type { World } from './support/world.ts';

let world: World;

before(async () => {
  world = await createWorld();
});

after(async () => {
  await world.end();
});

function post(path: string, body: string, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(`${world.site}${path}`, { method: 'POST', body, redirect: 'manual', headers: { origin: world.site, 'content-type': 'application/json', ...headers } });
}

async function visitCookie(): Promise<string> {
  const response = await fetch(world.site);
  return response.headers.getSetCookie()[0]?.split(';')[0] ?? '';
}

describe('the demo site\'s back end', () => {
  it('refuses what is no sign-in token', async () => {
    for (const body of ['', '{', '[]', 'null', '{"token":1}', '{"token":"x.y.z"}', JSON.stringify({ token: 'x'.repeat(20_000) })]) {
      const response = await post('/session', body, { cookie: await visitCookie() });
      assert.equal(response.status, 401, body.slice(0, 20));
      assert.deepEqual(response.headers.getSetCookie(), []);
    }
  });

  it('refuses a token without a visit', async () => {
    assert.equal((await post('/session', '{"token":"x.y.z"}')).status, 401);
  });

  it('refuses posts from other origins', async () => {
    for (const path of ['/session', '/sign-out']) assert.equal((await post(path, '{}', { origin: 'https://evil.example' })).status, 403);
  });

  it('shows the account to nobody without a session', async () => {
    for (const cookie of ['', 'northwind_session=', 'northwind_session=guess']) {
      const response = await fetch(`${world.site}/account`, { redirect: 'manual', headers: { cookie } });
      assert.equal(response.status, 303);
    }
  });

  it('knows no other paths', async () => {
    for (const path of ['/nothing', '/../server.ts', '/site.ts', '/sign-out']) assert.equal((await fetch(`${world.site}${path}`)).status, 404);
  });

  it('tells a page whether its session is still there', async () => {
    for (const cookie of ['', 'northwind_session=made-up']) assert.equal((await fetch(`${world.site}/session`, { headers: { cookie } })).status, 401);
  });

  it('answers HEAD as GET', async () => {
    for (const path of ['/', '/site.css']) assert.equal((await fetch(`${world.site}${path}`, { method: 'HEAD' })).status, 200);
  });

  it('sends a strict policy with every answer', async () => {
    const policy = (await fetch(world.site)).headers.get('content-security-policy') ?? '';
    assert.match(policy, /default-src 'none'/);
    assert.match(policy, /frame-ancestors 'none'/);
    assert.match(policy, /require-trusted-types-for 'script'/);
    assert.doesNotMatch(policy, /unsafe/);
  });
});

describe('the demo site in a browser', () => {
  const looks: [string, string, BrowserContextOptions][] = [
    ['light', '/', { colorScheme: 'light' }],
    ['dark', '/', { colorScheme: 'dark' }],
    ['320 px wide', '/?lang=de', { viewport: { width: 320, height: 640 } }],
    ['right to left, 320 px, dark', '/?lang=ar', { viewport: { width: 320, height: 640 }, colorScheme: 'dark' }],
    ['forced colours', '/', { forcedColors: 'active' }],
  ];
  for (const [name, path, options] of looks) {
    it(`is accessible and fits: ${name}`, async () => {
      const pad = await world.visit(path, options);
      const ways = pad.page.locator('mpin-pinpad [part=option]');
      const form = pad.page.locator('mpin-pinpad').getByRole('textbox').first();
      await ways.first().waitFor();
      assert.equal(await pad.page.locator('html').getAttribute('dir'), path.endsWith('ar') ? 'rtl' : 'ltr');
      await assertAccessible(pad.page);
      await assertFits(pad.page);
      await ways.first().click();
      await form.waitFor();
      await assertAccessible(pad.page);
      await assertFits(pad.page);
      assert.deepEqual(pad.complaints, []);
      await pad.context.close();
    });
  }

  it('offers who comes first all ways in, each in a few plain words', async () => {
    const pad = await world.visit();
    await pad.sees('Choose a sign in option');
    const offers = await pad.page.locator('mpin-pinpad').getByRole('button').allInnerTexts();
    assert.deepEqual(offers.map((text) => text.split('\n')), [['Sign in with browser', 'With a PIN on this device'], ['Sign in with phone', 'Nothing is left on this computer'], ['Setup your phone']]);
    await pad.context.close();
  });

  for (const height of [640, 900]) {
    it(`does not move when the script arrives, ${height} px high`, async () => {
      const context = await world.browser.newContext({ viewport: { width: 1280, height } });
      const page = await context.newPage();
      const frame = page.locator('mpin-pinpad');
      let reserved;
      await page.route('**/mpin-pinpad.js', async (route) => {
        reserved = await frame.boundingBox();
        await route.continue();
      });
      await page.goto(world.site);
      await frame.locator('[part=option]').first().waitFor();
      assert.ok(reserved !== undefined);
      assert.deepEqual(await frame.boundingBox(), reserved);
      await context.close();
    });
  }

  it('shows a protected page that is accessible and fits', async () => {
    const pad = await world.visit('/', { viewport: { width: 320, height: 640 } });
    await pad.register('linus@example.com', '2846');
    await pad.button('Sign in now').click();
    await pad.enterPin('2846');
    await pad.isSignedInAs('linus@example.com');
    for (const lang of ['en', 'ar']) {
      for (const colorScheme of ['light', 'dark'] as const) {
        await pad.page.emulateMedia({ colorScheme });
        await pad.page.goto(`${world.site}/account?lang=${lang}`);
        await assertAccessible(pad.page);
        await assertFits(pad.page);
      }
    }
    await pad.context.close();
  });

  it('says so when the platform is down, and nothing breaks', async () => {
    await world.platform.stop();
    const pad = await world.visit();
    await pad.page.getByText('Sign-in is not available right now.').waitFor();
    assert.equal(await pad.page.locator('mpin-pinpad').isVisible(), false);
    await assertAccessible(pad.page);
    await world.platform.start();
    await pad.page.getByRole('link', { name: 'Try again' }).click();
    await pad.sees('Choose a sign in option');
    await pad.context.close();
  });
});
