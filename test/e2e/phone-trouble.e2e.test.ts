import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { setLogoutUri } from '../../server/src/core/logout-uris.ts';
import { texts as troubles } from '../../src/elements/texts/en/troubles.ts';
import { assertLooks } from './support/looks.ts';
import { createPhoneWorld, numberOn } from './support/phone-world.ts';
import type { PhoneWorld } from './support/phone-world.ts';
import { PinPad } from './support/pin-pad.ts';
import { until } from './support/until.ts';

const PIN = '2846';
const USER = 'grace@example.com';

let world: PhoneWorld;
let phone: PinPad;
before(async () => {
  world = await createPhoneWorld();
  phone = await world.phone();
  await world.setUp(phone, USER, PIN);
  await phone.button('Sign in now').click();
});
after(async () => { await world.end(); });

/** A PC that shows a number, and the link in its QR code. */
async function pcWithNumber(withClock = false): Promise<{ pc: PinPad; link: string }> {
  const pc = await world.pc();
  if (withClock) {
    await pc.page.clock.install();
    await pc.page.reload();
  }
  await pc.button(/^Sign in with phone/).click();
  await numberOn(pc.page);
  return { pc, link: (await pc.page.locator('[part=request]').getAttribute('href')) ?? '' };
}

/** The request on one more tab of a phone. */
const open = async (device: PinPad, link: string): Promise<PinPad> => PinPad.open(await device.context.newPage(), link, world.platform.url);

describe('a phone and a PC', () => {
  it('signed out on the phone: the site ends its session, which it hears by its back channel', async () => {
    // A site on loopback is called in development alone.
    (world.platform.core.config as { dev: boolean }).dev = true;
    const uri = `${world.site.replace('localhost', '127.0.0.1')}/back-channel-logout`;
    await setLogoutUri(world.platform.core, { applicationId: world.platform.project.clientId, uri, dev: true, actor: 'test' });
    const { pc, link } = await pcWithNumber();
    const tab = await open(phone, link);
    await tab.button('Continue').click();
    await tab.enterPin(PIN);
    await tab.sees('Success');
    await pc.isSignedInAs(USER);
    await tab.button('Sign out').click();
    await tab.sees('Signed out');
    await pc.page.waitForURL(/\/\?signed-out/);
    await pc.page.goto(`${world.site}/account`);
    assert.equal(new URL(pc.page.url()).pathname, '/');
    await tab.page.close();
    await pc.context.close();
  });

  it('two phones answer one request: one wins, and the other is told', async () => {
    const slower = await world.phone();
    await world.setUp(slower, 'linus@example.com', PIN);
    const { pc, link } = await pcWithNumber();
    const tabs = [await open(phone, link), await open(slower, link)] as const;
    for (const tab of tabs) {
      await tab.button('Continue').click();
      await tab.sees('Enter your PIN');
    }
    await tabs[0].enterPin(PIN);
    await tabs[0].sees('Success');
    await tabs[1].enterPin(PIN);
    await tabs[1].sees(troubles.claimed[0]);
    await pc.isSignedInAs(USER);
    await tabs[0].page.close();
    await slower.context.close();
    await pc.context.close();
  });

  it('the phone offline half-way goes on where it was', async () => {
    const { pc, link } = await pcWithNumber();
    const tab = await open(phone, link);
    await tab.button('Continue').click();
    await tab.sees('Enter your PIN');
    await phone.context.setOffline(true);
    await tab.enterPin(PIN);
    await tab.sees('No connection');
    await phone.context.setOffline(false);
    await tab.enterPin(PIN);
    await tab.sees('Success');
    await pc.isSignedInAs(USER);
    await tab.page.close();
    await pc.context.close();
  });

  it('the PC without a connection shows a number again by itself', async () => {
    const { pc } = await pcWithNumber();
    await pc.context.setOffline(true);
    await pc.button('New number').click();
    await pc.sees('No connection');
    await pc.context.setOffline(false);
    await numberOn(pc.page);
    assert.deepEqual(pc.complaints, []);
    await pc.context.close();
  });

  it('a link that was cut off or mistyped says that there is no such request, shows nothing of itself, and leads on to the number', async () => {
    for (const rubbish of ['rubbish', '%00', 'rubbish'.repeat(714)]) {
      const tab = await open(phone, `${world.platform.url}/mobile-login/#${rubbish}`);
      await tab.sees(troubles['number-expired'][0]);
      assert.doesNotMatch(await tab.page.locator('body').innerText(), /rubbish|%00/);
      await tab.button('Try again').click();
      await tab.button('Sign in with this M-Pin').click();
      await tab.page.getByLabel('Access number, 7 digits').waitFor();
      assert.deepEqual(tab.complaints, []);
      await tab.page.close();
    }
  });

  it('a link that opens where nobody is set up says so', async () => {
    const { pc, link } = await pcWithNumber();
    const other = await world.phone(new URL(link).pathname + new URL(link).hash);
    await other.page.getByText('No identity is set up here yet.').waitFor();
    await other.context.close();
    await pc.context.close();
  });

  // The last here: the site's own clock stays behind, and takes no token from the future.
  it('second 99 by both clocks: the PC shows another number without a click, and the former one is worth nothing', async () => {
    const { pc } = await pcWithNumber(true);
    const former = await numberOn(pc.page);
    world.platform.advance(99);
    await pc.page.clock.fastForward(99_000);
    await until('another number', async () => (await numberOn(pc.page)) === former ? undefined : true);
    await phone.button('Sign in with this M-Pin').click();
    await phone.page.getByLabel('Access number, 7 digits').fill(former);
    await phone.button('Next').click();
    await phone.page.getByText(/Invalid access number!/).first().waitFor();
    await phone.page.reload();
    await pc.context.close();
  });
});

