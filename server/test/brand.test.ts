import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { changeProject } from '../src/core/project-changes.ts';
import { addClient, authorizeUrl, newBrowser, provePin, readLoginPage } from './support/connect.ts';
import { register, someone } from './support/device.ts';
import { request } from './support/http.ts';
import { attribute } from './support/page-browser.ts';
import { startPlatform } from './support/test-platform.ts';
import type { TestPlatform } from './support/test-platform.ts';

/** A project's colours and its logo, wherever the platform speaks for it. */

const PIN = '1234';
const SHEET = '<link rel="stylesheet" href="/pages/brand/7a1fa2-ffd400.css">';

describe('a project\'s colours', () => {
  let platform: TestPlatform;
  before(async () => {
    platform = await startPlatform();
    await changeProject(platform.core, platform.project.projectId, { accentLight: '#7a1fa2', accentDark: '#ffd400' }, 'tests');
  });
  after(() => platform.close());

  const has = (page: { readonly text: string }, what: string): void => assert.ok(page.text.includes(SHEET), `${what}: ${page.text.slice(0, 600)}`);

  it('are on the pages of a log-in, of consent, of the account, of signing out and of an application\'s refusal', async () => {
    const anna = await register(platform, PIN);
    const client = await addClient(platform);
    const browser = newBrowser(platform);
    const login = readLoginPage(await browser.open(authorizeUrl(platform, client)));
    has(login, 'the log-in');
    has((await browser.open(await provePin(platform, browser, login, anna, PIN))).answer, 'consent');
    has((await browser.open('/account')).answer, 'the account');
    has(await request(`${platform.url}/refused?client_id=${client.clientId}`), 'the refusal');
    assert.equal((await request(`${platform.url}/pages/brand/7a1fa2-ffd400.css`)).status, 200);
    assert.equal((await request(`${platform.url}/pages/brand/red-green.css`)).status, 404);
    const asked = (await browser.open('/oidc/logout')).answer;
    has(asked, 'the question before signing out');
    has(await browser.submit('/oidc/logout/confirm', { xsrf: attribute(asked.text, /name="xsrf" value="([^"]+)"/), logout: 'yes' }), 'its end');
    has((await browser.open(`/oidc/logout?client_id=${client.clientId}`)).answer, 'signing out once more, from an application');
  });

  it('come with its logo, and with that of an application where it asks for something; nothing is loaded from elsewhere', async () => {
    const { projectId } = platform.project;
    const [own, its] = ['data:image/png;base64,AAAA', 'data:image/png;base64,BBBB'];
    await changeProject(platform.core, projectId, { logoUrl: own }, 'tests');
    const berta = await register(platform, PIN);
    const client = await addClient(platform, { logoUrl: its });
    const browser = newBrowser(platform);
    const login = readLoginPage(await browser.open(authorizeUrl(platform, client)));
    assert.match(login.text, /<mpin-pinpad [^>]+><img class="logo" src="data:image\/png;base64,AAAA" alt="" slot="logo"><\/mpin-pinpad>/);
    const asked = (await browser.open(await provePin(platform, browser, login, berta, PIN))).answer;
    assert.match(asked.text, /<div class="top"><img class="logo" src="data:image\/png;base64,AAAA" alt="" ><bdi>/);
    assert.match(asked.text, /<img class="logo" src="data:image\/png;base64,BBBB" alt="" ><h1>/);
    assert.match(asked.headers.get('content-security-policy') ?? '', /img-src data:;/);
    await changeProject(platform.core, projectId, { logoUrl: 'https://elsewhere.example/logo.png' }, 'tests');
    const later = (await browser.open('/account')).answer;
    assert.match(later.text, /<span class="mark">/);
    assert.doesNotMatch(later.text, /elsewhere\.example/);
    await assert.rejects(addClient(platform, { logoUrl: 'data:text/html;base64,AAAA' }), { code: 'INVALID_REQUEST_PARAMETERS' });
  });

  it('are on what mailed links open, and in the mails themselves', async () => {
    const userId = someone();
    await platform.post('/verification/email', { userId, projectId: platform.project.projectId, deviceName: '' });
    const mail = await platform.mailbox.take(userId);
    assert.match(mail.html, /background:#7a1fa2;color:#ffffff/);
    assert.match(mail.html, /background: #ffd400 !important; color: #000000 !important/);
    has(await request(/https?:\/\/\S+\/verification\/confirmation\S+/.exec(mail.text)?.[0] ?? ''), 'the confirmation');
    const device = await register(platform, PIN);
    const link = /https?:\/\/\S+\/identity\/objection\S+/;
    const announced = await platform.mailbox.take(device.userId, link);
    assert.match(announced.html, /background:#7a1fa2/);
    has(await request(link.exec(announced.text)?.[0] ?? ''), '"This was not me"');
  });
});
