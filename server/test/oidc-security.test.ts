import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { removeExpired } from '../src/core/housekeeping.ts';
import { revokeByAdministrator } from '../src/core/identity-administration.ts';
import { createOtpApplication } from '../src/core/otp-applications.ts';
import { addClient, askTokens, authorizeUrl, CALLBACK, consent, goOn, logIn, newBrowser, pkce, postLogin, provePin, readLoginPage, redeem, userinfo } from './support/connect.ts';
import type { TestClient } from './support/connect.ts';
import { register, signIn } from './support/device.ts';
import type { DeviceIdentity } from './support/device.ts';
import { outcome, request } from './support/http.ts';
import { attribute } from './support/page-browser.ts';
import { startPlatform } from './support/test-platform.ts';
import type { TestPlatform } from './support/test-platform.ts';

/** What OAuth 2.0 Security Best Current Practice (RFC 9700) says attackers try; each line of docs/openid-conformance.md names its test here. */

const PIN = '1234';
let platform: TestPlatform;
let client: TestClient;
let anna: DeviceIdentity;
let bert: DeviceIdentity;

before(async () => {
  platform = await startPlatform();
  client = await addClient(platform);
  anna = await register(platform, PIN);
  bert = await register(platform, PIN);
});
after(() => platform.close());

/** A code for Anna, made in a browser of its own. */
async function freshCode(of = client, parameters: Record<string, string | undefined> = {}): Promise<string> {
  const back = await logIn(platform, newBrowser(platform), authorizeUrl(platform, of, parameters), anna, PIN);
  const code = back.searchParams.get('code');
  assert.ok(code !== null, back.href);
  return code;
}

const errorOf = (answer: { body: Readonly<Record<string, unknown>> }): unknown => answer.body['error'];

it('a request without the scope openid is refused, by redirect', async () => {
  for (const scope of [undefined, 'email', 'openids']) {
    const back = new URL((await newBrowser(platform).open(authorizeUrl(platform, client, { scope, state: 'x' }))).url);
    assert.equal(`${back.origin}${back.pathname}`, client.redirectUri);
    assert.deepEqual([back.searchParams.get('error'), back.searchParams.get('state')], ['invalid_scope', 'x'], scope);
  }
});

