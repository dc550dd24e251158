import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { createApplication } from '../src/core/applications.ts';
import { changeProject } from '../src/core/project-changes.ts';
import { brandOfPath } from '../src/pages/brand.ts';
import { textUpon } from '../src/text/colours.ts';
import { curl } from './support/curl.ts';
import { basic, register, signIn, someone } from './support/device.ts';
import { context, outcome, request } from './support/http.ts';
import type { Answer } from './support/http.ts';
import { startPlatform } from './support/test-platform.ts';
import type { TestPlatform } from './support/test-platform.ts';

const PIN = '5566';
const REDIRECT = 'https://shop.example/login?from=mail';
let platform: TestPlatform;
let openid: { clientId: string; clientSecret: string };
before(async () => {
  platform = await startPlatform();
  openid = await createApplication(platform.core, { projectId: platform.project.projectId, name: 'Shop', type: 'openid', rights: ['verify'] });
  await platform.core.db.queries.insertInto('redirect_uris').values({ normalised: REDIRECT, uri: REDIRECT, application_id: openid.clientId, created_at: 0 }).execute();
});
after(() => platform.close());

const ask = (body: object, headers = basic(platform)): Promise<Answer> => platform.post('/verification', { delivery: 'no', ...body }, headers);

async function urlFor(body: object): Promise<URL> {
  const answer = await ask(body);
  assert.equal(outcome(answer), '200', answer.text);
  return new URL(String(answer.body['verificationURL']));
}

const codeOf = (url: URL): string => url.searchParams.get('code') ?? '';
const confirm = (userId: string, url: URL): Promise<Answer> => platform.post('/verification/confirmation', { userId, code: codeOf(url) });

/** Sends the page's form, as the browser of this cookie. */
async function enrol(url: URL, cookie = '', headers: Record<string, string> = {}): Promise<Answer & { cookie: string }> {
  const answer = await request(`${platform.url}/verification/confirmation/enrol`, {
    method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded', cookie, ...headers }, body: new URLSearchParams({ code: codeOf(url), user_id: url.searchParams.get('user_id') ?? '' }).toString(),
  });
  return { ...answer, cookie: answer.headers.get('set-cookie')?.split(';')[0] ?? cookie };
}

const tokenIn = (page: Answer): string => /activation-token="([^"]+)"/.exec(page.text)?.[1] ?? '';