describe('the phone site', () => {
  it('is accessible and fits, narrow and wide, light and dark, in either direction', async () => {
    for (const locale of ['en', 'ar']) {
      const { pc, link } = await pcWithNumber();
      const visitor = await world.phone('/mobile', { locale, isMobile: false });
      await visitor.page.getByRole('textbox').first().waitFor();
      await assertLooks(visitor.page, `first screen, ${locale}`, [{ width: 320, colorScheme: 'light' }, { width: 1280, colorScheme: 'dark' }]);
      await visitor.page.goto(link);
      await visitor.page.getByRole('definition').first().waitFor();
      await assertLooks(visitor.page, `request, ${locale}`, [{ width: 320, colorScheme: 'dark' }]);
      await visitor.context.close();
      await pc.context.close();
    }
  });

  it('says where there is no connection, from what its worker keeps, and nothing else is kept', async () => {
    const visitor = await world.phone();
    await visitor.page.evaluate(async () => { await navigator.serviceWorker.ready; });
    await visitor.page.reload();
    await visitor.page.getByRole('textbox').first().waitFor();
    const kept = await visitor.page.evaluate(async () => {
      const listings = await Promise.all((await caches.keys()).map(async (name) => (await (await caches.open(name)).keys()).map(({ url }) => new URL(url).pathname)));
      return listings.flat();
    });
    assert.ok(kept.length > 3);
    assert.deepEqual(kept.filter((path) => !/^\/mobile\/assets\/[0-9a-f]{16}\/[\w-]+\.(?:js|css|html|wasm)$/.test(path)), []);
    await visitor.context.setOffline(true);
    await visitor.page.reload();
    await visitor.sees('You are offline');
    await assertLooks(visitor.page, 'offline', [{ width: 320, colorScheme: 'light' }]);
    await visitor.context.setOffline(false);
    await visitor.page.getByRole('textbox').first().waitFor();
    await visitor.context.close();
  });

  it('of several services opens a request at the one that it belongs to, whichever the link names', async () => {
    const { pc, link } = await pcWithNumber();
    const { projectId } = await world.platform.addProject({ name: 'City Library', origins: [] });
    const visitor = await world.phone('/mobile');
    await visitor.page.getByText('Which service is it for?').first().waitFor();
    for (const address of [link, `${world.platform.url}/mobile?project=${projectId}${new URL(link).hash}`]) {
      await visitor.page.goto('about:blank');
      await visitor.page.goto(address);
      await visitor.page.getByRole('definition').filter({ hasText: 'Northwind Bank' }).waitFor();
      assert.equal(new URL(visitor.page.url()).searchParams.get('project'), world.platform.project.projectId);
    }
    await visitor.context.close();
    await pc.context.close();
  });
});
