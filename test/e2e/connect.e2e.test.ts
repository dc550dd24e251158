import assert from 'node:assert/strict';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { allowInsecureRequests, authorizationCodeGrant, ClientSecretBasic, discovery } from 'openid-client';
import { createPluggable } from '../../demo/pluggable/app.ts';
import { changeProject } from '../../server/src/core/project-changes.ts';
import { addClient } from '../../server/test/support/connect.ts';
import { assertAccessible, assertFits } from './support/axe.ts';
import { choosePin, createConnectWorld, enterPin, registerOnPage } from './support/connect-world.ts';
import type { ConnectWorld } from './support/connect-world.ts';
import { freePorts } from './support/ports.ts';

/** Log-ins through the OpenID provider, in a browser: a page that keeps no secret, and an application that verifies people its own way. */

const PIN = '7391';
let world: ConnectWorld;
const servers: Server[] = [];

before(async () => {
  world = await createConnectWorld();
});
after(async () => {
  for (const server of servers) server.close().closeAllConnections();
  await world?.end();
});

async function listen(server: Server, port: number): Promise<void> {
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  servers.push(server);
}

describe('an application that verifies people its own way', () => {
  let origin = '';
  const banned = 'banned@members.example';
  before(async () => {
    const [port = 0] = await freePorts(1);
    origin = `http://localhost:${port}`;
    const client = await addClient(world.platform, { name: 'The club', redirectUris: [`${origin}/callback`] }, { rights: ['verify'] });
    await listen(await createPluggable({ issuer: world.platform.url, ...client, origin, verify: async (_member, word) => word === 'open sesame', admit: (member) => member !== banned }), port);
  });

  it('sends its member straight to choosing a PIN, and gets its code; afterwards the PIN is enough', async () => {
    const { page, complaints } = await world.visit();
    await page.goto(origin);
    await page.getByRole('link', { name: 'First time on this device' }).click();
    await page.getByLabel('Member').fill('anna@members.example');
    await page.getByLabel('Your word').fill('open sesame');
    await page.getByRole('button', { name: 'Choose a PIN' }).click();
    await page.getByRole('heading', { name: 'Setup your PIN' }).waitFor();
    assert.doesNotMatch(page.url(), /acttoken|prerollid/);
    await assertAccessible(page);
    await choosePin(page, PIN);
    await enterPin(page, PIN);
    await page.getByRole('heading', { name: /The club.* wants to know who you are/ }).waitFor();
    await assertAccessible(page);
    await page.getByRole('button', { name: 'Allow', exact: true }).click();
    await page.getByText('You are anna@members.example.').waitFor();
    await page.context().clearCookies();
    await page.goto(`${origin}/sign-in`);
    await enterPin(page, PIN);
    await page.getByText('You are anna@members.example.').waitFor();
    assert.deepEqual(complaints, []);
  });

  it('may refuse a member after the sign-in: the page says who refused, and the identity stays', async () => {
    const { page } = await world.visit();
    await page.goto(`${origin}/join`);
    await page.getByLabel('Member').fill(banned);
    await page.getByLabel('Your word').fill('open sesame');
    await page.getByRole('button', { name: 'Choose a PIN' }).click();
    await choosePin(page, PIN);
    await enterPin(page, PIN);
    await page.getByRole('button', { name: 'Allow', exact: true }).click();
    await page.getByRole('heading', { name: /Access refused by .The club/ }).waitFor();
    const identity = await world.platform.core.db.queries.selectFrom('identities').select('state').where('user_id', '=', banned).executeTakeFirst();
    assert.equal(identity?.state, 'active');
  });

  it('leads back from a log-in that is cancelled', async () => {
    const { page } = await world.visit();
    await page.setViewportSize({ width: 320, height: 720 });
    await page.goto(`${origin}/sign-in`);
    await page.getByRole('button', { name: /^Sign in with browser/ }).waitFor();
    await assertFits(page);
    await page.getByRole('button', { name: /Cancel and go back to .The club/ }).click();
    await page.getByRole('alert').filter({ hasText: 'The person cancelled.' }).waitFor();
  });
});

