import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, it } from 'node:test';
import { saveApplication } from '../src/account/applications.ts';
import { CONSOLE_PROJECT } from '../src/core/projects.ts';
import { changeProject } from '../src/core/project-changes.ts';
import { ownSignatureWindow } from '../src/core/signature-windows.ts';
import { accountName } from '../src/oidc/accounts.ts';
import { administrator, formOn, secretOn } from './support/console.ts';
import type { ConsoleUser } from './support/console.ts';
import { authorizeUrl, logIn, newBrowser, redeem } from './support/connect.ts';
import { register } from './support/device.ts';
import { outcome, request } from './support/http.ts';
import { startPlatform } from './support/test-platform.ts';
import type { TestPlatform } from './support/test-platform.ts';

/** What programs use a project with, in the console: applications, service accounts, RADIUS clients, webhooks. Each secret is used, not only read. */

const PIN = '1234';
let platform: TestPlatform;
let admin: ConsoleUser;
let base = '';
before(async () => {
  platform = await startPlatform({ environment: { MPIN_DEV: '1' } });
  base = `/console/projects/${platform.project.projectId}`;
  admin = await administrator(platform, 'admin', platform.project.projectId);
});
after(() => platform.close());

const idOf = (path: string): string => path.split('/').at(-1) ?? '';
const readsAudit = async (authorization: string): Promise<string> => outcome(await request(`${platform.url}/api/v1/projects/${platform.project.projectId}/audit`, { headers: { authorization } }));
const basicOf = (id: string, secret: string): string => `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}`;