describe('a custom verification URL', () => {
  it('comes by the documents\' command', async () => {
    const userId = someone();
    const expiration = Math.floor(platform.core.now() / 1000) + 3600;
    const { status, body } = await curl({
      method: 'POST', user: `${openid.clientId}:${openid.clientSecret}`, url: `${platform.url}/verification`,
      data: `{\n"userId": "${userId}",\n"deviceName": "Her laptop",\n"clientId": "${openid.clientId}",\n"redirectURI": "${REDIRECT}",\n"expiration": "${expiration}",\n"scope": ["openid", "email"],\n"delivery": "no"\n}`,
    });
    assert.equal(status, 200, JSON.stringify(body));
    assert.deepEqual(Object.keys(body), ['verificationURL']);
    const url = new URL(String(body['verificationURL']));
    assert.equal(url.origin + url.pathname, `${platform.url}/verification/confirmation`);
    assert.deepEqual([...url.searchParams.keys()], ['client_id', 'code', 'redirect_uri', 'stage', 'user_id']);
    assert.deepEqual(['client_id', 'redirect_uri', 'stage', 'user_id'].map((name) => url.searchParams.get(name)), [openid.clientId, REDIRECT, 'auth', userId]);
  });

  it('enrols an app, which is told of session, state and nonce', async () => {
    const userId = someone();
    const session = await platform.post('/rps/v2/session', { projectId: platform.project.projectId });
    const { accessId } = session.body;
    const answer = await ask({ userId, clientId: openid.clientId, redirectURI: REDIRECT, state: 'S', nonce: 'N', accessId, projectId: platform.project.projectId, stage: 'registration' });
    const url = new URL(String(answer.body['verificationURL']));
    assert.equal(url.searchParams.get('stage'), 'registration');
    const { body } = await confirm(userId, url);
    assert.deepEqual({ ...body, actToken: '', expireTime: 0 }, {
      projectId: platform.project.projectId, actToken: '', expireTime: 0, accessId, state: 'S', nonce: 'N', verificationRedirectUrl: REDIRECT,
    });
    const identity = await register(platform, PIN, { userId, activationToken: String(body['actToken']) });
    assert.equal(outcome(await signIn(platform, identity, PIN)), '200');
    const row = await platform.core.db.queries.selectFrom('identities').select(['enrolled_by', 'address_proved']).where('user_id', '=', userId).executeTakeFirstOrThrow();
    assert.deepEqual(row, { enrolled_by: 'custom', address_proved: 0 });
    assert.equal(outcome(await confirm(userId, url)), '401 UNSUCCESSFUL_VERIFICATION');
  });

  it('ends at its expiration, a number or quoted, and says what it was for', async () => {
    const now = Math.floor(platform.core.now() / 1000);
    const userId = someone();
    const [long, short] = [await urlFor({ userId, expiration: String(now + 600) }), await urlFor({ userId, expiration: now + 60 })];
    platform.advance(61);
    const late = await confirm(userId, short);
    assert.deepEqual([outcome(late), context(late)['projectId']], ['401 UNSUCCESSFUL_VERIFICATION', platform.project.projectId]);
    assert.equal((await request(short.href)).status, 410);
    assert.equal(outcome(await confirm(userId, long)), '200');
    for (const expiration of [now - 1, now + 31 * 86_400, -1, 1.5, 'soon', '1e9', true]) {
      const refused = await ask({ userId, expiration });
      assert.match(outcome(refused), /^400 INVALID_REQUEST_(PARAMETERS|PAYLOAD)$/, String(expiration));
      assert.equal(context(refused)['params'], 'expiration');
    }
  });

  it('leads nowhere but to a redirect URI of the application that it names', async () => {
    const elsewhere = await platform.addProject({ name: 'Elsewhere', origins: [] });
    for (const [body, params] of [
      [{ redirectURI: 'https://evil.example/', clientId: openid.clientId }, 'redirectURI'], [{ redirectURI: REDIRECT }, 'redirectURI'],
      [{ clientId: elsewhere.clientId }, 'clientId'], [{ delivery: 'yes' }, 'delivery'],
    ] as const) {
      const refused = await ask({ userId: someone(), ...body });
      assert.deepEqual([outcome(refused), context(refused)['params']], ['400 INVALID_REQUEST_PARAMETERS', params], JSON.stringify(body));
    }
    assert.equal(outcome(await ask({ userId: someone(), projectId: elsewhere.projectId })), '403 FORBIDDEN');
  });
});

