import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { addClient, authorizeUrl } from '../../server/test/support/connect.ts';
import { memoryStorage, MpinClient } from '../../src/client/index.ts';
import { assertAccessible } from './support/axe.ts';
import { createConnectWorld } from './support/connect-world.ts';
import type { ConnectWorld } from './support/connect-world.ts';

/** The log-in page of the OpenID provider, answered by a phone: its own session's code and number are shown, and no other is opened. */

const USER = 'ada@mail.example';
const PIN = '7391';
let world: ConnectWorld;
let phone: MpinClient;

before(async () => {
  world = await createConnectWorld();
  phone = new MpinClient({ server: world.platform.url, storage: memoryStorage() });
  const pending = await phone.startRegistration({ userId: USER, deviceName: 'Phone' });
  const { code } = await world.platform.mailbox.takeLink(USER);
  const form = new URLSearchParams({ code, user_id: USER, decision: 'confirm', number: pending.matchNumber ?? '' });
  await fetch(`${world.platform.url}/verification/confirmation/decision`, { method: 'POST', body: form, headers: { origin: 'null' } });
  await phone.waitForConfirmation(pending);
  await phone.register(pending, PIN);
});
after(async () => { await world?.end(); });

/** The application that the browser comes back to, and its link. */
async function startApplication(): Promise<{ origin: string; link: string; close(): void }> {
  const app = createServer((_request, response) => { response.setHeader('content-type', 'text/html').end('<!doctype html><title>App</title>'); });
  await once(app.listen(0, '127.0.0.1'), 'listening');
  const origin = `http://localhost:${(app.address() as AddressInfo).port}`;
  const client = await addClient(world.platform, { redirectUris: [`${origin}/by-phone`] });
  return { origin, link: authorizeUrl(world.platform, client, { state: 's-1' }), close: () => { app.close().closeAllConnections(); } };
}

/** What the page calls its number. */
const NUMBER = /^Access number ((?:\d ){6}\d)$/u;

/** The number that the page shows, as it is read out. */
async function numberOn(page: Page): Promise<string> {
  const shown = await page.getByText(NUMBER).first().textContent();
  return (NUMBER.exec(shown?.trim() ?? '')?.[1] ?? '').replaceAll(' ', '');
}

/** Opens the page's QR code and answers it with the phone. */
async function answerByPhone(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Sign in with phone/ }).click();
  await page.getByRole('img', { name: 'QR code of the same request' }).waitFor();
  await assertAccessible(page);
  const link = new URL(await page.getByRole('link', { name: /mobile-login/ }).getAttribute('href') ?? '');
  assert.equal(link.origin, world.platform.url);
  const request = await phone.requestDetails(link.hash.slice(1));
  assert.equal(request.projectName, 'Shop');
  const [identity] = await phone.identities();
  await phone.beginSignIn(identity?.id ?? '', { scope: 'oidc', accessId: request.accessId }).finish(PIN);
}

describe('a log-in that a phone answers', () => {
  it('goes on to the application, and nothing is kept on the computer', async () => {
    const app = await startApplication();
    const { page, complaints } = await world.visit();
    const asked: unknown[] = [];
    page.on('request', (request) => { if (request.url().endsWith('/rps/v2/session')) asked.push((request.postDataJSON() as { accessId?: unknown }).accessId); });
    await page.goto(app.link);
    await answerByPhone(page);
    await page.getByRole('button', { name: 'Allow', exact: true }).click();
    await page.waitForURL(`${app.origin}/by-phone*`);
    const landed = new URL(page.url()).searchParams;
    assert.equal(landed.get('state'), 's-1');
    assert.match(landed.get('code') ?? '', /./u);
    assert.equal(asked.every((accessId) => typeof accessId === 'string'), true, 'numbers of the log-in\'s own session alone');
    assert.deepEqual(complaints, []);
    await page.context().close();
    app.close();
  });

  it('is found by its number too, and by another one', async () => {
    const app = await startApplication();
    const { page } = await world.visit();
    await page.goto(app.link);
    await page.getByRole('button', { name: /^Sign in with phone/ }).click();
    const first = await numberOn(page);
    await page.getByRole('timer').waitFor();
    await page.getByRole('button', { name: 'New number' }).click();
    await page.waitForFunction((old) => !document.querySelector('mpin-pinpad')?.shadowRoot?.querySelector('mpin-access-number')?.shadowRoot?.querySelector('.number')?.textContent?.replaceAll(/\s/gu, '').includes(old), first);
    const [identity] = await phone.identities();
    const id = identity?.id ?? '';
    const [accessId, earlier] = [await phone.resolveAccessNumber(id, await numberOn(page)), await phone.resolveAccessNumber(id, first)];
    assert.equal(accessId, earlier, 'the same session');
    await phone.beginSignIn(id, { scope: 'oidc', accessId }).finish(PIN);
    await page.getByRole('button', { name: 'Allow', exact: true }).click();
    await page.waitForURL(`${app.origin}/by-phone*`);
    await page.context().close();
    app.close();
  });

  it('goes on although the platform could not answer for a while', async () => {
    const app = await startApplication();
    const { page } = await world.visit();
    const outages = [503, 429];
    await page.route('**/interaction/*/wait', (route) => {
      const status = outages.shift();
      return status === undefined ? route.continue() : route.fulfill({ status, body: '' });
    });
    await page.goto(app.link);
    await answerByPhone(page);
    await page.getByRole('button', { name: 'Allow', exact: true }).click();
    await page.waitForURL(`${app.origin}/by-phone*`);
    assert.deepEqual(outages, []);
    await page.context().close();
    app.close();
  });
});
