import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { decodeJwt, decodeProtectedHeader } from 'jose';
import { revokeByAdministrator } from '../src/core/identity-administration.ts';
import { addClient, authorizeUrl, consent, logIn, newBrowser, pkce, provePin, readLoginPage, redeem, userinfo } from './support/connect.ts';
import type { TestClient } from './support/connect.ts';
import { register } from './support/device.ts';
import type { DeviceIdentity } from './support/device.ts';
import { request } from './support/http.ts';
import { attribute } from './support/page-browser.ts';
import { startPlatform } from './support/test-platform.ts';
import type { TestPlatform } from './support/test-platform.ts';

/** The OpenID provider from the link to the claims (docs/protocol.md 11). */

describe('signing in to an application', () => {
  let platform: TestPlatform;
  let client: TestClient;
  let anna: DeviceIdentity;
  before(async () => {
    platform = await startPlatform();
    client = await addClient(platform);
    anna = await register(platform, '1234');
  });
  after(() => platform.close());

  it('announces its paths under the public URL, whatever a request calls the host', async () => {
    const { body } = await request(`${platform.url}/.well-known/openid-configuration`, { headers: { 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'https' } });
    assert.equal(body['issuer'], platform.url);
    assert.equal(body['authorization_endpoint'], `${platform.url}/authorize`);
    assert.equal(body['token_endpoint'], `${platform.url}/oidc/token`);
    assert.equal(body['userinfo_endpoint'], `${platform.url}/oidc/userinfo`);
    assert.equal(body['jwks_uri'], `${platform.url}/oidc/certs`);
    assert.deepEqual(body['response_types_supported'], ['code']);
    assert.deepEqual(body['code_challenge_methods_supported'], ['S256']);
  });

  it('works with the example of the API\'s documents: no state, no challenge', async () => {
    const browser = newBrowser(platform);
    const back = await logIn(platform, browser, authorizeUrl(platform, client, { scope: 'openid email profile' }), anna, '1234');
    assert.equal(`${back.origin}${back.pathname}`, client.redirectUri);
    assert.equal(back.searchParams.get('iss'), platform.url);
    assert.equal(back.searchParams.has('state'), false);
    const tokens = await redeem(platform, client, back.searchParams.get('code') ?? '');
    assert.equal(tokens.status, 200, tokens.text);
    const claims = decodeJwt(String(tokens.body['id_token']));
    assert.equal(claims.sub, anna.userId);
    assert.equal(claims.iss, platform.url);
    assert.equal(claims.aud, client.clientId);
    assert.equal(claims['email'], anna.userId);
    assert.equal(claims['email_verified'], true);
    assert.equal('acr' in claims, false);
    assert.equal(decodeProtectedHeader(String(tokens.body['id_token'])).alg, 'RS256');
    const who = await userinfo(platform, String(tokens.body['access_token']));
    assert.deepEqual(who.body, { sub: anna.userId, email: anna.userId, email_verified: true, preferred_username: anna.userId });
  });

  it('asks for consent the first time only, for the PIN within the session not again, and for both where the application wants it', async () => {
    const browser = newBrowser(platform);
    const first = await browser.open(authorizeUrl(platform, client, { state: 's1', nonce: 'n1', prompt: 'consent' }));
    const asked = await browser.open(await provePin(platform, browser, readLoginPage(first), anna, '1234'));
    assert.match(asked.answer.text, /Northwind\S* wants to know who you are/);
    const back = new URL((await browser.open(await consent(browser, asked))).url);
    assert.equal(back.searchParams.get('state'), 's1');
    const again = await browser.open(authorizeUrl(platform, client, { state: 's2' }));
    assert.equal(new URL(again.url).searchParams.get('state'), 's2', 'neither PIN nor consent');
    const forced = await browser.open(authorizeUrl(platform, client, { prompt: 'login' }));
    assert.match(forced.answer.text, /<mpin-pinpad/);
    const other = await addClient(platform, { name: 'Contoso' });
    const second = await browser.open(authorizeUrl(platform, other));
    assert.match(second.answer.text, /Contoso\S* wants to know who you are/, 'a second application asks for consent alone');
  });

  it('asks a program on a device at each sign-in, and says so', async () => {
    const browser = newBrowser(platform);
    const app = await addClient(platform, { name: 'Desk', isPublic: true, redirectUris: ['http://127.0.0.1:9731/cb'] });
    const url = authorizeUrl(platform, app, { code_challenge: pkce().challenge, code_challenge_method: 'S256' });
    let at = await browser.open(await provePin(platform, browser, readLoginPage(await browser.open(url)), anna, '1234'));
    for (const time of ['first', 'second']) {
      assert.match(at.answer.text, /You are asked at each sign-in/, time);
      assert.doesNotMatch(at.answer.text, /You are asked once/, time);
      assert.match(attribute(at.answer.text, /action="([^"]+\/consent)"/), /^\/interaction\//);
      await browser.open(await consent(browser, at)).catch(() => undefined);
      at = await browser.open(url);
    }
    const site = await browser.open(authorizeUrl(platform, await addClient(platform, { name: 'Site' })));
    assert.match(site.answer.text, /You are asked once/);
  });

  it('takes the request as a form of another site too, from whoever is signed in and from whoever is not', async () => {
    const send = (body: string, type = 'application/x-www-form-urlencoded') => request(`${platform.url}/authorize`, {
      // A browser sends no SameSite=Lax cookie with another site's form, and does with the page that the answer leads to.
      method: 'POST', body, headers: { 'content-type': type, origin: 'https://app.example', 'sec-fetch-site': 'cross-site', accept: 'text/html' },
    });
    const parameters = (state: string): string => new URL(authorizeUrl(platform, client, { state, nonce: 'über & mehr' })).search.slice(1);
    const browser = newBrowser(platform);
    const sent = await send(parameters('posted'));
    assert.equal(sent.status, 303, sent.text);
    assert.deepEqual(sent.headers.getSetCookie(), [], 'a session of the browser stays as it is');
    const back = await logIn(platform, browser, new URL(sent.headers.get('location') ?? '', platform.url).href, anna, '1234');
    assert.equal(back.searchParams.get('state'), 'posted');
    const tokens = await redeem(platform, client, back.searchParams.get('code') ?? '');
    assert.equal(decodeJwt(String(tokens.body['id_token']))['nonce'], 'über & mehr');
    const again = await browser.open((await send(parameters('again'))).headers.get('location') ?? '');
    assert.equal(new URL(again.url).searchParams.get('state'), 'again', 'neither PIN nor consent');

    const twice = await newBrowser(platform).open((await send(`${parameters('twice')}&scope=openid`)).headers.get('location') ?? '');
    assert.match(twice.url, /error=invalid_request/, 'a parameter that comes twice is refused as by GET');
    for (const [body, type] of [['{}', 'application/json'], [`client_id=${'a'.repeat(8192)}`, undefined]] as const) {
      const refused = await send(body, type);
      assert.equal(refused.status, 400);
      assert.match(refused.text, /The application made a mistake/);
    }
  });

  it('speaks the first language of the browser, or of the application, that it knows', async () => {
    const spoken = async (query: string, acceptLanguage: string): Promise<string> =>
      /<html lang="(\w+)"/.exec((await request(`${platform.url}${query}`, { headers: { 'accept-language': acceptLanguage } })).text)?.[1] ?? '';
    assert.equal(await spoken('/oidc/logout', 'de,en-US;q=0.7,en;q=0.3'), 'de');
    assert.equal(await spoken('/oidc/logout', 'sv-SE, sv;q=0.9, ar;q=0.8, en;q=0.5'), 'ar');
    assert.equal(await spoken('/oidc/logout?ui_locales=sv%20de', 'ar'), 'de');
    assert.equal(await spoken('/otpgen', 'sv-SE, sv;q=0.9, ar;q=0.8, en;q=0.5'), 'ar', 'the pages that are not the provider\'s do so too');
    const asked = await newBrowser(platform).open(authorizeUrl(platform, client, { ui_locales: 'sv de' }));
    assert.match(asked.answer.text, /<html lang="de"/);
    assert.equal(await spoken('/oidc/logout', 'tlh;q=1, *'), 'en');
  });

  it('signs nobody in any more with the session of a device that was revoked', async () => {
    const browser = newBrowser(platform);
    const dora = await register(platform, '1234');
    await logIn(platform, browser, authorizeUrl(platform, client), dora, '1234');
    const account = await browser.open('/account');
    assert.match(account.answer.text, /Your account/);
    const { id } = await platform.core.db.queries.selectFrom('identities').select('id').where('user_id', '=', dora.userId).executeTakeFirstOrThrow();
    await revokeByAdministrator(platform.core, platform.project.projectId, id, 'stolen', { ip: '' });
    assert.match((await browser.open(authorizeUrl(platform, client))).answer.text, /<mpin-pinpad/, 'the log-in asks for a PIN');
    const silent = await browser.open(authorizeUrl(platform, client, { prompt: 'none' }));
    assert.equal(new URL(silent.url).searchParams.get('error'), 'login_required');
    assert.match((await browser.open('/account')).answer.text, /<mpin-pinpad/, 'and so does the account');
  });

  it('keeps the session of a device whose secrets were renewed', async () => {
    const browser = newBrowser(platform);
    const emil = await register(platform, '1234');
    await logIn(platform, browser, authorizeUrl(platform, client), emil, '1234');
    const { db } = platform.core;
    const former = await db.queries.selectFrom('identities').selectAll().where('user_id', '=', emil.userId).executeTakeFirstOrThrow();
    await db.queries.insertInto('identities').values({ ...former, id: 'a'.repeat(64), mpin_id: `${former.mpin_id}aa`, public_key: 'renewed', replaces: former.id, first_used_at: platform.core.now() }).execute();
    await db.queries.updateTable('identities').set({ state: 'revoked', revoked_reason: 'renewed' }).where('id', '=', former.id).execute();
    const again = await browser.open(authorizeUrl(platform, client, { state: 'still' }));
    assert.equal(new URL(again.url).searchParams.get('state'), 'still');
  });

  it('tells the application when somebody says no', async () => {
    const browser = newBrowser(platform);
    const bea = await register(platform, '1234');
    const login = readLoginPage(await browser.open(authorizeUrl(platform, client, { state: 'x' })));
    const asked = await browser.open(await provePin(platform, browser, login, bea, '1234'));
    const back = new URL((await browser.open(await consent(browser, asked, 'deny'))).url);
    assert.equal(back.searchParams.get('error'), 'access_denied');
    assert.equal(back.searchParams.get('state'), 'x');
  });

  it('goes back with an error when the log-in is cancelled', async () => {
    const browser = newBrowser(platform);
    const login = readLoginPage(await browser.open(authorizeUrl(platform, client, { state: 'y' })));
    const cancelled = await browser.submit(`${login.base}/cancel`, { csrf: login.csrf });
    const back = new URL((await browser.open(/url=([^"]+)"/.exec(cancelled.text)?.[1] ?? '')).url);
    assert.equal(back.searchParams.get('error'), 'access_denied');
    assert.equal(back.searchParams.get('state'), 'y');
  });
});
