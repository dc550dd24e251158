import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { saveApplication } from '../src/account/applications.ts';
import { mayRegister } from '../src/account/registrants.ts';
import { audit, AUDIT_EVENTS } from '../src/core/audit.ts';
import type { AuditEvent } from '../src/core/audit.ts';
import { changeProject } from '../src/core/project-changes.ts';
import { accountName } from '../src/oidc/accounts.ts';
import { eventName } from '../src/pages/account-texts.ts';
import { pageCatalogue } from '../src/pages/index.ts';
import { languages } from '../src/text/languages.ts';
import { addClient, authorizeUrl, logIn, newBrowser, provePin, readLoginPage, redeem, userinfo } from './support/connect.ts';
import type { TestClient } from './support/connect.ts';
import { register, signIn } from './support/device.ts';
import type { DeviceIdentity } from './support/device.ts';
import { outcome } from './support/http.ts';
import { attribute } from './support/page-browser.ts';
import type { PageBrowser } from './support/page-browser.ts';
import { startPlatform } from './support/test-platform.ts';
import type { TestPlatform } from './support/test-platform.ts';

/** The account pages: what a person sees and controls there (docs/connect.md). */

const PIN = '1234';
let platform: TestPlatform;
let client: TestClient;
let anna: DeviceIdentity;
before(async () => {
  platform = await startPlatform();
  await changeProject(platform.core, platform.project.projectId, { registerApplications: 'anyone' }, 'tests');
  client = await addClient(platform, { name: 'Northwind', startUrl: 'https://app.example/start' });
  anna = await register(platform, PIN);
});
after(() => platform.close());

/** Signs in to the account pages. @returns the page */
async function openAccount(browser: PageBrowser, identity: DeviceIdentity): Promise<string> {
  let at = await browser.open('/account');
  if (at.answer.text.includes('<mpin-pinpad')) at = await browser.open(await provePin(platform, browser, readLoginPage(at), identity, PIN));
  assert.equal(at.answer.status, 200, at.answer.text);
  assert.match(at.answer.text, /Your account/);
  return at.answer.text;
}

/** What the page says that was done just now. */
const noteOf = (page: string): string | undefined => /<div role="status"><p class="done">([^<]+)<\/p><\/div>/.exec(page)?.[1]?.replace(/[\u2068\u2069]/g, '"');
const csrfOf = (page: string): string => attribute(page, /name="csrf" value="([^"]+)"/);
const accountOf = (identity: DeviceIdentity): string => accountName({ projectId: platform.project.projectId, userId: identity.userId });