describe('codes and tokens', () => {
  it('what is kept of a grant goes with the grant', async () => {
    await freshCode();
    const { db, now } = platform.core;
    const kept = await db.queries.selectFrom('grant_identities').select('expires_at').execute();
    const grants = await db.queries.selectFrom('oidc_payloads').select('expires_at').where('kind', '=', 'Grant').execute();
    assert.ok(kept.length > 0 && kept.length === grants.length);
    for (const { expires_at: end } of [...kept, ...grants]) assert.ok(end > now() && end <= now() + 30 * 86_400_000);
  });

  it('a code works once; shown again, however late, it also ends what it gave, and what was given for that', async () => {
    for (const seconds of [0, 61, 13 * 86_400]) {
      const code = await freshCode(client, { scope: 'openid offline_access', prompt: 'consent' });
      const first = await redeem(platform, client, code);
      const second = await askTokens(platform, client, { grant_type: 'refresh_token', refresh_token: String(first.body['refresh_token']) });
      const accessTokens = [first, second].map(({ body }) => String(body['access_token']));
      for (const token of accessTokens) assert.equal((await userinfo(platform, token)).status, 200);
      platform.advance(seconds);
      await removeExpired(platform.core);
      assert.equal(errorOf(await redeem(platform, client, code)), 'invalid_grant');
      for (const token of accessTokens) assert.equal((await userinfo(platform, token)).status, 401, `${seconds} s later`);
      assert.equal(errorOf(await askTokens(platform, client, { grant_type: 'refresh_token', refresh_token: String(second.body['refresh_token']) })), 'invalid_grant', `${seconds} s later`);
    }
  });

  it('a code that another application shows again ends nothing', async () => {
    const code = await freshCode();
    const accessToken = String((await redeem(platform, client, code)).body['access_token']);
    assert.equal(errorOf(await redeem(platform, await addClient(platform), code)), 'invalid_grant');
    assert.equal((await userinfo(platform, accessToken)).status, 200);
  });

  it('of many who use a code or a refresh token at once, one at most gets tokens, and these are worth nothing', async () => {
    const atOnce = async (ask: () => ReturnType<typeof redeem>) => {
      const answers = await Promise.all(Array.from({ length: 12 }, ask));
      const given = answers.filter(({ status }) => status === 200);
      assert.ok(given.length <= 1);
      assert.ok(answers.filter(({ status }) => status !== 200).every((answer) => errorOf(answer) === 'invalid_grant'));
      for (const { body } of given) {
        assert.equal((await userinfo(platform, String(body['access_token']))).status, 401);
        assert.equal(errorOf(await askTokens(platform, client, { grant_type: 'refresh_token', refresh_token: String(body['refresh_token']) })), 'invalid_grant');
      }
    };
    const lasting = () => freshCode(client, { scope: 'openid offline_access', prompt: 'consent' });
    const code = await lasting();
    await atOnce(() => redeem(platform, client, code));
    const tokens = await redeem(platform, client, await lasting());
    await atOnce(() => askTokens(platform, client, { grant_type: 'refresh_token', refresh_token: String(tokens.body['refresh_token']) }));
  });

  it('a code lapses after a minute', async () => {
    const code = await freshCode();
    platform.advance(61);
    assert.equal(errorOf(await redeem(platform, client, code)), 'invalid_grant');
  });

  it('a code is worth nothing to another application, nor with another redirect URI', async () => {
    const other = await addClient(platform);
    assert.equal(errorOf(await redeem(platform, other, await freshCode())), 'invalid_grant');
    assert.equal(errorOf(await redeem(platform, { ...client, redirectUri: `${CALLBACK}/else` }, await freshCode())), 'invalid_grant');
  });

  it('a wrong secret, or none, gets nothing; the former one holds no longer than it was told to', async () => {
    const code = await freshCode();
    assert.equal(`${(await redeem(platform, { ...client, clientSecret: 'wrong' }, code)).status}`, '401');
    const none = await askTokens(platform, client, { grant_type: 'authorization_code', code, redirect_uri: client.redirectUri, client_id: client.clientId }, '');
    assert.equal(errorOf(none), 'invalid_client');
    assert.equal((await redeem(platform, client, code)).status, 200, 'a refused client uses no code up');
  });

  it('PKCE is obligatory for public clients, S256 only, and holds where it was used', async () => {
    const app = await addClient(platform, { isPublic: true, redirectUris: ['com.example.app:/callback'] });
    const without = new URL((await newBrowser(platform).open(authorizeUrl(platform, app, { state: 'z' }))).url);
    assert.equal(without.searchParams.get('error'), 'invalid_request');
    const { verifier, challenge } = pkce();
    const plain = new URL((await newBrowser(platform).open(authorizeUrl(platform, app, { code_challenge: verifier, code_challenge_method: 'plain' }))).url);
    assert.equal(plain.searchParams.get('error'), 'invalid_request');
    const proof = { code_challenge: challenge, code_challenge_method: 'S256' };
    const withSecretless = async (fields: Record<string, string>) =>
      askTokens(platform, app, { grant_type: 'authorization_code', client_id: app.clientId, code: await freshCode(app, proof), redirect_uri: app.redirectUri, ...fields }, '');
    assert.equal(errorOf(await withSecretless({})), 'invalid_grant');
    assert.equal(errorOf(await withSecretless({ code_verifier: pkce().verifier })), 'invalid_grant');
    assert.equal((await withSecretless({ code_verifier: verifier })).status, 200);
    assert.equal(errorOf(await redeem(platform, client, await freshCode(client, proof))), 'invalid_grant', 'a confidential one that used it is held to it');
    assert.equal(errorOf(await redeem(platform, client, await freshCode(), { code_verifier: verifier })), 'invalid_grant', 'a verifier without a challenge is a downgrade');
  });

  it('refresh tokens change at each use, and an old one that comes again ends them all', async () => {
    const back = await freshCode(client, { scope: 'openid offline_access', prompt: 'consent' });
    const first = await redeem(platform, client, back);
    const refresh = (token: unknown) => askTokens(platform, client, { grant_type: 'refresh_token', refresh_token: String(token) });
    const second = await refresh(first.body['refresh_token']);
    assert.equal(second.status, 200, second.text);
    assert.notEqual(second.body['refresh_token'], first.body['refresh_token']);
    assert.equal(errorOf(await refresh(first.body['refresh_token'])), 'invalid_grant');
    assert.equal(errorOf(await refresh(second.body['refresh_token'])), 'invalid_grant');
    assert.equal((await userinfo(platform, String(second.body['access_token']))).status, 401);
  });

  it('all of them end with the device that they came of', async () => {
    const carla = await register(platform, PIN);
    const url = authorizeUrl(platform, client, { scope: 'openid offline_access', prompt: 'consent' });
    const code = async () => (await logIn(platform, newBrowser(platform), url, carla, PIN)).searchParams.get('code') ?? '';
    const tokens = (await redeem(platform, client, await code())).body;
    const refresh = (token: unknown) => askTokens(platform, client, { grant_type: 'refresh_token', refresh_token: String(token) });
    const next = await refresh(tokens['refresh_token']);
    assert.equal(next.status, 200, next.text);
    const unused = await code();
    const { id } = await platform.core.db.queries.selectFrom('identities').select('id').where('user_id', '=', carla.userId).executeTakeFirstOrThrow();
    await revokeByAdministrator(platform.core, platform.project.projectId, id, 'stolen', { ip: '' });
    assert.equal(errorOf(await refresh(next.body['refresh_token'])), 'invalid_grant');
    assert.equal((await userinfo(platform, String(next.body['access_token']))).status, 401);
    assert.equal(errorOf(await redeem(platform, client, unused)), 'invalid_grant');
  });

  it('a revoked token is worth nothing, and nobody revokes another\'s', async () => {
    const tokens = await redeem(platform, client, await freshCode());
    const accessToken = String(tokens.body['access_token']);
    const other = await addClient(platform);
    const revoke = (by: TestClient) => request(`${platform.url}/oidc/revoke`, {
      method: 'POST', body: new URLSearchParams({ token: accessToken }).toString(),
      headers: { 'content-type': 'application/x-www-form-urlencoded', authorization: `Basic ${Buffer.from(`${by.clientId}:${by.clientSecret}`).toString('base64')}` },
    });
    await revoke(other);
    assert.equal((await userinfo(platform, accessToken)).status, 200);
    assert.equal((await revoke(client)).status, 200);
    assert.equal((await userinfo(platform, accessToken)).status, 401);
  });

  it('an access token is taken from the header alone, never from a URL', async () => {
    const tokens = await redeem(platform, client, await freshCode());
    assert.equal((await request(`${platform.url}/oidc/userinfo?access_token=${String(tokens.body['access_token'])}`)).status, 400);
  });

  it('nothing of it lies in the database as it is', async () => {
    const code = await freshCode(client, { nonce: 'a-nonce-to-look-for' });
    const tokens = await redeem(platform, client, code);
    const rows = await platform.core.db.queries.selectFrom('oidc_payloads').selectAll().execute();
    const text = JSON.stringify(rows);
    for (const secret of [code, String(tokens.body['access_token']), 'a-nonce-to-look-for']) assert.ok(!text.includes(secret));
    assert.ok(!platform.logs().includes(code));
  });
});

