import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { SETTINGS_FORM } from '../src/console/settings-form.ts';
import { exportAudit } from '../src/core/audit-log.ts';
import { COLUMN_SETTINGS } from '../src/core/project-changes.ts';
import { findProject } from '../src/core/projects.ts';
import type { Project } from '../src/core/projects.ts';
import { PROJECT_SETTINGS } from '../src/core/settings.ts';
import { readableShade } from '../src/text/contrast.ts';
import { languages } from '../src/text/languages.ts';
import { administrator, formOn, secretOn } from './support/console.ts';
import type { ConsoleUser } from './support/console.ts';
import { basic, register, signIn } from './support/device.ts';
import { outcome, request } from './support/http.ts';
import { startPlatform } from './support/test-platform.ts';
import type { TestPlatform } from './support/test-platform.ts';

/** Projects, their settings, their people and their log in the console: every page and form, by HTTP. */

const PIN = '1234';
let platform: TestPlatform;
let owner: ConsoleUser;
let base = '';
before(async () => {
  platform = await startPlatform();
  // At noon no test is on both sides of midnight.
  platform.advance(86_400 - (Math.floor(platform.core.now() / 1000) + 43_200) % 86_400);
  owner = await administrator(platform, 'owner');
  base = `/console/projects/${platform.project.projectId}`;
});
after(() => platform.close());

const projectNow = async (): Promise<Project> => {
  const project = await findProject(platform.core, platform.project.projectId);
  assert.ok(project !== undefined);
  return project;
};