describe('the account pages', () => {
  it('are an application of the provider: the PIN opens them, consent is not asked, and whoever is signed in already is let in', async () => {
    const browser = newBrowser(platform);
    assert.match((await openAccount(browser, anna)).replaceAll('<wbr>', ''), new RegExp(anna.userId));
    const second = newBrowser(platform);
    await logIn(platform, second, authorizeUrl(platform, client), anna, PIN);
    const direct = await second.open('/account');
    assert.match(direct.answer.text, /Your account/);
    assert.equal(direct.answer.headers.get('cache-control'), 'no-store');
    assert.match(direct.answer.headers.get('content-security-policy') ?? '', /frame-ancestors 'none'/);
  });

  it('say before the PIN what it is asked for, and where; an application\'s page does not', async () => {
    const page = (await newBrowser(platform).open('/account?lang=en')).answer.text;
    assert.match(page, new RegExp(`<p class="purpose">Here, at \u2068${new URL(platform.url).host}\u2069, you see which devices`));
    assert.doesNotMatch((await newBrowser(platform).open(authorizeUrl(platform, client))).answer.text, /class="purpose"/);
  });

  it('list the applications after the first sign-in, open them, and take permission back', async () => {
    const browser = newBrowser(platform);
    const back = await logIn(platform, browser, authorizeUrl(platform, client), anna, PIN);
    const tokens = await redeem(platform, client, back.searchParams.get('code') ?? '');
    const page = await openAccount(browser, anna);
    assert.match(page, /Northwind/);
    assert.match(page, /your email address/);
    assert.match(page, /href="https:\/\/app\.example\/start"/);
    const done = await browser.submit('/account/discontinue', { csrf: csrfOf(page), application: client.clientId });
    assert.equal(done.status, 303);
    assert.equal(noteOf(await openAccount(browser, anna)), '"Northwind" may see nothing about you any more, and you are signed out there.');
    assert.doesNotMatch(await openAccount(browser, anna), /<h3><bdi>Northwind|role="status"/, 'said once');
    assert.equal((await userinfo(platform, String(tokens.body['access_token']))).status, 401);
  });

  it('rename and revoke the person\'s own devices, nobody else\'s', async () => {
    const bert = await register(platform, PIN);
    const carl = await register(platform, PIN);
    const browser = newBrowser(platform);
    const page = await openAccount(browser, bert);
    const deviceOf = async ({ userId }: DeviceIdentity) => platform.core.db.queries.selectFrom('identities').select(['id', 'device_name', 'state']).where('user_id', '=', userId).executeTakeFirstOrThrow();
    const [own, other] = [await deviceOf(bert), await deviceOf(carl)];
    await browser.submit('/account/rename', { csrf: csrfOf(page), device: own.id, name: 'My laptop' });
    assert.equal(noteOf((await browser.open('/account')).answer.text), 'The device is called "My laptop" now.');
    await browser.submit('/account/rename', { csrf: csrfOf(page), device: other.id, name: 'Mine now' });
    for (const name of [' ', 'a'.repeat(41), 'turned\u202earound']) assert.equal((await browser.submit('/account/rename', { csrf: csrfOf(page), device: own.id, name })).status, 303, name);
    await browser.submit('/account/revoke', { csrf: csrfOf(page), device: other.id });
    assert.equal((await deviceOf(bert)).device_name, 'My laptop');
    assert.deepEqual(await deviceOf(carl), other);
    const unchanged = await openAccount(browser, bert);
    assert.match(unchanged, /My laptop/);
    assert.equal(noteOf(unchanged), undefined, 'nothing was done');
    platform.advance(11);
    const second = await register(platform, PIN, { userId: bert.userId });
    const { id } = await platform.core.db.queries.selectFrom('identities').select('id').where('user_id', '=', bert.userId).where('id', '!=', own.id).executeTakeFirstOrThrow();
    await browser.submit('/account/revoke', { csrf: csrfOf(page), device: id });
    assert.equal(noteOf(await openAccount(browser, bert)), '"Test device" can no longer sign in as you.');
    assert.equal(outcome(await signIn(platform, second, PIN)), '410 REVOKED_MPINID');
    const last = await browser.submit('/account/revoke', { csrf: csrfOf(page), device: own.id });
    assert.match(last.text, /<h1>\u2068My laptop\u2069 can no longer sign in as you\.<\/h1>/, 'the device that had signed in here');
    assert.match((await browser.open('/account')).answer.text, /<mpin-pinpad/);
    assert.equal(outcome(await signIn(platform, bert, PIN)), '410 REVOKED_MPINID');
  });

  it('ask once more before a device is revoked, without scripts, and say what that means', async () => {
    const page = await openAccount(newBrowser(platform), await register(platform, PIN));
    assert.match(page, /<details><summary><span>Revoke: <bdi>[^<]+<\/bdi><\/span><\/summary><p>A revoked device can no longer sign in as you\.[^<]*<\/p>\s*<form method="post" action="\/account\/revoke">/);
    assert.equal(page.split('action="/account/revoke"').length, 2, 'nowhere else');
  });

  it('show what happened lately, in words', async () => {
    const page = await openAccount(newBrowser(platform), anna);
    assert.match(page, /Signed in<\/td>/);
    assert.match(page, /Device set up<\/td>/);
    assert.doesNotMatch(page, /authenticate_success/);
  });

  it('have words for everything that can happen to a person, in every language', async () => {
    const person = await register(platform, PIN);
    // Of what administrators do, this alone is about a person; the rest is about a project or something in it.
    const ofPeople = (event: AuditEvent): boolean => AUDIT_EVENTS[event][0] !== 'administration' || /^administrator|^personExported$/.test(event);
    const events = (Object.keys(AUDIT_EVENTS) as AuditEvent[]).filter(ofPeople);
    assert.ok(events.length > 25, String(events.length));
    for (const language of languages) {
      const { account } = pageCatalogue[language];
      const named = events.map((event) => eventName(account, AUDIT_EVENTS[event][1]));
      assert.deepEqual(events.filter((_event, at) => named[at] === undefined), [], language);
      assert.equal(new Set(named).size, events.length, `each its own in ${language}`);
    }
    for (const event of ['quickCodeIssued', 'verificationFailed'] as const) await audit(platform.core.db.queries, event, { projectId: platform.project.projectId, userId: person.userId, ip: '' }, platform.core.now());
    const page = await openAccount(newBrowser(platform), person);
    for (const words of [/QuickCode given out<\/td>/, /Wrong confirmation code<\/td>/]) assert.match(page, words);
    assert.doesNotMatch(page, /Other event/);
  });

  it('take no form without the session\'s own token, nor from another site', async () => {
    const browser = newBrowser(platform);
    const page = await openAccount(browser, anna);
    const stranger = await openAccount(newBrowser(platform), await register(platform, PIN));
    const stillThere = async (): Promise<void> => assert.match((await browser.open('/account')).answer.text, /Your account/);
    for (const [csrf, headers] of [['guess', {}], [csrfOf(stranger), {}], [csrfOf(page), { origin: 'https://evil.example' }], [csrfOf(page), { 'sec-fetch-site': 'cross-site' }]] as const) {
      assert.equal((await browser.submit('/account/sign-out', { csrf }, headers)).status, 303);
      await stillThere();
    }
  });

  it('lead to the console whoever administers something, by an address that was proved, and nobody else', async () => {
    const person = await register(platform, PIN);
    const browser = newBrowser(platform);
    const leads = async (): Promise<boolean> => (await openAccount(browser, person)).includes('href="/console"');
    const { queries } = platform.core.db;
    assert.equal(await leads(), false);
    await queries.insertInto('administrators').values({ project_id: platform.project.projectId, user_id: person.userId, role: 'auditor', granted_by: 'tests', granted_at: 0 }).execute();
    assert.equal(await leads(), true);
    await queries.updateTable('identities').set({ address_proved: 0 }).where('user_id', '=', person.userId).execute();
    assert.equal(await leads(), false);
  });

  it('end with the sign-out, here and at the applications', async () => {
    const browser = newBrowser(platform);
    const back = await logIn(platform, browser, authorizeUrl(platform, client), anna, PIN);
    const tokens = await redeem(platform, client, back.searchParams.get('code') ?? '');
    const thief = browser.copy();
    const page = await openAccount(browser, anna);
    // A page without a referrer sends its forms with this origin; browsers before Fetch Metadata (Safari 16.3) say nothing more.
    const signedOut = await browser.submit('/account/sign-out', { csrf: csrfOf(page) }, { origin: 'null' });
    assert.match(signedOut.text, /You are signed out/);
    assert.equal((await userinfo(platform, String(tokens.body['access_token']))).status, 401);
    for (const one of [browser, thief]) assert.match((await one.open('/account')).answer.text, /<mpin-pinpad/);
  });

  it('stand at an address that names their project, so that a reload or a form after the session is over leads back to its PIN-pad', async () => {
    const two = await startPlatform();
    const second = await two.addProject({ name: 'Second', origins: [] });
    const { projectId } = two.project;
    const person = await register(two, PIN);
    const browser = newBrowser(two);
    const bare = await browser.open('/account');
    assert.equal(bare.answer.status, 404);
    assert.match(bare.answer.text, /<h1>Whose account\?<\/h1>/);
    assert.doesNotMatch(bare.answer.text, /Second|Shop|QR code|<script/, 'which services there are is nobody\'s to learn here');
    const login = readLoginPage(await browser.open(`/account?project=${projectId}`));
    const opened = await browser.open(await provePin(two, browser, login, person, PIN));
    assert.equal(new URL(opened.url, two.url).search, `?project=${projectId}`);
    assert.match(opened.answer.text, new RegExp(`name="project" value="${projectId}"`));
    assert.match((await browser.open(`/account?project=${second.projectId}`)).answer.text, new RegExp(`<mpin-pinpad[^>]*project="${second.projectId}"`), 'another project\'s account is not this one');
    assert.match((await browser.open('/account')).answer.text, /Your account/, 'while somebody is signed in, it is known whose');
    await browser.submit('/account/sign-out', { csrf: csrfOf(opened.answer.text) });
    assert.match((await browser.open(opened.url)).answer.text, new RegExp(`<mpin-pinpad[^>]*project="${projectId}"`));
    const late = await browser.submit('/account/rename', { csrf: csrfOf(opened.answer.text), project: projectId, device: 'x', name: 'Late' });
    assert.equal(late.headers.get('location'), `/account?project=${projectId}`);
    await two.close();
  });

  it('say that there are several, or none of that name, in words of their own', async () => {
    for (const lang of languages) {
      const { answer } = await newBrowser(platform).open(`/account?project=nobody&lang=${lang}`);
      assert.equal(answer.status, 404);
      assert.ok(answer.text.includes(pageCatalogue[lang].connect.messages['which-account'].body), lang);
    }
  });

  it('let nobody in with the code of another browser', async () => {
    const attacker = newBrowser(platform);
    const login = readLoginPage(await attacker.open('/account'));
    const to = await provePin(platform, attacker, login, anna, PIN);
    const callback = (await attacker.fetch(to)).headers.get('location') ?? '';
    assert.match(callback, /\/account\/callback\?code=/);
    const refused = await newBrowser(platform).open(callback);
    assert.deepEqual([refused.answer.status, new URL(refused.url).pathname, new URL(refused.url).search], [400, '/account/over', ''], 'said where no code stands');
    const entered = await attacker.fetch(callback);
    assert.equal(entered.status, 303);
    assert.match(entered.headers.getSetCookie().join('\n'), /mpin-account-login=;.*Max-Age=0/, 'what the log-in kept is gone');
    assert.equal((await attacker.copy().open(callback)).answer.status, 400, 'and not twice');
  });
});