describe('applications', () => {
  it('of sign-in get their rights and their secret here; both are in force at once, and the former secret holds for as long as was chosen', async () => {
    const made = await admin.done(`${base}/applications/new`, `${base}/applications`, { name: 'Report', type: 'sign-in', origins: 'https://report.example', 'right.read': '1' });
    const id = idOf(made.path);
    const first = secretOn(made.text, 'Client secret');
    assert.equal(await readsAudit(basicOf(id, first)), '200');
    const renewed = await admin.done(made.path, `${made.path}/secret`, { overlap: 'hour' });
    const second = secretOn(renewed.text, 'Client secret');
    assert.deepEqual([await readsAudit(basicOf(id, first)), await readsAudit(basicOf(id, second))], ['200', '200']);
    const third = secretOn((await admin.done(made.path, `${made.path}/secret`, { overlap: 'none' })).text, 'Client secret');
    assert.deepEqual([await readsAudit(basicOf(id, second)), await readsAudit(basicOf(id, third))], ['401 UNAUTHORIZED', '200']);
    await admin.done(made.path, `${made.path}/rights`, { 'right.read': '', 'right.sign': '1' });
    assert.equal(await readsAudit(basicOf(id, third)), '403 FORBIDDEN');
    await admin.done(made.path, `${made.path}/rights`, { 'right.read': '1' });
    await admin.done(made.path, `${made.path}/active`, {});
    assert.equal(await readsAudit(basicOf(id, third)), '401 UNAUTHORIZED');
    await admin.done(made.path, `${made.path}/active`, {});
    assert.equal(await readsAudit(basicOf(id, third)), '200');
    await admin.done(made.path, made.path, { name: 'Reports', origins: 'https://reports.example' });
    assert.match(await admin.open(`${base}/applications`), /Reports/);
    const log = await platform.core.db.queries.selectFrom('audit').select(['status', 'actor']).where('application_id', '=', id).where('status', '!=', 'credentials_refused').orderBy('id').execute();
    assert.deepEqual([...new Set(log.map(({ actor }) => actor))], [admin.userId]);
    assert.ok(log.some(({ status }) => status === 'application_changed'));
  });

  it('that have signatures checked say how old these may be; what makes no sense is named, and its page keeps the rest', async () => {
    const made = await admin.done(`${base}/applications/new`, `${base}/applications`, { name: 'Contracts', type: 'sign-in', 'right.sign': '1' });
    const wrong = await admin.send(made.path, `${made.path}/signatures`, { pastSeconds: '86401', futureSeconds: '' });
    assert.equal(wrong.status, 422);
    for (const field of ['pastSeconds', 'futureSeconds']) assert.ok(wrong.text.includes(`id="field-${field}-problem"`), field);
    assert.equal(formOn(wrong.text, made.path)['name'], 'Contracts');
    await admin.done(made.path, `${made.path}/signatures`, { pastSeconds: '60', futureSeconds: '0' });
    assert.deepEqual(await ownSignatureWindow(platform.core, idOf(made.path)), { pastSeconds: 60, futureSeconds: 0 });
    assert.equal(formOn(await admin.open(made.path), `${made.path}/signatures`)['pastSeconds'], '60');
    await admin.done(made.path, `${made.path}/signatures`, { pastSeconds: '', futureSeconds: ' ' });
    assert.equal(await ownSignatureWindow(platform.core, idOf(made.path)), undefined);
  });

  it('of OpenID sign people in with what was typed; addresses that are taken, wrong or missing are named', async () => {
    const made = await admin.done(`${base}/applications/new`, `${base}/applications`, { name: 'Portal', type: 'openid', redirectUris: 'https://portal.example/callback', startUrl: 'https://portal.example/' });
    const client = { clientId: idOf(made.path), clientSecret: secretOn(made.text, 'Client secret'), redirectUri: 'https://portal.example/callback' };
    const back = await logIn(platform, newBrowser(platform), authorizeUrl(platform, client), await register(platform, PIN), PIN);
    assert.equal((await redeem(platform, client, back.searchParams.get('code') ?? '')).status, 200);

    for (const [fields, field, words] of [
      [{ redirectUris: 'https://portal.example/callback/' }, 'redirectUris', /has registered one of these/], [{ redirectUris: 'http://portal.example/' }, 'redirectUris', /Each line is an https address/],
      [{ redirectUris: '' }, 'redirectUris', /Fill this in/], [{ redirectUris: 'https://other.example/', startUrl: 'nowhere' }, 'startUrl', /must begin with https/], [{ redirectUris: 'https://other.example/', name: '' }, 'name', /1 to 80/],
    ] as const) {
      const wrong = await admin.send(`${base}/applications/new`, `${base}/applications`, { name: 'Second', type: 'openid', 'right.verify': '1', ...fields });
      assert.equal(wrong.status, 422);
      assert.match(wrong.text, new RegExp(`id="field-${field}-problem">[^<]*${words.source}`));
      const kept = formOn(wrong.text, `${base}/applications`);
      assert.deepEqual([kept['redirectUris'], kept['type'], kept['right.verify']], [fields.redirectUris, 'openid', '1']);
    }

    const mine = formOn(await admin.open(made.path), made.path);
    platform.advance(1);
    await admin.done(made.path, made.path, { redirectUris: 'https://portal.example/back' });
    const late = await admin.browser.submit(made.path, { ...mine, name: 'Late' });
    assert.equal(late.status, 409);
    assert.match(late.text, /Somebody else has changed this meanwhile/);
    assert.match(await admin.open(made.path), /https:\/\/portal\.example\/back/);
    await admin.done(made.path, `${made.path}/decisions`, { mpinIds: '1' });
    const { mpin_id_allowed: allowed } = await platform.core.db.queries.selectFrom('openid_clients').select('mpin_id_allowed').where('application_id', '=', client.clientId).executeTakeFirstOrThrow();
    assert.equal(allowed, 1);
    const changes = await platform.core.db.queries.selectFrom('audit').select('actor').where('application_id', '=', client.clientId).where('status', '=', 'application_changed').execute();
    assert.deepEqual(changes, [{ actor: admin.userId }, { actor: admin.userId }]);
  });

  it('that people registered themselves wait for an administrator here', async () => {
    await changeProject(platform.core, platform.project.projectId, { registerApplications: 'anyone' }, 'tests');
    const person = await register(platform, PIN);
    const account = accountName({ projectId: platform.project.projectId, userId: person.userId });
    const saved = await saveApplication(platform.core, account, undefined, { name: 'Own', redirectUris: 'http://localhost:5551/cb', postLogoutUris: '', startUrl: '', initiateLoginUri: '', logoutUri: '', logoUrl: '', isPublic: true });
    assert.ok('id' in saved);
    const path = `${base}/applications/${saved.id}`;
    assert.match(await admin.open(path), new RegExp(person.userId));
    const client = { clientId: saved.id, clientSecret: '', redirectUri: 'http://localhost:5551/cb' };
    const open = async (): Promise<URL | Error> => logIn(platform, newBrowser(platform), `${authorizeUrl(platform, client)}&code_challenge=${'a'.repeat(43)}&code_challenge_method=S256`, await register(platform, PIN), PIN).catch((error: Error) => error);
    const kept = await open();
    assert.ok(!(kept instanceof URL) || !kept.searchParams.has('code'));
    await admin.done(path, `${path}/decisions`, { approved: '1' });
    const approved = await open();
    assert.ok(approved instanceof URL && approved.searchParams.has('code'));
    assert.equal((await admin.browser.submit(path, { ...formOn(await admin.open(path), `${path}/rights`), name: 'Taken over' })).status, 404);
  });

  it('of one-time passwords have two secrets and a life of passwords; RADIUS clients ask through them', async () => {
    const wrong = await admin.send(`${base}/applications/new`, `${base}/applications`, { name: 'VPN', type: 'otp', seconds: '5' });
    assert.match(wrong.text, /id="field-seconds-problem"/);
    const made = await admin.done(`${base}/applications/new`, `${base}/applications`, { name: 'VPN', type: 'otp', seconds: '60' });
    const [clientSecret, otpSecret] = [secretOn(made.text, 'Client secret'), secretOn(made.text, 'OTP secret')];
    assert.match(clientSecret, /^[\w-]{43}$/);
    assert.notEqual(clientSecret, otpSecret);
    const renewed = await admin.done(made.path, `${made.path}/otp-secret`, {});
    assert.match(secretOn(renewed.text, 'OTP secret'), /^[\w-]{43}$/);
    await admin.done(made.path, made.path, { seconds: '120' });
    const { ttl_seconds: seconds } = await platform.core.db.queries.selectFrom('otp_applications').select('ttl_seconds').where('application_id', '=', idOf(made.path)).executeTakeFirstOrThrow();
    assert.equal(seconds, 120);

    const path = `${base}/radius`;
    for (const [fields, field] of [[{ address: '10.1.0.0/99' }, 'address'], [{ address: '10.1.0.0/16', attributes: 'Nonsense' }, 'attributes'], [{ address: '10.1.0.0/16', name: '' }, 'name']] as const) {
      const refused = await admin.send(path, path, { name: 'Gateway', application: idOf(made.path), ...fields });
      assert.match(refused.text, new RegExp(`id="field-${field}-problem"`));
      assert.equal(formOn(refused.text, path)['address'], fields.address);
    }
    const added = await admin.done(path, path, { name: 'Gateway', application: idOf(made.path), address: '10.1.0.0/16', attributes: 'Filter-Id=staff' });
    assert.match(secretOn(added.text, 'RADIUS secret'), /^[\w-]{43}$/);
    assert.match((await admin.send(path, path, { name: 'Second', application: idOf(made.path), address: '10.1.0.0/16' })).text, /id="field-address-problem"/);
    assert.match((await admin.done(path, `${path}/remove`, {})).text, /There is no RADIUS client yet/);
  });

  it('do not exist in the console\'s own project', async () => {
    const owner = await administrator(platform, 'owner');
    const own = `/console/projects/${CONSOLE_PROJECT}`;
    for (const section of ['applications', 'service-accounts', 'radius', 'webhooks']) assert.equal((await owner.browser.open(`${own}/${section}`)).answer.status, 404, section);
    const { csrf = '', once = '' } = formOn(await owner.open('/console'), '/console/sign-out');
    for (const [section, fields] of [['applications', { type: 'sign-in' }], ['service-accounts', {}], ['webhooks', { url: 'https://x.example/', 'event.revoked': '1' }]] as const) {
      assert.equal((await owner.browser.submit(`${own}/${section}`, { csrf, once: `${once}${section}`, name: 'Sneaky', ...fields })).status, 404, section);
    }
  });
});