describe('redirects', () => {
  it('a redirect URI is compared letter by letter, and a wrong one leads nowhere', async () => {
    for (const redirectUri of [
      `${client.redirectUri}/`, `${client.redirectUri}?x=1`, `${client.redirectUri}#x`, client.redirectUri.replace('app.example', 'app.example.evil.example'), client.redirectUri.replace('https', 'http'),
      client.redirectUri.replace('callback', 'CALLBACK'), client.redirectUri.replace('/callback', '/x/../callback'), client.redirectUri.replace('app.example', 'user@app.example'),
      client.redirectUri.replace('app.example', 'app.example:8443'), 'javascript:alert(1)', 'data:text/html,x', '//app.example/callback', '',
    ]) {
      const { answer } = await newBrowser(platform).open(authorizeUrl(platform, client, { redirect_uri: redirectUri, state: 'st' }));
      assert.equal(answer.headers.get('location'), null, redirectUri);
      assert.equal(answer.status, 400, redirectUri);
    }
  });

  it('an unknown application leads nowhere either, and the page says so to a person', async () => {
    const { answer } = await newBrowser(platform).open(authorizeUrl(platform, { ...client, clientId: 'unknown' }));
    assert.equal(answer.headers.get('location'), null);
    assert.match(answer.text, /This application is not known here/);
  });

  it('an application for one-time passwords leads nowhere, nor does one for sign-ins that has no redirect URI', async () => {
    const otp = await createOtpApplication(platform.core, { projectId: platform.project.projectId, name: 'VPN', actor: 'tests' });
    const { clientId } = platform.project;
    for (const id of [otp.clientId, clientId]) {
      for (const redirectUri of [client.redirectUri, 'https://app.example/anything', undefined]) {
        const { answer, url } = await newBrowser(platform).open(authorizeUrl(platform, { ...client, clientId: id }, { redirect_uri: redirectUri }));
        assert.equal(answer.status, 400, id);
        assert.ok(url.startsWith(platform.url));
        assert.equal(answer.headers.get('location'), null);
      }
      const asked = await askTokens(platform, { ...client, clientId: id }, { grant_type: 'authorization_code', code: 'x', redirect_uri: client.redirectUri }, platform.project.clientSecret);
      assert.equal(errorOf(asked), 'invalid_client');
    }
  });

  it('an application that was switched off leads nowhere', async () => {
    const off = await addClient(platform);
    await platform.core.db.queries.updateTable('applications').set({ active: 0 }).where('id', '=', off.clientId).execute();
    const { answer } = await newBrowser(platform).open(authorizeUrl(platform, off));
    assert.equal(answer.headers.get('location'), null);
  });

  it('no parameter makes the platform redirect elsewhere after signing out', async () => {
    const { answer, url } = await newBrowser(platform).open(`${platform.url}/oidc/logout?${new URLSearchParams({ client_id: client.clientId, post_logout_redirect_uri: 'https://evil.example/' }).toString()}`);
    assert.equal(answer.status, 400);
    assert.ok(url.startsWith(platform.url));
  });

  it('every answer names the issuer, so that no application mistakes whose it is', async () => {
    const denied = new URL((await newBrowser(platform).open(authorizeUrl(platform, client, { prompt: 'none', state: 'q' }))).url);
    assert.equal(denied.searchParams.get('error'), 'login_required');
    assert.equal(denied.searchParams.get('state'), 'q');
    assert.equal(denied.searchParams.get('iss'), platform.url);
  });

  it('other flows are not offered', async () => {
    for (const parameters of [{ response_type: 'token' }, { response_type: 'id_token', nonce: 'n' }, { response_type: 'code id_token', nonce: 'n' }]) {
      const { url } = await newBrowser(platform).open(authorizeUrl(platform, client, parameters));
      assert.match(url, /error=unsupported_response_type/);
    }
    for (const mode of ['form_post', 'web_message']) {
      const refused = await newBrowser(platform).open(authorizeUrl(platform, client, { response_mode: mode, state: 'q' }));
      assert.match(refused.url, /[?&]error=unsupported_response_mode/, mode);
      assert.doesNotMatch(refused.answer.text, /<form/);
    }
    const { body } = await request(`${platform.url}/.well-known/openid-configuration`);
    assert.deepEqual(body['response_modes_supported'], ['query', 'fragment']);
    assert.equal(errorOf(await askTokens(platform, client, { grant_type: 'password', username: anna.userId, password: PIN })), 'unsupported_grant_type');
    assert.equal(errorOf(await askTokens(platform, client, { grant_type: 'client_credentials' })), 'unsupported_grant_type');
  });
});

