import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { someone } from './support/device.ts';
import { request } from './support/http.ts';
import { miraclKeyPair, miraclPass1, miraclSignature, miraclToken } from './support/miracl-mathematics.ts';
import { startPlatform } from './support/test-platform.ts';
import type { TestPlatform } from './support/test-platform.ts';

const PIN = 4321;

/** What each app sends with every request; neither names a project. */
const APPS = {
  Android: { 'content-type': 'application/json; charset=utf-8', 'x-miracl-client': 'MIRACL Android SDK/1.16.0' },
  iOS: { 'content-type': 'application/x-www-form-urlencoded', 'x-miracl-client': 'MIRACL iOS SDK/2.0' },
} as const;

/** Fields that MIRACL's Android app cannot do without, with their JSON types: one missing, and it fails. */
const NEEDED: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  '/verification/email': { backoff: 'number', method: 'string' },
  '/verification/confirmation': { projectId: 'string', actToken: 'string' },
  '/registration': { mpinId: 'string', projectId: 'string', dtas: 'string', curve: 'string', secretUrls: 'object' },
  '/rps/v2/pass1': { y: 'string' },
  '/rps/v2/pass2': { authOTT: 'string' },
  '/rps/v2/authenticate': { status: 'number', message: 'string' },
};
const DETAILS = {
  prerollId: 'string', projectId: 'string', description: 'string', hash: 'string', projectName: 'string', projectLogoURL: 'string', verificationURL: 'string',
  verificationCustomText: 'string', identityTypeLabel: 'string', pinLength: 'number', verificationMethod: 'string', identityType: 'string',
  enableRegistrationCode: 'boolean', limitRegCodeVerified: 'boolean',
};

function holds(body: Readonly<Record<string, unknown>>, fields: Readonly<Record<string, string>>): void {
  for (const [name, type] of Object.entries(fields)) assert.equal(typeof body[name], type, name);
}

for (const [app, headers] of Object.entries(APPS)) {
  describe(`an app that speaks like MIRACL's for ${app}`, () => {
    let platform: TestPlatform;
    before(async () => {
      platform = await startPlatform();
      await platform.addProject({ name: 'Another', origins: [] });
    });
    after(() => platform.close());
    let identity: { mpinId: string; publicKey: string; token: string; dtas: unknown };

    const call = async (path: string, body: object): Promise<Readonly<Record<string, unknown>>> => {
      const answer = await request(`${platform.url}${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
      assert.equal(answer.status, 200, answer.text);
      assert.match(answer.headers.get('content-type') ?? '', /^application\/json/);
      holds(answer.body, NEEDED[path] ?? {});
      return answer.body;
    };

    it('registers, reads a session, and answers it', async () => {
      const userId = someone();
      const deviceTag = randomBytes(16).toString('hex');
      await call('/verification/email', { projectId: platform.project.projectId, userId, deviceName: 'Pixel 9', deviceTag });
      const { code } = await platform.mailbox.takeLink(userId);
      const { actToken, projectId } = await call('/verification/confirmation', { userId, code, deviceTag });
      assert.equal(projectId, platform.project.projectId);
      const { privateKey, publicKey } = miraclKeyPair();
      const registration = await call('/registration', { userId, deviceName: 'Pixel 9', activationToken: `${String(actToken)} `, publicKey, deviceTag, pushToken: 'push' });
      assert.equal(registration['curve'], 'BN254CX');
      const urls = registration['secretUrls'] as [string, string];
      const [first, second] = await Promise.all(urls.map(async (url) => String((await request(url, { headers })).body['dvsClientSecret'])));
      const mpinId = String(registration['mpinId']);
      const token = miraclToken(mpinId, publicKey, privateKey, [first ?? '', second ?? ''], PIN);
      identity = { mpinId, publicKey, token, dtas: registration['dtas'] };

      const { body: session } = await platform.post('/rps/v2/session', { projectId: platform.project.projectId, userId, description: 'Sign in on the PC' });
      const wid = String(session['qrURL']).split('#').pop() ?? '';
      const details = await call('/rps/v2/codeStatus', { wid, status: 'wid' });
      holds(details, DETAILS);
      assert.deepEqual([details['prerollId'], details['description'], details['projectName']], [userId, 'Sign in on the PC', 'Shop']);
      assert.deepEqual(await call('/rps/v2/codeStatus', { wid, status: 'user', userId }), {});

      const pass1 = miraclPass1(mpinId, publicKey, token, PIN);
      const { y } = await call('/rps/v2/pass1', { mpin_id: mpinId, dtas: registration['dtas'], U: pass1.u, publicKey, scope: ['oidc'] });
      assert.match(String(y), /^[0-9a-f]{64}$/);
      const { authOTT } = await call('/rps/v2/pass2', { mpin_id: mpinId, V: pass1.answer(String(y)), WID: wid });
      await call('/rps/v2/authenticate', { authOTT, wam: 'dvs' });
      const { body: access } = await platform.post('/rps/v2/access', { webOTT: session['webOTT'] });
      assert.deepEqual([access['status'], access['userId']], ['authenticated', userId]);
    });

    it('declines a session, whose end nothing changes', async () => {
      const { body: session } = await platform.post('/rps/v2/session', { projectId: platform.project.projectId });
      const wid = String(session['accessId']);
      assert.deepEqual(await call('/rps/v2/codeStatus', { wid, status: 'abort' }), {});
      await call('/rps/v2/codeStatus', { wid, status: 'user', userId: 'x' });
      assert.equal((await platform.post('/rps/v2/access', { webOTT: session['webOTT'] })).body['status'], 'abort');
    });

    it('hands over a signature that a session asked for', async () => {
      const { body: session } = await platform.post('/rps/v2/session', { projectId: platform.project.projectId, hash: 'C0FFEE', description: 'Contract' });
      const wid = String(session['accessId']);
      assert.equal((await call('/rps/v2/codeStatus', { wid, status: 'wid' }))['hash'], 'c0ffee');
      const { mpinId, publicKey, token, dtas } = identity;
      const timestamp = Math.floor(Date.now() / 1000);
      const made = { hash: 'c0ffee', ...miraclSignature(mpinId, publicKey, token, PIN, 'c0ffee', timestamp), mpinId, publicKey, dtas, timestamp };
      const signature = Buffer.from(JSON.stringify(made)).toString('base64');
      assert.deepEqual(await call('/rps/v2/codeStatus', { wid, status: 'signed', signature }), {});
      const { body: access } = await platform.post('/rps/v2/access', { webOTT: session['webOTT'] });
      assert.deepEqual([access['status'], access['signature']], ['signed', signature]);
    });
  });
}