describe('applications that people register', () => {
  const fields = (name: string, redirectUris: string) => ({ csrf: '', name, redirectUris, postLogoutUris: '', startUrl: '', initiateLoginUri: '', logoutUri: '', logoUrl: '' });

  it('are added with a secret shown once, changed, given a new secret, and removed', async () => {
    const owner = await register(platform, PIN);
    const browser = newBrowser(platform);
    const csrf = csrfOf(await openAccount(browser, owner));
    const form = (await browser.open('/account/applications/new')).answer.text;
    assert.match(form, /<textarea name="redirectUris"[^>]* aria-describedby="redirectUris-help">/);
    assert.match(form, /<p id="redirectUris-help">/);
    const created = await browser.submit('/account/applications', { ...fields('Mine', 'http://localhost:5555/cb'), csrf });
    assert.equal(created.status, 200, created.text);
    const [, clientId = '', clientSecret = ''] = /<p class="code" dir="ltr">([^<]+)<[\s\S]*<p class="code" dir="ltr">([^<]+)</.exec(created.text) ?? [];
    const mine: TestClient = { clientId, clientSecret, redirectUri: 'http://localhost:5555/cb' };
    const back = await logIn(platform, browser, authorizeUrl(platform, mine), owner, PIN);
    assert.equal((await redeem(platform, mine, back.searchParams.get('code') ?? '')).status, 200);
    const again = await browser.open(`/account/applications/${clientId}`);
    assert.ok(!again.answer.text.includes(clientSecret), 'shown once');

    const renewed = await browser.submit(`/account/applications/${clientId}/secret`, { csrf });
    assert.doesNotMatch(renewed.text, new RegExp(clientSecret));
    const next = await logIn(platform, browser, authorizeUrl(platform, mine), owner, PIN);
    assert.equal((await redeem(platform, mine, next.searchParams.get('code') ?? '')).status, 401, 'the former secret is over');

    assert.equal((await browser.submit(`/account/applications/${clientId}`, { ...fields('Renamed', 'http://localhost:5556/cb'), csrf })).status, 303);
    assert.equal(noteOf((await browser.open('/account')).answer.text), '"Renamed" was saved.');
    assert.match((await browser.open('/account')).answer.text, /Renamed/);
    assert.equal((await browser.open(authorizeUrl(platform, mine))).answer.status, 400, 'the former redirect URI is gone');

    const stranger = newBrowser(platform);
    const other = csrfOf(await openAccount(stranger, await register(platform, PIN)));
    await stranger.submit(`/account/applications/${clientId}/remove`, { csrf: other });
    assert.match((await browser.open('/account')).answer.text, /Renamed/, 'nobody removes another\'s');
    await browser.submit(`/account/applications/${clientId}/remove`, { csrf });
    assert.equal(noteOf((await browser.open('/account')).answer.text), '"Renamed" was removed.');
    assert.doesNotMatch((await browser.open('/account')).answer.text, /<h3><bdi>Renamed/);
    const free = await saveApplication(platform.core, accountOf(owner), undefined, { ...fields('Again', 'http://localhost:5556/cb'), isPublic: false });
    assert.ok('id' in free, 'its redirect URI is free again');
  });

  it('are registered by nobody, by administrators only, or by anyone, as the project says; what is registered stays its owner\'s', async () => {
    const allow = (registerApplications: string): Promise<unknown> => changeProject(platform.core, platform.project.projectId, { registerApplications }, 'tests');
    const person = await register(platform, PIN);
    const browser = newBrowser(platform);
    const csrf = csrfOf(await openAccount(browser, person));
    const tries = async (port: number): Promise<string> => {
      const { status, text } = await browser.submit('/account/applications', { ...fields(`At ${port}`, `http://localhost:${port}/cb`), csrf });
      const offered = (await browser.open('/account')).answer.text.includes('/account/applications/new');
      const form = (await browser.open('/account/applications/new')).answer.text.includes('name="redirectUris"');
      assert.equal(form, offered, 'the form is open to whom it is offered');
      return `${status} ${offered ? 'offered' : 'not offered'}${text.includes('You cannot register applications here') ? ', and said so' : ''}`;
    };
    try {
      assert.equal(await tries(5601), '200 offered');
      await allow('nobody');
      assert.equal(await tries(5602), '422 not offered, and said so');
      const own = (await platform.core.db.queries.selectFrom('openid_clients').select('application_id').where('owner', '=', accountOf(person)).execute()).map((row) => row.application_id);
      assert.equal(own.length, 1);
      assert.equal((await browser.submit(`/account/applications/${own[0] ?? ''}`, { ...fields('Renamed', 'http://localhost:5601/cb'), csrf })).status, 303);
      await allow('administrators');
      assert.equal(await tries(5603), '422 not offered, and said so');
      for (const [role, may] of [['auditor', false], ['support', false], ['admin', true], ['owner', true]] as const) {
        await platform.core.db.queries.deleteFrom('administrators').where('user_id', '=', person.userId).execute();
        await platform.core.db.queries.insertInto('administrators').values({ project_id: platform.project.projectId, user_id: person.userId, role, granted_by: 'tests', granted_at: 0 }).execute();
        assert.equal(await mayRegister(platform.core, accountOf(person)), may, role);
      }
      assert.equal(await tries(5604), '200 offered');
      await platform.core.db.queries.updateTable('identities').set({ address_proved: 0 }).where('user_id', '=', person.userId).execute();
      assert.equal(await tries(5605), '422 not offered, and said so', 'a user id that no mail of ours proved is nobody\'s address');
    } finally {
      await allow('anyone');
    }
  });

  it('have a logo of their own, which stays when something else is changed, and is shown where permission is asked', async () => {
    const owner = await register(platform, PIN);
    const browser = newBrowser(platform);
    const csrf = csrfOf(await openAccount(browser, owner));
    const logo = `data:image/png;base64,${'A'.repeat(30_000)}`;
    const created = await browser.submit('/account/applications', { ...fields('With a logo', 'http://localhost:5701/cb'), logoUrl: ` ${logo} `, csrf });
    assert.equal(created.status, 200, created.text);
    const id = attribute(created.text, /\/account\/applications\/([^/"]+)\/remove/);
    const shown = (await browser.open(`/account/applications/${id}`)).answer.text;
    assert.ok(shown.includes(`>${logo}</textarea>`) && shown.includes(`src="${logo}"`));
    const asked = await browser.open(authorizeUrl(platform, { clientId: id, clientSecret: '', redirectUri: 'http://localhost:5701/cb' }));
    assert.match(asked.answer.text, /\/consent"/);
    assert.ok(asked.answer.text.includes(`src="${logo}"`));
    for (const logoUrl of ['data:text/html;base64,AAAA', 'http://app.example/logo.png', 'javascript:alert(1)', `${logo}${'A'.repeat(3000)}`]) {
      const refused = await browser.submit(`/account/applications/${id}`, { ...fields('With a logo', 'http://localhost:5701/cb'), logoUrl, csrf });
      assert.equal(refused.status, 422);
      assert.match(refused.text, /Something is missing or not allowed/);
    }
  });

  it('are so many at a time and no more, and the page says so', async () => {
    const account = accountOf(await register(platform, PIN));
    const save = (port: number) => saveApplication(platform.core, account, undefined, { ...fields(`At ${port}`, `http://localhost:${port}/cb`), isPublic: true });
    for (let port = 5800; port < 5800 + platform.core.config.accountApplications; port += 1) assert.ok('id' in await save(port));
    assert.deepEqual(await save(5900), { problem: 'too-many', proofs: [] });
  });

  it('say what is in the way: a URI that is taken, a host that is not proved, a field that makes no sense', async () => {
    const owner = await register(platform, PIN);
    const browser = newBrowser(platform);
    const csrf = csrfOf(await openAccount(browser, owner));
    await addClient(platform, { redirectUris: ['http://localhost:7777/cb'] });
    const taken = await browser.submit('/account/applications', { ...fields('Taken', 'http://localhost:7777/cb/'), csrf });
    assert.equal(taken.status, 422);
    assert.match(taken.text, /Another application has registered this redirect URI/);
    const wrong = await browser.submit('/account/applications', { ...fields('Wrong', 'http://app.example/cb'), csrf });
    assert.match(wrong.text, /Something is missing or not allowed/);
    const unpublished = await browser.submit('/account/applications', { ...fields('Host', 'https://nowhere.invalid/cb'), csrf });
    assert.match(unpublished.text, /<\/section><p><button class="primary" type="submit">Check<\/button><\/p><label>/, 'beside what is to be published');
    assert.doesNotMatch(taken.text, />Check</, 'only where there is something to check');
    const looks = { txt: async () => [], get: async () => '' };
    const unproved = await saveApplication(platform.core, accountOf(owner), undefined, { ...fields('Host', 'https://mine.example/cb'), isPublic: false }, looks);
    assert.ok('problem' in unproved && unproved.problem === 'unproved');
    assert.equal(unproved.proofs[0]?.record.name, '_mpin-platform.mine.example');
    const value = unproved.proofs[0]?.record.value ?? '';
    const proved = await saveApplication(platform.core, accountOf(owner), undefined, { ...fields('Host', 'https://mine.example/cb'), isPublic: false }, { ...looks, txt: async () => [[value]] });
    assert.ok('id' in proved);
  });
});
