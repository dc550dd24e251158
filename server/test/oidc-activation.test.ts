import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { decodeJwt } from 'jose';
import { mintActivation } from '../src/core/activations.ts';
import { allowMpinIds } from '../src/core/openid-applications.ts';
import { withdrawConsent } from '../src/oidc/consents.ts';
import { accountName } from '../src/oidc/accounts.ts';
import { addClient, authorizeUrl, logIn, newBrowser, provePin, readLoginPage, redeem, userinfo } from './support/connect.ts';
import type { TestClient } from './support/connect.ts';
import { register, someone } from './support/device.ts';
import type { DeviceIdentity } from './support/device.ts';
import { attribute } from './support/page-browser.ts';
import { startPlatform } from './support/test-platform.ts';
import type { TestPlatform } from './support/test-platform.ts';

/** Pluggable verification through the provider (docs/protocol.md 11.4), and what applications are told (11.3). */

const PIN = '1234';
let platform: TestPlatform;
let client: TestClient;
before(async () => {
  platform = await startPlatform();
  client = await addClient(platform);
});
after(() => platform.close());

/** What a site's back end gets for a user that it verified its own way. */
async function activationFor(userId: string, projectId = platform.project.projectId): Promise<string> {
  return (await platform.core.db.transaction((queries) => mintActivation(platform.core, queries, { projectId, userId, kind: 'initiate', addressProved: false }))).actToken;
}

const identitiesOf = (userId: string) => platform.core.db.queries.selectFrom('identities').select('id').where('user_id', '=', userId).execute();

