import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { readAudit } from '../src/core/audit-log.ts';
import { addClient, authorizeUrl, consent, logIn, newBrowser, provePin, readLoginPage } from './support/connect.ts';
import type { TestClient } from './support/connect.ts';
import { KINDS } from './support/database.ts';
import { register, signIn } from './support/device.ts';
import type { DeviceIdentity } from './support/device.ts';
import { attribute } from './support/page-browser.ts';
import { openNumbered } from './support/phone.ts';
import { SITE, startPlatform } from './support/test-platform.ts';
import type { TestPlatform } from './support/test-platform.ts';

/** What the audit log tells of OpenID applications: which one was signed in to, and who allowed it what (docs/audit.md). */

const PIN = '1234';

for (const kind of KINDS) {
  describe(`the audit log of sign-ins to applications, on ${kind}`, () => {
    let platform: TestPlatform;
    let client: TestClient;
    before(async () => {
      platform = await startPlatform({ kind });
      client = await addClient(platform, { name: 'Northwind' });
    });
    after(() => platform.close());

    /** What happened to somebody once the device was set up, oldest first: event, application, device. */
    const happened = async ({ userId }: DeviceIdentity): Promise<readonly (readonly string[])[]> => {
      const { list } = await readAudit(platform.core, platform.project.projectId, { userId }, { offset: 0, limit: 100 });
      return list.toReversed().filter(({ eventType }) => eventType === 'authentication' || eventType === 'consent').map(({ eventStatus, appName, mpinID }) => [eventStatus, appName, mpinID === '' ? '' : 'device']);
    };

    it('names the application whose log-in page took the PIN, right or wrong, and finds it by that', async () => {
      const anna = await register(platform, PIN);
      const browser = newBrowser(platform);
      const login = readLoginPage(await browser.open(authorizeUrl(platform, client)));
      await signIn(platform, anna, '9999', { scope: 'oidc', accessId: login.accessId, headers: { origin: platform.url } });
      await provePin(platform, browser, login, anna, PIN);
      assert.deepEqual(await happened(anna), [['authenticate_failure', 'Northwind', 'device'], ['authenticate_success', 'Northwind', 'device']]);
      const found = await readAudit(platform.core, platform.project.projectId, { userId: anna.userId, applicationId: client.clientId, status: 'authenticate_success' }, { offset: 0, limit: 10 });
      assert.deepEqual(found.list.map(({ appID }) => appID), [client.clientId]);
    });

    it('names the application whose page a phone signed in to', async () => {
      const anna = await register(platform, PIN);
      const { accessId } = await openNumbered(platform, { origin: SITE });
      await signIn(platform, anna, PIN, { scope: 'oidc', accessId, headers: { origin: platform.url } });
      assert.deepEqual(await happened(anna), [['authenticate_success', 'Shop', 'device']]);
    });

    it('names no application for the account, which is none of the project\'s', async () => {
      const anna = await register(platform, PIN);
      const browser = newBrowser(platform);
      await browser.open(await provePin(platform, browser, readLoginPage(await browser.open('/account')), anna, PIN));
      assert.deepEqual(await happened(anna), [['authenticate_success', '', 'device']]);
    });

    it('tells what was allowed, refused, and taken back, once each', async () => {
      const anna = await register(platform, PIN);
      const browser = newBrowser(platform);
      const asked = await browser.open(await provePin(platform, browser, readLoginPage(await browser.open(authorizeUrl(platform, client))), anna, PIN));
      await consent(browser, asked, 'deny');
      await browser.open(await consent(browser, asked, 'deny'));
      await logIn(platform, browser, authorizeUrl(platform, client), anna, PIN);
      await logIn(platform, browser, authorizeUrl(platform, client), anna, PIN);
      const account = (await browser.open('/account')).answer.text;
      const takeBack = () => browser.submit('/account/discontinue', { csrf: attribute(account, /name="csrf" value="([^"]+)"/), application: client.clientId });
      await takeBack();
      await takeBack();
      assert.deepEqual(await happened(anna), [
        ['authenticate_success', 'Northwind', 'device'], ['consent_refused', 'Northwind', 'device'], ['consent_given', 'Northwind', 'device'], ['consent_withdrawn', 'Northwind', 'device'],
      ]);
    });
  });
}