describe('service accounts', () => {
  it('get a token, shown once, and are switched off and on', async () => {
    const path = `${base}/service-accounts`;
    assert.match((await admin.send(path, path, { name: '' })).text, /id="field-name-problem"/);
    const made = await admin.done(path, path, { name: 'Nightly', 'right.read': '1' });
    const token = secretOn(made.text, 'Token');
    assert.equal(await readsAudit(`Bearer ${token}`), '200');
    assert.match((await admin.done(path, `${path}/active`, {})).text, /Switched off/);
    assert.equal(await readsAudit(`Bearer ${token}`), '401 UNAUTHORIZED');
    await admin.done(path, `${path}/active`, {});
    assert.equal(await readsAudit(`Bearer ${token}`), '200');
  });
});

describe('webhooks', () => {
  it('are added with a secret, tried, their deliveries listed, and removed', async () => {
    const heard: string[] = [];
    const receiver = createServer((received, response) => {
      heard.push(String(received.headers['content-type']));
      received.resume().on('end', () => response.writeHead(204).end());
    });
    await new Promise<void>((resolve) => { receiver.listen(0, '127.0.0.1', resolve); });
    try {
      const path = `${base}/webhooks`;
      const url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/hook`;
      assert.match((await admin.send(path, path, { url: 'ftp://x', 'event.revoked': '1' })).text, /id="field-url-problem"/);
      const none = Object.fromEntries(['registered', 'signed-in', 'locked', 'revoked', 'signed'].map((event) => [`event.${event}`, '']));
      assert.match((await admin.send(path, path, { url, ...none })).text, /id="field-event-problem"/);
      const made = await admin.done(path, path, { url, ...none, 'event.revoked': '1' });
      assert.match(secretOn(made.text, 'Signing secret'), /^whsec_/);
      const tested = await admin.done(made.path, `${made.path}/test`, {});
      assert.equal(heard.length, 1);
      assert.match(tested.text, /<span class="tag ok">Delivered<\/span>/);
      assert.match((await admin.done(made.path, `${path}/remove`, {})).text, /There is no webhook yet/);
    } finally {
      receiver.close();
    }
  });
});
