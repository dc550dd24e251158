import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, it } from 'node:test';
import { createRemoteJWKSet, jwtVerify } from 'jose';
import * as openid from 'openid-client';
import { administer } from '../src/commands/administration.ts';
import { isCallable } from '../src/core/outgoing.ts';
import { KEY_LIFE, loadProviderKeys, rotateKeys } from '../src/oidc/keys.ts';
import { sendLogoutToken } from '../src/oidc/logout.ts';
import { addClient, authorizeUrl, logIn, newBrowser, redeem } from './support/connect.ts';
import { register } from './support/device.ts';
import type { DeviceIdentity } from './support/device.ts';
import { request } from './support/http.ts';
import { attribute } from './support/page-browser.ts';
import { eventually } from './support/resources.ts';
import { startPlatform } from './support/test-platform.ts';
import type { TestPlatform } from './support/test-platform.ts';

/** A certified client library against the provider, sign-out by the back channel, and the keys' rotation. */

const PIN = '1234';
let platform: TestPlatform;
let anna: DeviceIdentity;
before(async () => {
  platform = await startPlatform();
  anna = await register(platform, PIN);
});
after(() => platform.close());

describe('openid-client', () => {
  for (const [kind, isPublic, authentication] of [
    ['a confidential client that posts its secret', false, openid.ClientSecretPost], ['a confidential client that uses Basic', false, openid.ClientSecretBasic], ['a public client', true, undefined],
  ] as const) {
    it(`discovers, signs in, refreshes, asks who it is, and revokes, as ${kind}`, async () => {
      const client = await addClient(platform, { isPublic });
      const configuration = await openid.discovery(new URL(platform.url), client.clientId, isPublic ? undefined : client.clientSecret,
        authentication === undefined ? openid.None() : authentication(client.clientSecret), { execute: [openid.allowInsecureRequests] });
      const pkceCodeVerifier = openid.randomPKCECodeVerifier();
      const [expectedState, expectedNonce] = [openid.randomState(), openid.randomNonce()];
      const url = openid.buildAuthorizationUrl(configuration, {
        redirect_uri: client.redirectUri, scope: 'openid email offline_access', prompt: 'consent', state: expectedState, nonce: expectedNonce, max_age: '300', lang: 'de',
        code_challenge: await openid.calculatePKCECodeChallenge(pkceCodeVerifier), code_challenge_method: 'S256',
      });
      const browser = newBrowser(platform);
      const back = await logIn(platform, browser, url.href, anna, PIN);
      const checks = { pkceCodeVerifier, expectedState, expectedNonce, maxAge: 300, idTokenExpected: true };
      const tokens = await openid.authorizationCodeGrant(configuration, back, checks);
      assert.equal(tokens.claims()?.sub, anna.userId);
      assert.deepEqual(tokens.claims()?.['amr'], ['mfa', 'pin', 'swk']);
      assert.ok(configuration.serverMetadata().claims_supported?.includes('amr'));
      const who = await openid.fetchUserInfo(configuration, tokens.access_token, anna.userId);
      assert.equal(who.email, anna.userId);
      const next = await openid.refreshTokenGrant(configuration, tokens.refresh_token ?? '');
      assert.equal(next.claims()?.sub, anna.userId);
      assert.deepEqual(next.claims()?.['amr'], ['mfa', 'pin', 'swk'], 'of the sign-in that is refreshed');
      await openid.tokenRevocation(configuration, next.refresh_token ?? '');
      await assert.rejects(openid.refreshTokenGrant(configuration, next.refresh_token ?? ''), { error: 'invalid_grant' });
      await assert.rejects(openid.authorizationCodeGrant(configuration, back, { ...checks, expectedState: 'another' }), 'a state that is not ours');
    });
  }

  it('gets nothing without a person where it asks for that, and the hint of another person asks for the PIN', async () => {
    const client = await addClient(platform);
    const browser = newBrowser(platform);
    const silent = await browser.open(authorizeUrl(platform, client, { prompt: 'none' }));
    assert.equal(new URL(silent.url).searchParams.get('error'), 'login_required');
    const code = (await logIn(platform, browser, authorizeUrl(platform, client), anna, PIN)).searchParams.get('code') ?? '';
    const idToken = String((await redeem(platform, client, code)).body['id_token']);
    assert.ok(new URL((await browser.open(authorizeUrl(platform, client, { prompt: 'none', id_token_hint: idToken }))).url).searchParams.has('code'));
    const bert = await register(platform, PIN);
    const other = newBrowser(platform);
    await logIn(platform, other, authorizeUrl(platform, client), bert, PIN);
    assert.equal(new URL((await other.open(authorizeUrl(platform, client, { prompt: 'none', id_token_hint: idToken }))).url).searchParams.get('error'), 'login_required');
  });
});