describe('the log-in page', () => {
  it('keeps browsers to https from its first answer on, the provider\'s own ones included', async () => {
    const secure = await startPlatform({ environment: { MPIN_PUBLIC_URL: 'https://auth.example.com' } });
    try {
      for (const path of ['/otpgen', '/authorize', '/oidc/logout', '/oidc/certs', '/.well-known/openid-configuration']) {
        const { headers } = await request(`${secure.url}${path}`);
        assert.deepEqual([headers.get('strict-transport-security'), headers.get('x-content-type-options')], ['max-age=31536000', 'nosniff'], path);
      }
      const login = await request(`${secure.url}/oidc/logout`);
      for (const line of login.headers.getSetCookie()) assert.match(line, /^__(?:Host|Secure)-mpin-.*; secure; httponly/i);
      assert.ok(login.headers.getSetCookie().length > 0);
    } finally {
      await secure.close();
    }
  });

  it('cannot be framed, runs nothing of others, is kept by nobody and tells nobody its address', async () => {
    const browser = newBrowser(platform);
    const login = readLoginPage(await browser.open(authorizeUrl(platform, client)));
    const bea = await register(platform, PIN);
    const asked = await browser.open(await provePin(platform, browser, login, bea, PIN));
    assert.match(asked.answer.text, /\/consent"/);
    for (const { headers } of [login.answer, asked.answer]) {
      assert.match(headers.get('content-security-policy') ?? '', /frame-ancestors 'none'/);
      assert.doesNotMatch(headers.get('content-security-policy') ?? '', /unsafe/);
      assert.equal(headers.get('x-frame-options'), 'DENY');
      assert.equal(headers.get('cache-control'), 'no-store');
      assert.equal(headers.get('referrer-policy'), 'no-referrer');
    }
    assert.doesNotMatch(login.text, /<script(?![^>]+src=)|style=|onload=|javascript:/);
  });

  it('is of no use in another browser: neither its address nor its session signs anybody in there', async () => {
    const attacker = newBrowser(platform);
    const login = readLoginPage(await attacker.open(authorizeUrl(platform, client)));
    const victim = newBrowser(platform);
    assert.equal((await victim.open(login.url)).answer.status, 410);
    await signIn(platform, anna, PIN, { scope: 'oidc', accessId: login.accessId });
    assert.equal((await postLogin(platform, victim, login)).status, 410);
    assert.equal((await postLogin(platform, newBrowser(platform), login)).status, 410);
  });

  it('goes on only when a PIN was proved, for the very session of the page', async () => {
    const browser = newBrowser(platform);
    const login = readLoginPage(await browser.open(authorizeUrl(platform, client)));
    assert.equal((await postLogin(platform, browser, login)).status, 409);
    const wrong = await signIn(platform, await register(platform, PIN), '9999', { scope: 'oidc', accessId: login.accessId });
    assert.equal(outcome(wrong), '401 UNSUCCESSFUL_AUTHENTICATION');
    await signIn(platform, anna, PIN, { scope: 'jwt', accessId: login.accessId });
    assert.equal((await postLogin(platform, browser, login)).status, 409, 'a sign-in to a site is none to an application');
  });

  it('knows the people of its own project alone', async () => {
    const elsewhere = await platform.addProject({ name: 'Elsewhere', origins: [] });
    const stranger = await register({ ...platform, project: elsewhere }, PIN);
    const login = readLoginPage(await newBrowser(platform).open(authorizeUrl(platform, client)));
    const answer = await signIn(platform, stranger, PIN, { scope: 'oidc', accessId: login.accessId });
    assert.equal(outcome(answer), '412 INVALID_AUTHENTICATION_SESSION');
  });

  it('takes no form that another site sends', async () => {
    const browser = newBrowser(platform);
    const login = readLoginPage(await browser.open(authorizeUrl(platform, client)));
    await signIn(platform, anna, PIN, { scope: 'oidc', accessId: login.accessId });
    assert.equal((await postLogin(platform, browser, { ...login, csrf: 'guess' })).status, 403);
    for (const headers of [{ origin: 'https://evil.example' }, { origin: 'null', 'sec-fetch-site': 'cross-site' }]) {
      const answer = await browser.submit(`${login.base}/cancel`, { csrf: login.csrf }, headers);
      assert.equal(answer.status, 410);
    }
    const asked = await browser.open(await goOn(platform, browser, login));
    if (asked.answer.text.includes('/consent"')) {
      const action = attribute(asked.answer.text, /action="([^"]+\/consent)"/);
      assert.equal((await browser.submit(action, { csrf: 'guess', decision: 'allow' })).status, 410);
    }
  });

  it('survives a reload, a second tab, a double click, the back button', async () => {
    const browser = newBrowser(platform);
    const login = readLoginPage(await browser.open(authorizeUrl(platform, client, { state: 'tab' })));
    const reloaded = readLoginPage(await browser.open(login.url));
    assert.equal(reloaded.accessId, login.accessId, 'one log-in, however often its page is loaded');
    const to = await provePin(platform, browser, login, anna, PIN);
    assert.equal(await goOn(platform, browser, reloaded), to, 'the second click goes the same way');
    const back = await browser.open(to);
    assert.equal(new URL(back.url).searchParams.get('state'), 'tab');
    assert.equal((await browser.open(to)).answer.status, 400, 'what is over is over');
    const again = await browser.open(login.url);
    assert.equal(again.answer.status, 410);
    assert.match(again.answer.text, /This sign-in is over/);
  });

  it('keeps two log-ins of one browser apart', async () => {
    const browser = newBrowser(platform);
    const other = await addClient(platform, { name: 'Contoso' });
    const first = readLoginPage(await browser.open(authorizeUrl(platform, client, { state: 'one' })));
    const second = readLoginPage(await browser.open(authorizeUrl(platform, other, { state: 'two' })));
    assert.notEqual(first.accessId, second.accessId);
    const asked = await browser.open(await provePin(platform, browser, second, anna, PIN));
    assert.equal(new URL((await browser.open(await consent(browser, asked))).url).searchParams.get('state'), 'two');
    assert.equal((await postLogin(platform, browser, first)).status, 409, 'the PIN was for the other');
    const done = await browser.open(await provePin(platform, browser, first, anna, PIN));
    assert.ok([303, 400, 410].includes(done.answer.status));
  });

  it('leaves nothing of who was signed in before to the next person', async () => {
    const browser = newBrowser(platform);
    const codeOfAnna = (await logIn(platform, browser, authorizeUrl(platform, client), anna, PIN)).searchParams.get('code') ?? '';
    const tokens = await redeem(platform, client, codeOfAnna);
    const back = await logIn(platform, browser, authorizeUrl(platform, client, { prompt: 'login' }), bert, PIN);
    const next = await redeem(platform, client, back.searchParams.get('code') ?? '');
    const who = await userinfo(platform, String(next.body['access_token']));
    assert.equal(who.body['sub'], bert.userId);
    assert.equal((await userinfo(platform, String(tokens.body['access_token']))).status, 401, 'Anna\'s ended with her session');
  });
});