describe('the page behind it', () => {
  it('changes nothing by being opened, and enrols one browser, again until its first sign-in', async () => {
    const userId = someone();
    const url = await urlFor({ userId });
    for (let i = 0; i < 3; i += 1) {
      const page = await request(url.href);
      assert.equal(page.status, 200);
      assert.match(page.text, /action="\/verification\/confirmation\/enrol"/);
      assert.doesNotMatch(page.text, /activation-token/);
    }
    const first = await enrol(url);
    assert.equal(first.status, 200);
    assert.match(first.headers.get('content-security-policy') ?? '', /script-src 'self';/);
    assert.match(first.headers.get('set-cookie') ?? '', /HttpOnly; SameSite=Lax/);
    const stranger = await enrol(url);
    assert.deepEqual([stranger.status, tokenIn(stranger)], [410, '']);
    assert.equal((await request(url.href)).status, 410);
    assert.equal((await request(url.href, { headers: { cookie: first.cookie } })).status, 200);
    const second = await enrol(url, first.cookie);
    await assert.rejects(register(platform, PIN, { userId, activationToken: tokenIn(first) }), /INVALID_ACTIVATION_TOKEN/);
    const identity = await register(platform, PIN, { userId, activationToken: tokenIn(second) });
    assert.equal((await enrol(url, first.cookie)).status, 200);
    await signIn(platform, identity, PIN);
    assert.equal((await enrol(url, first.cookie)).status, 410);
  });

  it('enrols no browser for a form that another site sends', async () => {
    const url = await urlFor({ userId: someone() });
    for (const headers of [{ 'sec-fetch-site': 'cross-site', origin: 'null' }, { 'sec-fetch-site': 'same-site' }, { origin: 'https://evil.example' }]) {
      const refused = await enrol(url, '', headers);
      assert.deepEqual([refused.status, tokenIn(refused), refused.headers.get('set-cookie')], [410, '', null], JSON.stringify(headers));
    }
    assert.equal((await enrol(url, '', { 'sec-fetch-site': 'same-origin', origin: 'null' })).status, 200);
  });

  it('goes on to the log-in of the stored application, whatever the address says', async () => {
    const userId = someone();
    const answer = await ask({ userId, clientId: openid.clientId, redirectURI: REDIRECT, state: 'S', nonce: 'N', scope: ['openid', 'email'] });
    const url = new URL(String(answer.body['verificationURL']));
    url.searchParams.set('redirect_uri', 'https://evil.example/');
    url.searchParams.set('client_id', 'evil');
    assert.doesNotMatch((await request(url.href)).text, /evil/);
    const { status, headers } = await enrol(url);
    assert.equal(status, 303);
    const next = new URL(headers.get('location') ?? '', platform.url);
    assert.deepEqual([next.origin, next.pathname], [platform.url, '/authorize']);
    const { acttoken, ...rest } = Object.fromEntries(next.searchParams);
    assert.deepEqual(rest, { client_id: openid.clientId, redirect_uri: REDIRECT, response_type: 'code', scope: 'openid email', state: 'S', nonce: 'N', prerollid: userId });
    await register(platform, PIN, { userId, activationToken: acttoken ?? '' });
  });

  it('lets a person refuse it', async () => {
    const userId = someone();
    const url = await urlFor({ userId });
    const refused = await request(`${platform.url}/verification/confirmation/decision`, {
      method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: new URLSearchParams({ code: codeOf(url), user_id: userId, decision: 'cancel' }).toString(),
    });
    assert.match(refused.text, /Request refused/);
    assert.equal((await enrol(url)).status, 410);
    assert.equal(outcome(await confirm(userId, url)), '401 UNSUCCESSFUL_VERIFICATION');
  });

  it('wears the project\'s colours, with text that can be read upon them', async () => {
    const { projectId } = platform.project;
    await changeProject(platform.core, projectId, { accentLight: '#7A1FA2', accentDark: '#FFD400' }, 'tests');
    const page = await request((await urlFor({ userId: someone() })).href);
    const path = /href="(\/pages\/brand\/[^"]+)"/.exec(page.text)?.[1] ?? '';
    const sheet = await request(`${platform.url}${path}`);
    assert.match(sheet.headers.get('content-type') ?? '', /^text\/css/);
    assert.match(sheet.text, /--accent: #7a1fa2; --on-accent: #ffffff;/);
    assert.match(sheet.text, /dark\) \{ :root \{ --accent: #ffd400; --on-accent: #000000;/);
    assert.equal(brandOfPath('/pages/brand/red-blue.css'), undefined);
    assert.equal((await request(`${platform.url}/pages/brand/}body{-112233.css`)).status >= 400, true);
    assert.deepEqual([textUpon('#2f5bea'), textUpon('#8ea8ff'), textUpon('#ffffff'), textUpon('#000000')], ['#ffffff', '#000000', '#000000', '#ffffff']);
  });
});
