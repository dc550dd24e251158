import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { chromium } from 'playwright-core';
import type { Browser } from 'playwright-core';
import { browserArguments, findBrowser } from '../../scripts/lib/browser.mjs';
import { texts } from '../../src/elements/texts/en/phone-screens.ts';
import { texts as scanner } from '../../src/elements/texts/en/scanner.ts';
import { film, filmText } from './support/camera.ts';
import { assertLooks } from './support/looks.ts';
import { permit } from './support/permissions.ts';
import { createPhoneWorld } from './support/phone-world.ts';
import type { PhoneWorld } from './support/phone-world.ts';
import { PinPad } from './support/pin-pad.ts';

/** What the camera may be: refused, not there, shown something else, and let go of. */

const PIN = '2846';
const USER = 'ada@example.com';

let world: PhoneWorld;
let phone: PinPad;
before(async () => {
  world = await createPhoneWorld();
  phone = await world.phone();
  await world.setUp(phone, USER, PIN);
  await phone.button('Sign in now').click();
});
after(async () => { await world.end(); });

/** From what may be done with an identity to the camera. */
async function scan(device: PinPad): Promise<void> {
  await device.button(texts.signInWith).click();
  await device.button(texts.scanQr).click();
  await device.sees(scanner.scanTitle);
}

/** Back from the camera to what may be done with an identity, by the number's form. */
async function giveUp(device: PinPad): Promise<void> {
  await device.button(scanner.typeInstead).click();
  await device.sees(texts.accessTitle);
  await device.button('Back').click();
  await device.sees(texts.optionsTitle);
}

/** The cameras that the page opens from now on, each by whether it is live: they can be looked at after the page has let go of them. */
async function watchCameras({ page }: PinPad): Promise<{ opened: (count: number) => Promise<void>; states: () => Promise<string[]> }> {
  const cameras = await page.evaluateHandle(() => {
    const opened: MediaStream[] = [];
    const own = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
    navigator.mediaDevices.getUserMedia = async (constraints) => {
      const stream = await own(constraints);
      opened.push(stream);
      return stream;
    };
    return opened;
  });
  return {
    opened: async (count) => { await page.waitForFunction(([streams, least]) => streams.length >= least, [cameras, count] as const); },
    states: () => cameras.evaluate((streams) => streams.flatMap((stream) => stream.getTracks().map(({ readyState }) => readyState))),
  };
}

describe('the camera', () => {
  it('that reads a QR code of something else says so, leads nowhere, and reads on', async () => {
    await filmText('https://attacker.example/mobile-login/#AAAAAAAAAAAAAAAAAAAAAAAA', world.camera);
    const address = phone.page.url();
    const opened: string[] = [];
    phone.page.on('request', (request) => { if (!request.url().startsWith(world.platform.url) && /^https?:/u.test(request.url())) opened.push(request.url()); });
    const cameras = await watchCameras(phone);
    await scan(phone);
    await phone.page.getByText(scanner.scanForeign).first().waitFor();
    await assertLooks(phone.page, 'a foreign code', [{ width: 320, colorScheme: 'dark' }]);
    assert.deepEqual([phone.page.url(), opened], [address, []]);

    assert.deepEqual(await cameras.states(), ['live']);
    await giveUp(phone);
    assert.deepEqual(await cameras.states(), ['ended'], 'the light goes out with the screen');

    const pc = await world.pc();
    await pc.button(/^Sign in with phone/).click();
    await film(pc.page, world.camera);
    await scan(phone);
    await phone.sees(texts.requestTitle);
    assert.deepEqual(await cameras.states(), ['ended', 'ended'], 'and with the code that was read');
    await phone.button(texts.notMe).click();
    await phone.button(texts.done).click();
    await pc.context.close();
    assert.deepEqual(phone.complaints, []);
  });

  it('that is not allowed is named as such, and the number still works', async () => {
    await permit(phone.page, 'camera', 'denied');
    await scan(phone);
    await phone.page.getByText(scanner.cameraRefused).first().waitFor();
    assert.equal(await phone.page.locator('mpin-scanner').locator('video').count(), 0);
    await assertLooks(phone.page, 'a camera refused', [{ width: 320, colorScheme: 'light' }]);
    await giveUp(phone);
    await phone.context.grantPermissions(['camera']);
  });

  it('that goes away with its element is let go of, even where it is opened a moment too late', async () => {
    await filmText('a code that leads nowhere, so that the camera stays open', world.camera);
    const cameras = await watchCameras(phone);
    await scan(phone);
    await cameras.opened(1);
    assert.deepEqual(await cameras.states(), ['live']);
    await phone.page.evaluate(() => { document.querySelector('mpin-pinpad')?.remove(); });
    assert.deepEqual(await cameras.states(), ['ended']);

    await phone.page.evaluate(() => {
      const element = document.createElement('mpin-scanner');
      document.body.append(element);
      element.remove();
    });
    await cameras.opened(2);
    await phone.page.evaluate(() => new Promise(requestAnimationFrame));
    assert.deepEqual(await cameras.states(), ['ended', 'ended']);
  });
});

describe('a phone without a camera', () => {
  let browser: Browser;
  before(async () => { browser = await chromium.launch({ executablePath: (await findBrowser()) ?? '', args: [...browserArguments, '--use-fake-device-for-media-stream=device-count=0'] }); });
  after(async () => { await browser.close(); });

  it('says so, and the number works', async () => {
    const context = await browser.newContext({ permissions: ['camera'] });
    const device = await PinPad.open(await context.newPage(), `${world.platform.url}/mobile`, world.platform.url);
    await world.setUp(device, 'grace@example.com', PIN);
    await device.button('Sign in now').click();
    await scan(device);
    await device.page.getByText(scanner.cameraMissing).first().waitFor();
    await giveUp(device);
    assert.deepEqual(device.complaints, []);
  });
});
