import assert from 'node:assert/strict';
import { after, before, it } from 'node:test';
import { decodeJwt } from 'jose';
import { addClient, authorizeUrl, redeem } from '../../server/test/support/connect.ts';
import { startWebhookReceiver } from '../../server/test/support/webhook-receiver.ts';
import type { WebhookReceiver } from '../../server/test/support/webhook-receiver.ts';
import { texts } from '../../src/elements/texts/en/phone-screens.ts';
import { createPhoneWorld } from './support/phone-world.ts';
import type { PhoneWorld } from './support/phone-world.ts';
import type { PinPad } from './support/pin-pad.ts';
import { until } from './support/until.ts';

/** A log-in at the platform's hosted page that a phone approves and ends: the application hears of it by its back channel. */

const PIN = '2846';
const USER = 'ada@example.com';

let world: PhoneWorld;
let application: WebhookReceiver;
let phone: PinPad;
before(async () => {
  // An application on loopback is called in development alone.
  [world, application] = await Promise.all([createPhoneWorld({ environment: { MPIN_DEV: '1' } }), startWebhookReceiver()]);
  // Which brings a project of its own along.
  phone = await world.phone(`/mobile?project=${world.platform.project.projectId}`);
  await world.setUp(phone, USER, PIN);
});
after(async () => {
  await world.end();
  await application.close();
});

it('signed in by phone, signed out on the phone: the session is over at the platform and at the application', async () => {
  const callback = new URL('/callback', application.url).href;
  const client = await addClient(world.platform, { name: 'Northwind', redirectUris: [callback], logoutUri: application.url });
  const address = authorizeUrl(world.platform, client);
  const pc = await world.pc();
  const { page } = pc;
  await page.goto(address);
  await pc.button(/^Sign in with phone/).click();
  const link = (await page.locator('[part=request]').getAttribute('href')) ?? '';

  await phone.page.goto(link);
  await phone.button(texts.proceed).click();
  await phone.enterPin(PIN);
  await phone.sees(texts.approvedTitle);
  await pc.button('Allow').click();
  await page.waitForURL(`${callback}?*`);
  const tokens = await redeem(world.platform, client, new URL(page.url()).searchParams.get('code') ?? '');
  const { sid, sub } = decodeJwt(String(tokens.body['id_token']));
  assert.equal(sub, USER);

  // As long as the session lives, nobody is asked again.
  await page.goto(address);
  await page.waitForURL(`${callback}?*`);

  await phone.button('Sign out').click();
  await phone.sees(texts.signedOutTitle);
  const told = await until('the logout token', async () => application.messages.map(({ body }) => new URLSearchParams(body).get('logout_token')).find((token) => token !== null) ?? undefined);
  const claims = decodeJwt(told);
  assert.deepEqual([claims.aud, claims['sid'], claims.sub], [client.clientId, sid, USER]);
  await page.goto(address);
  await pc.button(/^Sign in with phone/).waitFor();
  assert.equal(new URL(page.url()).origin, world.platform.url);
  assert.deepEqual(phone.complaints, []);
  await pc.context.close();
});
