import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import { decodeJwt } from 'jose';
import { administer } from '../src/commands/administration.ts';
import { UsageError } from '../src/commands/arguments.ts';
import { createApplication } from '../src/core/applications.ts';
import { findLogoutUri } from '../src/core/logout-uris.ts';
import { removeOpenidApplication } from '../src/core/openid-applications.ts';
import { accountName } from '../src/oidc/accounts.ts';
import { findClient } from '../src/oidc/clients.ts';
import { addClient, authorizeUrl, logIn, newBrowser, redeem, userinfo } from './support/connect.ts';
import type { TestClient } from './support/connect.ts';
import { register } from './support/device.ts';
import type { DeviceIdentity } from './support/device.ts';
import { attribute } from './support/page-browser.ts';
import type { PageBrowser } from './support/page-browser.ts';
import { eventually } from './support/resources.ts';
import { startPlatform } from './support/test-platform.ts';
import type { TestPlatform } from './support/test-platform.ts';
import { startWebhookReceiver } from './support/webhook-receiver.ts';
import type { WebhookReceiver } from './support/webhook-receiver.ts';

/** What applications hear by their back channel (docs/protocol.md 11.5), and where they say that they want to hear it (docs/sign-out.md). */

const PIN = '1234';
let platform: TestPlatform;
let site: WebhookReceiver;
let anna: DeviceIdentity;
before(async () => {
  // Development mode alone calls loopback addresses.
  platform = await startPlatform({ environment: { MPIN_DEV: '1' } });
  site = await startWebhookReceiver();
  anna = await register(platform, PIN);
});
after(async () => {
  await site.close();
  await platform.close();
});

/** Signs in to an application. @returns the `sid` of its ID token */
async function signInTo(client: TestClient, browser: PageBrowser): Promise<string> {
  const back = await logIn(platform, browser, authorizeUrl(platform, client), anna, PIN);
  return String(decodeJwt(String((await redeem(platform, client, back.searchParams.get('code') ?? '')).body['id_token']))['sid']);
}

/** The claims of the logout tokens that arrived. */
const told = () => site.messages.map(({ body }) => decodeJwt(new URLSearchParams(body).get('logout_token') ?? ''));
const tellsOf = (sid: string) => eventually(`a logout token for ${sid}`, () => told().find((claims) => claims['sid'] === sid));

describe('an application whose permission is taken back in the account', () => {
  it('hears in every browser that the sign-in is over, and others hear nothing', async () => {
    const client = await addClient(platform, { name: 'Northwind', logoutUri: site.url });
    const other = await addClient(platform, { name: 'Contoso', logoutUri: site.url });
    const [browser, elsewhere] = [newBrowser(platform), newBrowser(platform)];
    const sids = [await signInTo(client, browser), await signInTo(client, elsewhere)];
    const kept = await signInTo(other, browser);
    const { text } = (await browser.open(`/account?project=${platform.project.projectId}`)).answer;
    assert.match(text, /Your account/);
    await browser.submit('/account/discontinue', { csrf: attribute(text, /name="csrf" value="([^"]+)"/), application: client.clientId });
    for (const sid of sids) {
      const { aud, sub } = await tellsOf(sid);
      assert.deepEqual([aud, sub], [client.clientId, anna.userId]);
    }
    assert.ok(told().every((claims) => claims['sid'] !== kept));
    assert.match((await browser.open(authorizeUrl(platform, client))).answer.text, /wants to know who you are/, 'still signed in here, and asked for consent anew');
    assert.notEqual(await signInTo(client, browser), sids[0], 'a sign-in that was told to be over does not come back');
  });
});

describe('an application that is removed by whoever registered it', () => {
  it('hears that everybody is signed out of it, what it was granted is worthless, and nobody else removes it', async () => {
    const account = accountName({ projectId: platform.project.projectId, userId: anna.userId });
    const client = await addClient(platform, { redirectUris: ['http://localhost:9/mine'], logoutUri: site.url }, { account });
    const browser = newBrowser(platform);
    const back = await logIn(platform, browser, authorizeUrl(platform, client, { scope: 'openid offline_access', prompt: 'consent' }), anna, PIN);
    const tokens = (await redeem(platform, client, back.searchParams.get('code') ?? '')).body;
    const sid = String(decodeJwt(String(tokens['id_token']))['sid']);
    await assert.rejects(removeOpenidApplication(platform.core, { projectId: platform.project.projectId, account: `${account}x`, actor: '' }, client.clientId), { code: 'NOT_FOUND' });
    assert.ok(await findClient(platform.core, client.clientId), 'and nothing of it is gone');
    assert.equal((await userinfo(platform, String(tokens['access_token']))).status, 200);
    const { text } = (await browser.open(`/account?project=${platform.project.projectId}`)).answer;
    await browser.submit(`/account/applications/${client.clientId}/remove`, { csrf: attribute(text, /name="csrf" value="([^"]+)"/) });
    assert.equal((await tellsOf(sid)).aud, client.clientId);
    assert.equal((await userinfo(platform, String(tokens['access_token']))).status, 401);
    assert.equal((await browser.open(authorizeUrl(platform, client))).answer.status, 400);
  });
});

describe('mpin-platform application logout-uri', () => {
  const run = async (...words: string[]): Promise<Record<string, unknown>> => {
    const printed: string[] = [];
    const { databaseUrl } = platform.core.config;
    const environment = { MPIN_DATA: platform.dataDir, MPIN_PUBLIC_URL: platform.url, MPIN_SMTP_URL: platform.mailbox.url, MPIN_LOG_LEVEL: 'silent', ...(databaseUrl === undefined ? {} : { MPIN_DATABASE_URL: databaseUrl }) };
    await administer(['application', 'logout-uri', ...words, '--json'], environment, (line) => printed.push(line));
    return JSON.parse(printed.join('')) as Record<string, unknown>;
  };
  const URI = 'https://www.example.com/back-channel-logout';
  let ids: readonly string[];
  before(async () => {
    const ofSite = await createApplication(platform.core, { projectId: platform.project.projectId, name: 'Site' });
    ids = [ofSite.clientId, (await addClient(platform)).clientId];
  });
  afterEach(async () => { for (const id of ids) await run('--id', id, '--uri', ''); });

  it('says where an application hears of it, of whichever type, and takes it back', async () => {
    for (const id of ids) {
      assert.deepEqual(await run('--id', id, '--uri', URI), { id, logoutUri: URI });
      assert.equal(await findLogoutUri(platform.core, id), URI);
      await run('--id', id);
      assert.equal(await findLogoutUri(platform.core, id), '');
    }
  });

  it('counts for signing out at the hosted page as well', async () => {
    const [, id = ''] = ids;
    await run('--id', id, '--uri', URI);
    const row = await platform.core.db.queries.selectFrom('openid_clients').select('logout_uri').where('application_id', '=', id).executeTakeFirstOrThrow();
    assert.equal(row.logout_uri, URI);
  });

  it('takes no address that is not https, and no application that does not exist', async () => {
    const [id = ''] = ids;
    for (const uri of ['http://www.example.com/', 'https://user@example.com/', 'https://example.com/#x', 'javascript:alert(1)', 'www.example.com', `https://example.com/${'a'.repeat(2048)}`]) {
      await assert.rejects(run('--id', id, '--uri', uri), UsageError, uri);
    }
    await assert.rejects(run('--id', 'nobody', '--uri', URI), UsageError);
    assert.equal(await findLogoutUri(platform.core, id), '');
  });
});
