import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { createRemoteJWKSet, decodeJwt, jwtVerify } from 'jose';
import { basic, someone } from './support/device.ts';
import { MiraclClient, MiraclError } from './support/miracl-client.ts';
import { documentHash } from './support/miracl-mathematics.ts';
import { NetworkFailure, pageFetch } from './support/page-fetch.ts';
import { openNumbered } from './support/phone.ts';
import { SITE, startPlatform } from './support/test-platform.ts';
import type { TestPlatform } from './support/test-platform.ts';

const PIN = '0912';

async function failure(attempt: Promise<unknown>): Promise<string> {
  try {
    await attempt;
    return 'no failure';
  } catch (error) {
    if (error instanceof MiraclError) return `${error.status} ${error.code}`;
    throw error;
  }
}

for (const method of ['link', 'code'] as const) {
  describe(`MIRACL's browser client, unchanged, on a project with method ${method}`, () => {
    let platform: TestPlatform;
    let client: MiraclClient;
    const userId = someone();
    before(async () => {
      platform = await startPlatform({ project: { verificationMethod: method } });
      client = new MiraclClient({ projectUrl: `${platform.url}/`, projectId: platform.project.projectId, fetch: pageFetch(SITE) });
    });
    after(() => platform.close());

    const mailedCode = async (): Promise<string> => (method === 'link' ? (await platform.mailbox.takeLink(userId)).code : platform.mailbox.takeDigits(userId));
    const enrol = async (): Promise<void> => {
      const started = await client.sendVerificationEmail(userId);
      assert.equal(started.method, method);
      assert.ok(Number.isInteger(started.backoff));
      const { actToken } = await client.getActivationToken(userId, await mailedCode());
      await client.register(userId, actToken, (length) => {
        assert.equal(length, 4);
        return PIN;
      });
    };

    it('registers', enrol);

    it('signs in', async () => {
      const { status, jwt } = await client.authenticate(userId, PIN);
      assert.equal(status, 200);
      const { payload } = await jwtVerify(jwt ?? '', createRemoteJWKSet(new URL(`${platform.url}/.well-known/jwks`)), { audience: platform.project.projectId, issuer: platform.url });
      assert.equal(payload.sub, userId);
    });

    it('signs in with an access id left over from another session', async () => {
      await client.fetchAccessId(userId);
      platform.advance(3600);
      assert.equal((await client.authenticate(userId, PIN)).status, 200);
    });

    it('answers a session, which its starter sees', async () => {
      await client.fetchAccessId();
      assert.equal((await client.fetchStatus()).status, 'new');
      assert.equal((await client.authenticateSession(userId, PIN)).jwt, undefined);
      const { status, userId: who } = await client.fetchStatus();
      assert.deepEqual([status, who], ['authenticated', userId]);
    });

    it('answers the QR code of our own page, which collects its token', async () => {
      const page = await openNumbered(platform, { origin: SITE });
      client.setAccessId(String(page.answer.body['qrURL']));
      assert.equal((await client.authenticateSession(userId, PIN)).jwt, undefined);
      const { body } = await platform.post('/rps/v2/access', { webOTT: page.webOTT, token: true }, { origin: SITE });
      assert.deepEqual([body['status'], decodeJwt(String(body['jwt'])).sub], ['authenticated', userId]);
      assert.equal(await failure(client.authenticateSession(userId, PIN)), '412 INVALID_AUTHENTICATION_SESSION', 'a request is for one use');
      client.setAccessId('https://mcl.mpin.io/mobile-login/#no-such-session');
      assert.equal(await failure(client.authenticateSession(userId, PIN)), '412 INVALID_AUTHENTICATION_SESSION');
    });

    it('is told that nobody can be reached by push', async () => {
      assert.equal(await failure(client.sendPushNotification(userId)), '400 NO_PUSH_TOKEN');
    });

    it('signs a document, which the platform certifies', async () => {
      const timestamp = Math.floor(platform.core.now() / 1000);
      const hash = documentHash('a contract');
      const signature = await client.sign(userId, PIN, hash, timestamp);
      const answer = await platform.post('/dvs/verify', { signature, timestamp, type: 'verification' }, basic(platform));
      const certificate = String(answer.body['certificate']);
      await jwtVerify(certificate, createRemoteJWKSet(new URL(`${platform.url}/dvs/jwks`)), { currentDate: new Date(platform.core.now()) });
      const { hash: certified, cAt, exp } = decodeJwt<{ hash: string; cAt: number }>(certificate);
      assert.equal(certified, hash);
      assert.equal(exp, cAt + 10);
    });

    it('fails twice, is revoked with the third wrong PIN, and registers again', async () => {
      assert.equal(await failure(client.authenticate(userId, '1111')), '401 UNSUCCESSFUL_AUTHENTICATION');
      assert.equal(await failure(client.authenticate(userId, '1111')), '401 UNSUCCESSFUL_AUTHENTICATION');
      assert.equal(await failure(client.authenticate(userId, '1111')), '410 REVOKED_MPINID');
      assert.equal(client.users.get(userId)?.state, 'REVOKED');
      assert.match((await platform.mailbox.take(userId, /wrongly too many times/)).subject, /locked/);
      platform.advance(3600);
      await enrol();
      assert.equal((await client.authenticate(userId, PIN)).status, 200);
    });

    it('is told when to send the next mail, in a string', async () => {
      const other = someone();
      await client.sendVerificationEmail(other);
      const error = await client.sendVerificationEmail(other).catch((caught: unknown) => caught);
      assert.ok(error instanceof MiraclError);
      assert.equal(error.code, 'REQUEST_BACKOFF');
      assert.match(String(error.context['backoff']), /^\d{10}$/);
      assert.equal(typeof error.context['backoff'], 'string');
    });

    it('gets nowhere from an origin that no project lists', async () => {
      const elsewhere = new MiraclClient({ projectUrl: platform.url, projectId: platform.project.projectId, fetch: pageFetch('https://evil.example') });
      await assert.rejects(elsewhere.sendVerificationEmail(someone()), NetworkFailure);
    });
  });
}
