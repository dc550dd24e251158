import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { film } from './support/camera.ts';
import { createPhoneWorld, numberOn } from './support/phone-world.ts';
import type { PhoneWorld } from './support/phone-world.ts';
import { PinPad } from './support/pin-pad.ts';

const PIN = '2846';
const USER = 'ada@example.com';

let world: PhoneWorld;
let phone: PinPad;
before(async () => {
  world = await createPhoneWorld();
  phone = await world.phone();
  await world.setUp(phone, USER, PIN);
  await phone.button('Sign in now').click();
  await phone.sees('What would you like to do?');
});
after(async () => { await world.end(); });

/** A PC that shows a number. */
async function pcWithNumber(): Promise<PinPad> {
  const pc = await world.pc();
  await pc.button(/^Sign in with phone/).click();
  await pc.sees('Sign in with your phone');
  return pc;
}

/** From the request, which is shown before any PIN is asked for, to "Success". */
async function approve(device: PinPad, pin = PIN): Promise<void> {
  await device.sees('Is this you?');
  await device.page.getByRole('definition').filter({ hasText: 'Northwind Bank' }).waitFor();
  await device.page.getByText(world.site, { exact: true }).waitFor();
  assert.equal(await device.page.getByLabel(/^PIN, \d digits/).count(), 0);
  await device.button('Continue').click();
  await device.enterPin(pin);
  await device.sees('Success');
}

describe('a phone signs in another device', () => {
  it('by the number, once a mistyped digit was noticed', async () => {
    const pc = await pcWithNumber();
    await phone.button('Sign in with this M-Pin').click();
    await phone.sees('Enter access number');
    const number = await numberOn(pc.page);
    const slip = `${number.slice(0, 6)}${(Number(number[6]) % 9) + 1}`;
    await phone.page.getByLabel('Access number, 7 digits').fill(slip);
    await phone.button('Next').click();
    await phone.page.getByText('Invalid access number!').first().waitFor();
    await phone.page.getByLabel('Access number, 7 digits').fill(number);
    await phone.button('Next').click();
    await pc.page.getByText('Code scanned. Waiting for authentication…').first().waitFor();
    await approve(phone);
    await pc.isSignedInAs(USER);
    await phone.button('Done').click();
    await pc.context.close();
    assert.deepEqual([pc.complaints, phone.complaints], [[], []]);
  });

  it('by the link of the QR code, which opens the request at once', async () => {
    const pc = await pcWithNumber();
    const link = (await pc.page.locator('[part=request]').getAttribute('href')) ?? '';
    assert.match(link, new RegExp(`^${world.platform.url}/mobile-login/#[\\w-]{22,}$`));
    const page = await phone.context.newPage();
    const other = await PinPad.open(page, link, world.platform.url);
    await approve(other);
    await pc.isSignedInAs(USER);
    assert.equal(new URL(page.url()).hash, '');
    await page.close();
    await pc.context.close();
  });

  it('by the camera, which reads the QR code that the PC shows', async () => {
    const pc = await pcWithNumber();
    await film(pc.page, world.camera);
    await phone.button('Sign in with this M-Pin').click();
    await phone.button('Scan QR code').click();
    await approve(phone);
    await pc.isSignedInAs(USER);
    assert.deepEqual(phone.complaints, []);
    await phone.button('Done').click();
    await pc.context.close();
  });
});