describe('a site that makes a verification URL with a way back', () => {
  it('gets its person back with code and state, and redeems the code', async () => {
    const [port = 0] = await freePorts(1);
    const redirectUri = `http://localhost:${port}/back`;
    const client = await addClient(world.platform, { name: 'The shop', redirectUris: [redirectUri] }, { rights: ['verify'] });
    await listen(createServer((_request, response) => { response.setHeader('content-type', 'text/html').end('<!doctype html><title>Shop</title><h1>Welcome back</h1>'); }), port);
    const made = await fetch(`${world.platform.url}/verification`, {
      method: 'POST', headers: { 'content-type': 'application/json', authorization: `Basic ${btoa(`${client.clientId}:${client.clientSecret}`)}` },
      body: JSON.stringify({ userId: 'dora@members.example', delivery: 'no', clientId: client.clientId, redirectURI: redirectUri, scope: ['openid', 'email'], state: 'the-state', nonce: 'the-nonce' }),
    });
    const { verificationURL } = (await made.json()) as { verificationURL: string };
    const { page, complaints } = await world.visit();
    await page.goto(verificationURL);
    await page.getByText('dora@members.example').waitFor();
    await page.getByRole('button', { name: 'Continue' }).click();
    await choosePin(page, PIN);
    await enterPin(page, PIN);
    await page.getByRole('button', { name: 'Allow', exact: true }).click();
    await page.getByRole('heading', { name: 'Welcome back' }).waitFor();
    assert.ok(page.url().startsWith(`${redirectUri}?`), page.url());
    const configuration = await discovery(new URL(world.platform.url), client.clientId, undefined, ClientSecretBasic(client.clientSecret), { execute: [allowInsecureRequests] });
    const tokens = await authorizationCodeGrant(configuration, new URL(page.url()), { expectedState: 'the-state', expectedNonce: 'the-nonce', idTokenExpected: true });
    assert.equal(tokens.claims()?.sub, 'dora@members.example');
    assert.deepEqual(complaints, []);
  });
});

describe('oidc-client-ts, in a page that keeps no secret', () => {
  it('signs in with PKCE across origins, and out again', async () => {
    const [port = 0] = await freePorts(1);
    const origin = `http://localhost:${port}`;
    const client = await addClient(world.platform, { name: 'Page', isPublic: true, redirectUris: [`${origin}/`], postLogoutUris: [`${origin}/?bye`] });
    const library = readFileSync(join(dirname(createRequire(import.meta.url).resolve('oidc-client-ts')), '..', 'browser', 'oidc-client-ts.min.js'));
    const script = `const manager = new oidc.UserManager({ authority: ${JSON.stringify(world.platform.url)}, client_id: ${JSON.stringify(client.clientId)}, redirect_uri: location.origin + '/',
      post_logout_redirect_uri: location.origin + '/?bye', scope: 'openid email', loadUserInfo: true });
      document.querySelector('#in').addEventListener('click', () => manager.signinRedirect());
      document.querySelector('#out').addEventListener('click', () => manager.signoutRedirect());
      if (location.search.includes('code=')) manager.signinRedirectCallback().then((user) => { document.querySelector('#user').textContent = user.profile.email; });`;
    await listen(createServer((request, response) => {
      if (request.url === '/library.js') return response.setHeader('content-type', 'text/javascript').end(library);
      if (request.url === '/page.js') return response.setHeader('content-type', 'text/javascript').end(script);
      return response.setHeader('content-type', 'text/html').end('<!doctype html><title>Page</title><p id="user"></p><button id="in">Sign in</button><button id="out">Sign out</button><script src="/library.js"></script><script src="/page.js"></script>');
    }), port);
    const { page, complaints } = await world.visit();
    await page.goto(origin);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await registerOnPage(world, page, 'page@mail.example', PIN);
    await enterPin(page, PIN);
    await page.getByRole('button', { name: 'Allow', exact: true }).click();
    await page.getByText('page@mail.example').waitFor();
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByRole('button', { name: 'Yes, sign me out' }).click();
    await page.waitForURL(`${origin}/?bye`);
    assert.deepEqual(complaints, []);
  });
});

describe('the account', () => {
  it('shows a person\'s applications and devices, without a barrier, at any width and in every direction', async () => {
    await changeProject(world.platform.core, world.platform.project.projectId, { registerApplications: 'anyone' }, 'tests');
    const { page, complaints } = await world.visit();
    await page.goto(`${world.platform.url}/account`);
    await page.getByText('which devices and applications may sign in as you').waitFor();
    await registerOnPage(world, page, 'account@mail.example', PIN);
    await enterPin(page, PIN);
    await page.getByRole('heading', { name: 'Your account' }).waitFor();
    await assertAccessible(page);
    await page.getByLabel('Name of the device').fill('Kitchen tablet');
    await page.getByRole('button', { name: 'Rename' }).click();
    await page.getByRole('heading', { name: 'Kitchen tablet' }).waitFor();
    await page.getByRole('status').getByText('Kitchen tablet').waitFor();
    await assertAccessible(page);
    await page.getByRole('link', { name: 'Register an application' }).click();
    await page.getByRole('heading', { name: 'Application', exact: true }).waitFor();
    await assertAccessible(page);
    await page.getByRole('textbox', { name: 'Name' }).fill('Mine');
    await page.getByLabel('Redirect URIs').fill('http://localhost:4999/callback');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('it is shown only once').waitFor();
    await page.setViewportSize({ width: 320, height: 800 });
    await assertFits(page);
    await page.context().setExtraHTTPHeaders({ 'accept-language': 'ar' });
    await page.goto(`${world.platform.url}/account`);
    await page.getByRole('heading', { name: 'حسابك' }).waitFor();
    assert.equal(await page.locator('html').getAttribute('dir'), 'rtl');
    await assertFits(page);
    await assertAccessible(page);
    assert.deepEqual(complaints, []);
  });
});