describe('projects', () => {
  it('are listed and made; the secret is shown once, and opens the API', async () => {
    const made = await owner.done('/console/projects/new', '/console/projects/new', { name: 'Garden', origins: 'https://garden.example\nhttps://www.garden.example/', pinLength: '5', method: 'code' });
    assert.match(made.text, /The project was created/);
    const clientSecret = secretOn(made.text, 'Client secret');
    const [, projectId = '', clientId = ''] = /projects\/([^/]+)\/applications\/(.+)$/.exec(made.path) ?? [];
    assert.ok(!(await owner.open(made.path)).includes(clientSecret), 'not a second time');
    const project = await findProject(platform.core, projectId);
    assert.deepEqual([project?.origins, project?.pinLength, project?.verificationMethod], [['https://garden.example', 'https://www.garden.example'], 5, 'code']);
    await owner.done(made.path, `${made.path}/rights`, { 'right.read': '1' });
    const credentials = { project: { projectId, clientId, clientSecret } };
    assert.equal(outcome(await request(`${platform.url}/api/v1/projects/${projectId}/audit`, { headers: basic(credentials) })), '200');
    assert.match(await owner.open('/console'), /Garden/);
  });

  it('are made once, however often the form is sent', async () => {
    const fields = { ...formOn(await owner.open('/console/projects/new'), '/console/projects/new'), name: 'Once' };
    const [first, second] = await Promise.all([owner.browser.submit('/console/projects/new', fields), owner.browser.submit('/console/projects/new', fields)]);
    assert.deepEqual([first.status, second.status], [303, 303]);
    const third = await owner.browser.submit('/console/projects/new', fields);
    assert.match(third.headers.get('location') ?? '', /\/applications\//);
    assert.match(secretOn(await owner.open(third.headers.get('location') ?? ''), 'Client secret'), /^[\w-]{43}$/);
    const { n } = await platform.core.db.queries.selectFrom('projects').select((eb) => eb.fn.countAll<number | string>().as('n')).where('name', '=', 'Once').executeTakeFirstOrThrow();
    assert.equal(Number(n), 1);
  });

  it('say beside the field what is wrong, and lose nothing that was typed', async () => {
    const wrong = await owner.send('/console/projects/new', '/console/projects/new', { name: '', origins: 'garden.example\n<b>', pinLength: '6', method: 'code' });
    assert.equal(wrong.status, 422);
    assert.match(wrong.text, /A name has 1 to 80 characters/);
    assert.match(wrong.text, /id="field-origins-problem">Each line is scheme, host and port/);
    assert.match(wrong.text, /aria-describedby="[^"]*field-name-problem[^"]*" aria-invalid="true"/);
    const again = formOn(wrong.text, '/console/projects/new');
    assert.deepEqual([again['origins'], again['pinLength'], again['method']], ['garden.example\n<b>', '6', 'code']);
    assert.equal((await owner.browser.submit('/console/projects/new', { ...again, name: 'Mended', origins: '' })).status, 303);
  });

  it('take no form of another session, of another site, or without its keys', async () => {
    const stranger = await administrator(platform, 'owner');
    const own = formOn(await owner.open('/console/projects/new'), '/console/projects/new');
    const others = formOn(await stranger.open('/console/projects/new'), '/console/projects/new');
    for (const [fields, headers] of [[{ ...own, csrf: others['csrf'] ?? '' }, {}], [{ ...own, once: '' }, {}], [own, { origin: 'https://evil.example' }], [own, { 'sec-fetch-site': 'cross-site' }]] as const) {
      assert.equal((await owner.browser.submit('/console/projects/new', { ...fields, name: 'Forged' }, headers)).status, 403);
    }
    assert.doesNotMatch(await owner.open('/console'), /Forged/);
  });
});

describe('settings', () => {
  it('are all in the form', () => {
    assert.deepEqual([...SETTINGS_FORM.map(({ name }) => name), 'wording'].toSorted(), [...COLUMN_SETTINGS, ...Object.keys(PROJECT_SETTINGS)].toSorted());
  });

  it('are what the project has, unchanged by saving what was not touched, and change one by one', async () => {
    const stored = await projectNow();
    assert.match((await owner.done(`${base}/settings`, `${base}/settings`, {})).text, /Saved\./);
    assert.deepEqual(await projectNow(), stored);
    const { 'ways.phone': _ways, ...typed } = formOn(await owner.open(`${base}/settings`), `${base}/settings`);
    const sent = await owner.browser.submit(`${base}/settings`, { ...typed, name: 'Corner shop', pinLength: '6', accentLight: '#006b0b', auditDays: '90', easyPin: 'refuse', noticeLocked: '' });
    assert.equal(sent.status, 303, sent.text);
    const { settings, name, pinLength } = await projectNow();
    assert.deepEqual([name, pinLength, settings.accentLight, settings.auditDays, settings.easyPin, settings.noticeLocked, settings.ways], ['Corner shop', 6, '#006b0b', 90, 'refuse', false, ['browser']]);
    await owner.done(`${base}/settings`, `${base}/settings`, { name: 'Shop', pinLength: '4', 'ways.phone': '1', auditDays: '', easyPin: 'warn' });
  });

  it('name every field that makes no sense, and save none', async () => {
    const stored = await projectNow();
    const nonsense = { name: 'New name', origins: 'x', logoUrl: 'ftp://x', accentLight: 'red', mailsPerDay: '0', auditDays: 'many', customVerificationUrl: 'http://x', pinLength: '9', ...Object.fromEntries(languages.map((language) => [`languages.${language}`, ''])) };
    const wrong = await owner.send(`${base}/settings`, `${base}/settings`, nonsense);
    assert.equal(wrong.status, 422);
    for (const name of ['origins', 'logoUrl', 'accentLight', 'mailsPerDay', 'auditDays', 'customVerificationUrl', 'pinLength', 'languages']) assert.ok(wrong.text.includes(`id="field-${name}-problem"`), name);
    assert.equal(formOn(wrong.text, `${base}/settings`)['name'], 'New name');
    assert.deepEqual(await projectNow(), stored);
  });

  it('do not take a colour that nobody could read, and name one that everybody can', async () => {
    const stored = await projectNow();
    const pale = await owner.send(`${base}/settings`, `${base}/settings`, { accentLight: '#ffffcc', accentDark: '#111111' });
    assert.equal(pale.status, 422);
    assert.match(pale.text, /id="field-accentLight-problem"[^<]*>[^]*?contrast is 1\.02 to 1, and 4\.5 to 1 is the least\. The nearest shade that can be read is #[0-9a-f]{6}\./);
    assert.match(pale.text, /id="field-accentDark-problem"/);
    assert.deepEqual(await projectNow(), stored);
    const nearest = readableShade('#ffffcc', 'light');
    assert.ok(pale.text.includes(nearest));
    await owner.done(`${base}/settings`, `${base}/settings`, { accentLight: nearest });
    assert.equal((await projectNow()).settings.accentLight, nearest);
  });

  it('say that what was sent is too large, where it is as a whole or in one field', async () => {
    const action = `${base}/settings`;
    const stored = await projectNow();
    const typed = formOn(await owner.open(action), action);
    for (const logoUrl of ['a'.repeat(60_001), 'a'.repeat(platform.core.config.bodyBytes)]) {
      for (const [language, title] of [['en', 'What you sent is too large'], ['de', 'Was Sie gesendet haben, ist zu groß'], ['ar', 'ما أرسلته كبير جدًا']] as const) {
        const refused = await owner.browser.submit(action, { ...typed, logoUrl }, { 'accept-language': language });
        assert.equal(refused.status, 413);
        assert.ok(refused.text.includes(`<h1>${title}</h1>`), refused.text);
      }
    }
    assert.deepEqual(await projectNow(), stored);
  });

  it('tell the second of two who change them at once, with what is in force, and take the next try', async () => {
    const colleague = await administrator(platform, 'admin', platform.project.projectId);
    const mine = formOn(await owner.open(`${base}/settings`), `${base}/settings`);
    await colleague.done(`${base}/settings`, `${base}/settings`, { identityTypeLabel: 'Theirs' });
    const told = await owner.browser.submit(`${base}/settings`, { ...mine, identityTypeLabel: 'Mine', customVerificationText: 'Also mine' });
    assert.equal(told.status, 409);
    assert.match(told.text, /Somebody else has changed this meanwhile/);
    assert.match(told.text, /In force now: Theirs/);
    const again = formOn(told.text, `${base}/settings`);
    assert.deepEqual([again['identityTypeLabel'], again['customVerificationText']], ['Mine', 'Also mine']);
    assert.equal((await projectNow()).settings.identityTypeLabel, 'Theirs');
    assert.equal((await owner.browser.submit(`${base}/settings`, again)).status, 303);
    assert.equal((await projectNow()).settings.identityTypeLabel, 'Mine');
  });

  it('are shown in a mail and on a page before they are saved, where nothing can run or be sent', async () => {
    for (const [what, holding] of [['mail', /Confirm your email|wants to sign in to Fresh name/], ['page', /pages\/brand\/112233-/]] as const) {
      const form = formOn(await owner.open(`${base}/settings`), `${base}/settings`);
      const shown = await owner.browser.submit(`${base}/preview`, { ...form, name: 'Fresh name', accentLight: '#112233', what });
      assert.equal(shown.status, 200);
      assert.match(shown.text, /Fresh name/);
      assert.match(shown.text, holding);
      assert.equal((await owner.browser.submit(`${base}/preview`, { ...form, what })).status, 200, 'a look does not use the form up');
      assert.match(shown.headers.get('content-security-policy') ?? '', /^sandbox; default-src 'none';.*form-action 'none'/);
    }
    assert.notEqual((await projectNow()).name, 'Fresh name');
  });
});

describe('users and devices', () => {
  it('are searched, renamed and revoked with a reason, at once', async () => {
    const identity = await register(platform, PIN);
    const path = `${base}/devices`;
    const found = await owner.open(`${path}?search=${encodeURIComponent(identity.userId.slice(0, 20).toUpperCase())}&state=active`);
    const [, device = ''] = new RegExp(`href="(${path}/[0-9a-f]{64})"`).exec(found) ?? [];
    assert.match(found, /1 to 1 of 1/);
    assert.match(await owner.open(`${path}?search=%25_`), /No device was found/);
    for (const [field, action, value] of [['name', 'rename', ''], ['name', 'rename', 'x'.repeat(41)], ['reason', 'revoke', ' ']] as const) {
      assert.match((await owner.send(device, `${device}/${action}`, { [field]: value })).text, new RegExp(`id="field-${field}-problem"`));
    }
    assert.match((await owner.done(device, `${device}/rename`, { name: 'Counter 3' })).text, /<h1>Counter 3<\/h1>/);
    assert.equal(outcome(await signIn(platform, identity, PIN)), '200');
    const revoked = await owner.done(device, `${device}/revoke`, { reason: 'Left the company' });
    assert.match(revoked.text, /Left the company/);
    assert.doesNotMatch(revoked.text, /\/revoke"/);
    assert.equal(outcome(await signIn(platform, identity, PIN)), '410 REVOKED_MPINID');
    const log = await owner.open(`${base}/audit?user=${encodeURIComponent(identity.userId)}&event=revoked`);
    assert.match(log, /<time datetime="[^"]+" dir="ltr"><span>\d{4}-\d\d-\d\d<\/span> <span>\d\d:\d\d UTC<\/span><\/time>/, 'a time says its zone');
    assert.match(log, new RegExp(`<bdi>${owner.userId}</bdi>`));
  });
});

describe('the audit log', () => {
  it('is filtered, paged, and exported with the same filters', async () => {
    const identity = await register(platform, PIN);
    for (let i = 0; i < 52; i += 1) {
      await platform.core.db.queries.insertInto('audit').values({
        project_id: platform.project.projectId, created_at: platform.core.now() + i, type: 'authentication', status: 'authenticate_success', user_id: identity.userId, identity_id: null, device_name: '=cmd', application_id: null, ip: '192.0.2.7',
      }).execute();
    }
    const query = `user=${encodeURIComponent(identity.userId)}&event=authenticate_success`;
    const first = await owner.open(`${base}/audit?${query}`);
    assert.match(first, /1 to 50 of 52/);
    const [, next = ''] = /href="([^"]+)" rel="next"/.exec(first) ?? [];
    const second = await owner.open(next.replaceAll('&amp;', '&'));
    assert.match(second, /51 to 52 of 52/);
    assert.match(second, /rel="prev"/);
    const tomorrow = new Date(platform.core.now() + 2 * 86_400_000).toISOString().slice(0, 10);
    assert.match(await owner.open(`${base}/audit?${query}&from=${tomorrow}`), /Nothing was found/);
    assert.match(await owner.open(`${base}/audit?${query}&application=${platform.project.clientId}`), /Nothing was found/);
    platform.advance(1);
    const { answer } = await owner.browser.open(`${base}/audit.csv?${query}`);
    assert.match(answer.headers.get('content-type') ?? '', /^text\/csv/);
    const lines = answer.text.trim().split('\r\n');
    assert.equal(lines.length, 53);
    assert.match(lines[1] ?? '', /,"'=cmd",/, 'no spreadsheet takes it for a formula');
    assert.equal(answer.headers.get('content-length'), null, 'it is sent while it is read');
  });

  it('is exported part by part: no entry twice and none left out, though entries share their moment and others come meanwhile', async () => {
    const { projectId } = await platform.addProject({ name: 'Busy', origins: [] });
    const add = (name: string, at: number): Promise<unknown> => platform.core.db.queries.insertInto('audit')
      .values({ project_id: projectId, created_at: at, type: 'authentication', status: 'authenticate_success', user_id: name, identity_id: null, device_name: '', application_id: null, ip: '' }).execute();
    const expected = ['e', 'd', 'c', 'b', 'a'];
    for (const [index, name] of expected.toReversed().entries()) await add(name, 1000 + Math.floor(index / 3));
    const found: string[] = [];
    for await (const part of exportAudit(platform.core, projectId, { to: 2000, status: 'authenticate_success' }, 2)) {
      assert.ok(part.length <= 2, 'no more at a time than it was told');
      found.push(...part.map(({ userID }) => userID));
      await add('new', 1900);
    }
    assert.deepEqual(found, expected);
  });
});

describe('charts and usage', () => {
  it('count what happened, day by day and month by month, in pictures, tables and a file', async () => {
    const { projectId } = await platform.addProject({ name: 'Counted', origins: [] });
    const server = { ...platform, project: { ...platform.project, projectId } };
    const [anna, bert] = [await register(server, PIN), await register(server, PIN)];
    for (const pin of [PIN, PIN, '0000']) await signIn(platform, anna, pin);
    for (let i = 0; i < 3; i += 1) await signIn(platform, bert, '9999');
    const page = await owner.open(`/console/projects/${projectId}?days=7`);
    assert.match(page, /aria-label="Sign-ins: 2 in 7 days, at most 2 on one day"/);
    assert.match(page, /aria-label="Failures: 4 in 7 days/);
    assert.match(page, /aria-label="Registrations: 2 in 7 days/);
    assert.match(page, /aria-label="Lock-outs: 1 in 7 days/);
    const today = new Date(platform.core.now()).toISOString().slice(0, 10);
    assert.match(page, new RegExp(`${today}</span></th>${[2, 4, 2, 1].map((count) => `<td [^>]*class="num">${count}</td>`).join('')}`));
    const { answer } = await owner.browser.open(`/console/projects/${projectId}/usage.csv`);
    assert.equal(answer.text.split('\r\n')[1], `"${today.slice(0, 7)}",1,1,2,2`);
    assert.match(await owner.open(`/console/projects/${projectId}/usage`), /there is no billing/);
    platform.advance(40 * 86_400);
    const later = await administrator(platform, 'auditor', projectId);
    assert.match(await later.open(`/console/projects/${projectId}?days=7`), /aria-label="Sign-ins: 0 in 7 days/);
    assert.match(await later.open(`/console/projects/${projectId}?days=90`), /aria-label="Sign-ins: 2 in 90 days/);
  });
});