describe('a registration that an application started', () => {
  it('goes straight to choosing a PIN, and the application gets its code; the address counts as unproved', async () => {
    const userId = someone();
    const browser = newBrowser(platform);
    const actToken = await activationFor(userId);
    const opened = await browser.open(authorizeUrl(platform, client, { acttoken: actToken, prerollid: userId, scope: 'openid email profile' }));
    const login = readLoginPage(opened);
    assert.equal(attribute(login.text, /activation-token="([^"]+)"/), actToken);
    assert.equal(attribute(login.text, /user-id="([^"]+)"/), userId);
    assert.ok(!login.url.includes(actToken), 'it left the address bar before the page');
    const identity = await register(platform, PIN, { userId, activationToken: actToken, headers: { origin: platform.url } });
    const reloaded = readLoginPage(await browser.open(login.url));
    assert.doesNotMatch(reloaded.text, /activation-token/, 'used up, it is not offered again');
    const back = await logInWith(browser, reloaded, identity);
    const tokens = await redeem(platform, client, back.searchParams.get('code') ?? '');
    const claims = decodeJwt(String(tokens.body['id_token']));
    assert.equal(claims.sub, userId);
    assert.equal(claims['email_verified'], false);
    assert.equal((await userinfo(platform, String(tokens.body['access_token']))).body['email_verified'], false);
    assert.ok(!platform.logs().includes(actToken));
  });

  for (const [what, prepare] of Object.entries({
    'is for somebody else': async () => ({ acttoken: await activationFor(someone()), prerollid: someone() }),
    'names nobody': async () => ({ acttoken: await activationFor(someone()) }),
    'was used': async () => {
      const prerollid = someone();
      const acttoken = await activationFor(prerollid);
      await register(platform, PIN, { userId: prerollid, activationToken: acttoken });
      return { acttoken, prerollid };
    },
    'expired': async () => {
      const prerollid = someone();
      const acttoken = await activationFor(prerollid);
      platform.advance(91);
      return { acttoken, prerollid };
    },
    'is of another project': async () => {
      const { projectId } = await platform.addProject({ name: 'Elsewhere', origins: [] });
      const prerollid = someone();
      return { acttoken: await activationFor(prerollid, projectId), prerollid };
    },
    'was never made': async () => ({ acttoken: 'A'.repeat(43), prerollid: someone() }),
  })) {
    it(`ends in a screen that says so and an OAuth error where the token ${what}, and registers nothing`, async () => {
      const parameters: Record<string, string> = await prepare();
      const known = parameters['prerollid'] === undefined ? [] : await identitiesOf(parameters['prerollid']);
      const browser = newBrowser(platform);
      const { answer } = await browser.open(authorizeUrl(platform, client, { ...parameters, state: 'st' }));
      assert.equal(answer.status, 403);
      assert.match(answer.text, /This registration is no longer valid/);
      assert.doesNotMatch(answer.text, /mpin-pinpad/);
      const cancelled = await browser.submit(attribute(answer.text, /action="([^"]+\/cancel)"/), { csrf: attribute(answer.text, /name="csrf" value="([^"]+)"/) });
      const back = new URL((await browser.open(attribute(cancelled.text, /content="0;url=([^"]+)"/))).url);
      assert.equal(back.searchParams.get('error'), 'access_denied');
      assert.match(back.searchParams.get('error_description') ?? '', /activation token/);
      assert.equal(back.searchParams.get('state'), 'st');
      assert.deepEqual(parameters['prerollid'] === undefined ? [] : await identitiesOf(parameters['prerollid']), known);
    });
  }

  it('a string that is no token at all goes back to the application as its mistake', async () => {
    const { url } = await newBrowser(platform).open(authorizeUrl(platform, client, { acttoken: '<script>', prerollid: someone() }));
    assert.equal(new URL(url).searchParams.get('error'), 'invalid_request');
  });

  it('asks for the PIN whoever is signed in here already', async () => {
    const anna = await register(platform, PIN);
    const browser = newBrowser(platform);
    await logIn(platform, browser, authorizeUrl(platform, client), anna, PIN);
    const userId = someone();
    const opened = await browser.open(authorizeUrl(platform, client, { acttoken: await activationFor(userId), prerollid: userId }));
    assert.match(opened.answer.text, /activation-token/);
  });
});

async function logInWith(browser: ReturnType<typeof newBrowser>, page: ReturnType<typeof readLoginPage>, identity: DeviceIdentity): Promise<URL> {
  return logIn(platform, browser, await provePin(platform, browser, page, identity, PIN), identity, PIN);
}

describe('what applications are told', () => {
  it('gives each scope its claims, and an M-Pin id only where an administrator allowed it', async () => {
    const anna = await register(platform, PIN);
    const scope = 'openid email profile dvs mpin_id hash_mpin_id';
    const ask = async (): Promise<Readonly<Record<string, unknown>>> => {
      const back = await logIn(platform, newBrowser(platform), authorizeUrl(platform, client, { scope }), anna, PIN);
      return (await userinfo(platform, String((await redeem(platform, client, back.searchParams.get('code') ?? '')).body['access_token']))).body;
    };
    const told = await ask();
    assert.equal('mpin_id' in told, false);
    assert.match(String(told['hash_mpin_id']), /^[0-9a-f]{64}$/);
    assert.deepEqual(told['dvs_keys'], [{ hash_mpin_id: told['hash_mpin_id'], publicKey: anna.id.publicKey, dtas: anna.dtas }]);
    await allowMpinIds(platform.core, client.clientId, true, 'tests');
    assert.equal((await ask())['mpin_id'], anna.id.mpinId);
    await allowMpinIds(platform.core, client.clientId, false, 'tests');
    assert.equal('mpin_id' in (await ask()), false, 'and no longer when that was taken back');
  });

  it('is about the identity that signed in: another\'s proof of the address does not count for it', async () => {
    const userId = someone();
    const proved = await register(platform, PIN, { userId });
    const unproved = await register(platform, PIN, { userId, activationToken: await activationFor(userId) });
    const claimsOf = async (identity: DeviceIdentity): Promise<unknown> => {
      const back = await logIn(platform, newBrowser(platform), authorizeUrl(platform, client), identity, PIN);
      return decodeJwt(String((await redeem(platform, client, back.searchParams.get('code') ?? '')).body['id_token']))['email_verified'];
    };
    assert.equal(await claimsOf(proved), true);
    assert.equal(await claimsOf(unproved), false);
    assert.equal(await claimsOf(proved), true);
  });

  it('ends at once when the person takes it back: tokens are worthless and consent is asked for anew', async () => {
    const anna = await register(platform, PIN);
    const browser = newBrowser(platform);
    const back = await logIn(platform, browser, authorizeUrl(platform, client), anna, PIN);
    const tokens = await redeem(platform, client, back.searchParams.get('code') ?? '');
    const account = accountName({ projectId: platform.project.projectId, userId: anna.userId });
    assert.equal(await withdrawConsent(platform.core, account, client.clientId, { identityId: undefined, ip: '' }), true);
    assert.equal((await userinfo(platform, String(tokens.body['access_token']))).status, 401);
    assert.match((await browser.open(authorizeUrl(platform, client))).answer.text, /\/consent"/);
  });

  it('an application that changed its face asks anew', async () => {
    const anna = await register(platform, PIN);
    const browser = newBrowser(platform);
    await logIn(platform, browser, authorizeUrl(platform, client), anna, PIN);
    await platform.core.db.queries.updateTable('openid_clients').set({ changed_at: platform.core.now() + 1 }).where('application_id', '=', client.clientId).execute();
    assert.match((await browser.open(authorizeUrl(platform, client))).answer.text, /\/consent"/);
  });

  it('an application that a person registered opens to others when an administrator approved it', async () => {
    const owner = await register(platform, PIN);
    const account = accountName({ projectId: platform.project.projectId, userId: owner.userId });
    const own = await addClient(platform, { redirectUris: ['http://localhost:4711/callback'] }, { account });
    const ownerBack = await logIn(platform, newBrowser(platform), authorizeUrl(platform, own), owner, PIN);
    assert.ok(ownerBack.searchParams.has('code'));
    const browser = newBrowser(platform);
    const stranger = await register(platform, PIN);
    const refused = await browser.open(await provePin(platform, browser, readLoginPage(await browser.open(authorizeUrl(platform, own))), stranger, PIN));
    assert.equal(refused.answer.status, 403);
    assert.match(refused.answer.text, /is not open to others yet/);
  });
});
