import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { addClient } from '../../server/test/support/connect.ts';
import { ensureApache, startApache } from './support/apache.ts';
import type { Apache } from './support/apache.ts';
import { createConnectWorld, enterPin, registerOnPage } from './support/connect-world.ts';
import type { ConnectWorld } from './support/connect-world.ts';
import { freePorts } from './support/ports.ts';

/** Apache's mod_auth_openidc, a certified client that knows nothing of us, protects a page; a person signs in to it and out again. */

describe('a page that Apache protects', () => {
  let world: ConnectWorld;
  let apache: Apache;
  before(async () => {
    ensureApache();
    world = await createConnectWorld();
    const [port = 0] = await freePorts(1);
    const origin = `http://localhost:${port}`;
    const client = await addClient(world.platform, { name: 'Apache', redirectUris: [`${origin}/callback`], postLogoutUris: [`${origin}/bye.html`] });
    apache = await startApache({ port, issuer: world.platform.url, ...client });
  });
  after(async () => {
    await apache?.stop();
    await world?.end();
  });

  it('is reached from the click on "Sign in", and left by "Sign out"', async () => {
    const { page, complaints } = await world.visit();
    await page.goto(apache.origin);
    await page.getByRole('link', { name: 'Sign in' }).click();
    await page.getByRole('heading', { name: /Sign in to .Apache/ }).waitFor();
    await registerOnPage(world, page, 'apache@mail.example', '7391');
    await enterPin(page, '7391');
    await page.getByRole('heading', { name: /Apache.* wants to know who you are/ }).waitFor();
    await page.getByRole('button', { name: 'Allow', exact: true }).click();
    await page.getByRole('heading', { name: 'Protected' }).waitFor();
    assert.equal(await page.locator('#user').innerText(), 'apache@mail.example', await apache.log());
    assert.equal(await page.locator('#verified').innerText(), '1');

    await page.getByRole('link', { name: 'Sign out' }).click();
    await page.getByRole('button', { name: 'Yes, sign me out' }).click();
    await page.getByRole('heading', { name: 'Signed out of Apache' }).waitFor();
    await page.goto(`${apache.origin}/protected/`);
    await enterPin(page, '7391');
    await page.getByRole('heading', { name: 'Protected' }).waitFor();
    assert.deepEqual(complaints, []);
  });
});