describe('signing out', () => {
  it('asks the person, signs out everywhere, and goes back where the application registered', async () => {
    const client = await addClient(platform, { postLogoutUris: ['https://app.example/bye'] });
    const browser = newBrowser(platform);
    const code = (await logIn(platform, browser, authorizeUrl(platform, client), anna, PIN)).searchParams.get('code') ?? '';
    const tokens = await redeem(platform, client, code);
    const asked = await browser.open(`/oidc/logout?${new URLSearchParams({ id_token_hint: String(tokens.body['id_token']), post_logout_redirect_uri: 'https://app.example/bye', state: 'out' }).toString()}`);
    assert.match(asked.answer.text, /Sign out\?/);
    assert.equal((await browser.submit('/oidc/logout/confirm', { xsrf: 'guess', logout: 'yes' })).status, 400);
    const again = await browser.open(asked.url);
    const done = await browser.submit('/oidc/logout/confirm', { xsrf: attribute(again.answer.text, /name="xsrf" value="([^"]+)"/), logout: 'yes' });
    assert.equal(attribute(done.text, /content="0;url=([^"]+)"/), 'https://app.example/bye?state=out');
    assert.match((await browser.open(authorizeUrl(platform, client))).answer.text, /<mpin-pinpad/);
  });

  it('says so where nobody is signed in, goes back at once, and runs no script for it', async () => {
    const client = await addClient(platform, { postLogoutUris: ['https://app.example/gone'] });
    const stranger = newBrowser(platform);
    const { answer } = await stranger.open('/oidc/logout');
    assert.match(answer.text, /You are signed out/);
    assert.match(answer.headers.get('content-security-policy') ?? '', /^default-src 'none'; style-src 'self'/);
    const back = await stranger.open(`/oidc/logout?${new URLSearchParams({ client_id: client.clientId, post_logout_redirect_uri: 'https://app.example/gone', state: 'out' }).toString()}`);
    assert.equal(attribute(back.answer.text, /content="0;url=([^"]+)"/), 'https://app.example/gone?state=out');
    assert.doesNotMatch(answer.text + back.answer.text, /<script|<form/);
  });

  it('leaves whoever says no signed in, and says that', async () => {
    const client = await addClient(platform);
    const browser = newBrowser(platform);
    await logIn(platform, browser, authorizeUrl(platform, client), anna, PIN);
    const asked = await browser.open('/oidc/logout');
    const stays = await browser.submit('/oidc/logout/confirm', { xsrf: attribute(asked.answer.text, /name="xsrf" value="([^"]+)"/) });
    assert.match(stays.text, /You stay signed in/);
    assert.ok(new URL((await browser.open(authorizeUrl(platform, client))).url).searchParams.has('code'), 'and so it is');
  });

  it('tells applications by their back channel, with a token that is for nothing else, and tries again', async () => {
    const bodies: string[] = [];
    const receiver = createServer((incoming, outgoing) => {
      let body = '';
      incoming.on('data', (chunk: Buffer) => { body += chunk.toString(); });
      incoming.on('end', () => {
        bodies.push(body);
        outgoing.writeHead(bodies.length === 1 ? 503 : 200).end();
      });
    });
    receiver.listen(0, '127.0.0.1');
    await once(receiver, 'listening');
    const uri = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/logout`;
    const keys = await loadProviderKeys(platform.core);
    const logout = { clientId: 'app', uri, subject: anna.userId, sid: 'sid-1' };
    sendLogoutToken({ ...platform.core, config: { ...platform.core.config, dev: true } }, keys, logout, [1]);
    const body = await eventually('the second try', () => bodies[1]);
    receiver.close();
    const { payload } = await jwtVerify(new URLSearchParams(body).get('logout_token') ?? '', createRemoteJWKSet(new URL(`${platform.url}/oidc/certs`)), {
      issuer: platform.url, audience: 'app', typ: 'logout+jwt',
    });
    assert.equal(payload.sub, anna.userId);
    assert.equal(payload['sid'], 'sid-1');
    assert.deepEqual(payload['events'], { 'http://schemas.openid.net/event/backchannel-logout': {} });
    assert.equal('nonce' in payload, false);
  });

  it('never calls an address that is private, nor follows a name to one', () => {
    for (const address of ['10.0.0.1', '127.0.0.1', '169.254.169.254', '192.168.1.1', '172.20.0.1', '100.64.0.1', '0.0.0.0', '::1', '::', 'fe80::1', 'fd00::1', '::ffff:10.0.0.1', '64:ff9b::a00:1', 'name']) {
      assert.equal(isCallable(address, false), false, address);
    }
    for (const address of ['8.8.8.8', '2a00:1450:4001:82b::200e']) assert.equal(isCallable(address, false), true, address);
    assert.equal(isCallable('127.0.0.1', true), true);
    assert.equal(isCallable('10.0.0.1', true), false);
  });
});

describe('the provider\'s keys', () => {
  it('are changed early by an administrator: announced as ever, and where one leaked, at once, on the running node too', async () => {
    let at = platform.core.now();
    const store = { ...platform.core, now: () => at };
    const kids = async () => {
      await rotateKeys(store);
      return (await loadProviderKeys(store)).signing.map(({ kid }) => kid);
    };
    const rotate = async (...words: string[]): Promise<string> => {
      const printed: string[] = [];
      const { databaseUrl } = platform.core.config;
      const environment = { MPIN_DATA: platform.dataDir, MPIN_PUBLIC_URL: platform.url, MPIN_SMTP_URL: platform.mailbox.url, MPIN_LOG_LEVEL: 'silent', ...(databaseUrl === undefined ? {} : { MPIN_DATABASE_URL: databaseUrl }) };
      await administer(['keys', 'rotate', '--purpose', 'openid', ...words, '--json'], environment, (line) => printed.push(line));
      return (JSON.parse(printed.join('')) as { kid: string }).kid;
    };
    const former = await kids();
    const announced = await rotate();
    at = platform.core.now();
    assert.deepEqual(await kids(), [...former, announced]);
    const fresh = await rotate('--compromised', 'yes');
    at = platform.core.now();
    assert.deepEqual(await kids(), [fresh]);
    const published = async () => ((await request(`${platform.url}/oidc/certs`)).body['keys'] as { kid: string }[]).map(({ kid }) => kid);
    await eventually('the node to forget the leaked keys', async () => ((await published()).join() === fresh ? true : undefined));
    at += KEY_LIFE.announcedMs + KEY_LIFE.afterwardsMs;
    assert.deepEqual(await kids(), [fresh], 'and no key that was announced then comes back');
  });

  it('change without anybody noticing: announced before they sign, kept until what they signed has lapsed', async () => {
    let at = platform.core.now();
    const store = { ...platform.core, now: () => at };
    const kids = async () => (await loadProviderKeys(store)).signing.map(({ kid }) => kid);
    const [first] = await kids();
    at += KEY_LIFE.signingMs - KEY_LIFE.announcedMs;
    assert.equal(await rotateKeys(store), true);
    const [signer, announced] = await kids();
    assert.equal(signer, first, 'the old one signs while the new one is announced');
    at += KEY_LIFE.announcedMs;
    assert.deepEqual(await kids(), [announced, first]);
    at += KEY_LIFE.afterwardsMs;
    await rotateKeys(store);
    assert.deepEqual(await kids(), [announced]);
    const stored = await platform.core.db.queries.selectFrom('keys').select(['private_sealed', 'purpose']).where('purpose', 'in', ['openid', 'cookie']).execute();
    assert.ok(stored.every(({ private_sealed: sealed }) => !sealed.includes('PRIVATE')));
  });

  it('are none of the sign-in tokens\'', async () => {
    const of = async (path: string) => ((await request(`${platform.url}${path}`)).body['keys'] as { kid: string; d?: string }[]);
    const [sites, applications] = [await of('/.well-known/jwks'), await of('/oidc/certs')];
    assert.ok(applications.every(({ kid }) => !sites.some((key) => key.kid === kid)));
    assert.ok(applications.every((key) => !('d' in key)));
  });
});
