import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { createRemoteJWKSet, jwtVerify } from 'jose';
import type { JWTPayload } from 'jose';
import { useBackChannel } from '../src/core/sign-out.ts';
import type { EndedSignIn } from '../src/core/sign-out.ts';
import { sha256 } from '../src/keys/secrets.ts';
import { prove, register, signed, signIn } from './support/device.ts';
import type { DeviceIdentity } from './support/device.ts';
import { context, outcome } from './support/http.ts';
import type { Answer } from './support/http.ts';
import { linesOf } from './support/lines.ts';
import { openNumbered, resolve } from './support/phone.ts';
import { eventually } from './support/resources.ts';
import { SITE, startPlatform } from './support/test-platform.ts';
import type { TestPlatform } from './support/test-platform.ts';

describe('signing in somewhere else by phone', () => {
  let platform: TestPlatform;
  let phone: DeviceIdentity;
  let other: DeviceIdentity;
  const told: EndedSignIn[] = [];
  const site = { origin: SITE };
  before(async () => {
    platform = await startPlatform({ frozen: true });
    useBackChannel(platform.core, { signedOut: async (ended) => void told.push(ended) });
    phone = await register(platform, '1234');
    other = await register(platform, '4321');
  });
  after(() => platform.close());

  const access = async (webOTT: string, extra: object = {}, headers: Record<string, string> = site): Promise<Answer> => platform.post('/rps/v2/access', { webOTT, ...extra }, headers);
  const details = async (accessId: string, headers: Record<string, string> = {}): Promise<Answer> => platform.post('/rps/v2/codeStatus', { wid: accessId, status: 'wid' }, headers);
  const approve = (accessId: string, identity = phone, pin = '1234'): Promise<Answer> => signIn(platform, identity, pin, { scope: 'oidc', accessId });
  const claims = async (jwt: unknown): Promise<JWTPayload> =>
    (await jwtVerify(String(jwt), createRemoteJWKSet(new URL(`${platform.url}/.well-known/jwks`)), { typ: 'mpin-sign-in+jwt', currentDate: new Date(platform.core.now()) })).payload;

  it('goes from the number to a token for the page that showed it', async () => {
    const { webOTT, accessId, accessNumber } = await openNumbered(platform, site);
    const resolved = await resolve(platform, phone, accessNumber);
    assert.equal((await details(String(resolved.body['accessId']))).body['prerollId'], '');
    assert.equal((await access(webOTT)).body['status'], 'wid');
    await platform.post('/rps/v2/codeStatus', { wid: accessId, status: 'user', userId: phone.userId });
    const waiting = (await access(webOTT, { token: true })).body;
    assert.deepEqual([waiting['status'], waiting['userId'], waiting['jwt']], ['user', '', undefined]);
    const provedAt = Math.floor(platform.core.now() / 1000);
    const approved = await approve(accessId);
    assert.equal(approved.body['jwt'], undefined);
    platform.advance(30);
    const collected = (await access(webOTT, { token: true, nonce: 'n-1' })).body;
    assert.deepEqual([collected['status'], collected['userId']], ['authenticated', phone.userId]);
    const payload = await claims(collected['jwt']);
    assert.deepEqual(
      [payload.iss, payload.aud, payload['azp'], payload['origin'], payload.sub, payload['nonce'], payload['auth_time'], payload.iat],
      [platform.url, platform.project.projectId, platform.project.clientId, SITE, phone.userId, 'n-1', provedAt, provedAt + 30],
    );
  });

  it('gives the token once', async () => {
    const { webOTT, accessId } = await openNumbered(platform, site);
    await approve(accessId);
    const answers = await Promise.all(Array.from({ length: 5 }, () => access(webOTT, { token: true })));
    assert.equal(answers.filter(({ body }) => body['jwt'] !== undefined).length, 1);
  });

  it('gives it to nobody who has no more than the number, the access id, or another page', async () => {
    const { webOTT, accessId, accessNumber } = await openNumbered(platform, site);
    await approve(accessId);
    for (const guess of [accessId, accessNumber, `${accessId}${accessNumber}`]) {
      const answer = await access(guess, { token: true });
      assert.deepEqual([answer.body['status'], answer.body['jwt'], answer.body['userId']], ['expired', undefined, '']);
    }
    await platform.addProject({ name: 'Evil', origins: ['https://evil.example'] });
    assert.equal(outcome(await access(webOTT, { token: true }, { origin: 'https://evil.example' })), '403 ORIGIN_NOT_ALLOWED');
    assert.equal(outcome(await access(webOTT, { token: true }, { origin: platform.url })), '403 ORIGIN_NOT_ALLOWED');
    assert.equal(outcome(await access(webOTT, { token: true }, {})), '403 ORIGIN_NOT_ALLOWED');
    assert.equal(typeof (await access(webOTT, { token: true })).body['jwt'], 'string');
  });

  it('tells the page nothing of whoever types a wrong PIN', async () => {
    const { webOTT, accessId } = await openNumbered(platform, site);
    assert.equal(outcome(await approve(accessId, phone, '9999')), '401 UNSUCCESSFUL_AUTHENTICATION');
    assert.deepEqual([(await access(webOTT)).body['status'], (await access(webOTT)).body['userId']], ['new', '']);
    assert.equal(outcome(await approve(accessId)), '200');
  });

  it('has one winner of two phones, and tells the other before its PIN is looked at', async () => {
    const { webOTT, accessId } = await openNumbered(platform, site);
    const [first, second] = [await prove(platform, phone, '1234', { scope: 'oidc', accessId }), await prove(platform, other, '4321', { scope: 'oidc', accessId })];
    const answers = await Promise.all([first, second].map((authOTT) => platform.post('/rps/v2/authenticate', { authOTT })));
    assert.deepEqual(answers.map(outcome).toSorted(), ['200', '412 INVALID_AUTHENTICATION_SESSION']);
    const winner = outcome(answers[0] ?? answers[1]!) === '200' ? phone : other;
    const loser = answers.find((answer) => answer.status !== 200);
    assert.equal(loser && context(loser)['session'], 'claimed');
    assert.equal((await access(webOTT)).body['userId'], winner.userId);
    const third = await register(platform, '1111');
    const late = await approve(accessId, third, '9999');
    assert.deepEqual([outcome(late), context(late)['session']], ['412 INVALID_AUTHENTICATION_SESSION', 'claimed']);
    assert.equal(Number(context(await signIn(platform, third, '9999'))['attemptsLeft']), 2);
  });

  it('is refused at second 99 with the PIN in hand, without a strike', async () => {
    const { accessId } = await openNumbered(platform, site);
    const authOTT = await prove(platform, other, '0000', { scope: 'oidc', accessId });
    platform.advance(99);
    const late = await platform.post('/rps/v2/authenticate', { authOTT });
    assert.deepEqual([outcome(late), context(late)['session']], ['412 INVALID_AUTHENTICATION_SESSION', 'expired']);
    assert.equal(Number(context(await signIn(platform, other, '9999'))['attemptsLeft']), 2);
    await signIn(platform, other, '4321');
  });

  it('approved in second 98 waits 120 s for its page, and no longer', async () => {
    for (const [seconds, status] of [[119, 'authenticated'], [120, 'expired']] as const) {
      const { webOTT, accessId } = await openNumbered(platform, site);
      platform.advance(98.5);
      assert.equal(outcome(await approve(accessId)), '200');
      platform.advance(seconds);
      const answer = await access(webOTT, { token: true });
      assert.deepEqual([answer.body['status'], typeof answer.body['jwt']], [status, status === 'expired' ? 'undefined' : 'string']);
    }
  });

  it('stays proved when the same identity proves again', async () => {
    const { accessId, webOTT } = await openNumbered(platform, site);
    await approve(accessId);
    assert.equal(outcome(await approve(accessId)), '200');
    assert.equal(typeof (await access(webOTT, { token: true })).body['jwt'], 'string');
  });

  it('is for one use: once it is collected or ended, another proof of the same identity is told that it is over', async () => {
    const [collected, ended] = [await openNumbered(platform, site), await openNumbered(platform, site)];
    await approve(collected.accessId);
    assert.equal(typeof (await access(collected.webOTT, { token: true })).body['jwt'], 'string');
    await approve(ended.accessId);
    await platform.post('/rps/v2/signOut', { webOTT: ended.webOTT });
    for (const { accessId } of [collected, ended]) {
      const again = await approve(accessId);
      assert.deepEqual([outcome(again), context(again)['session'], again.body['signOutHandle']], ['412 INVALID_AUTHENTICATION_SESSION', 'expired', undefined]);
    }
    assert.equal(context(await approve(collected.accessId, phone, '9999'))['session'], 'expired', 'before the PIN is looked at');
    assert.equal(Number(context(await signIn(platform, phone, '9999'))['attemptsLeft']), 2);
    await signIn(platform, phone, '1234');
  });

  it('is proved again by the identity that renews the claimant\'s secrets, also after the page has collected', async () => {
    const { webOTT, accessId } = await openNumbered(platform, site);
    const [claimant, renewed] = [await register(platform, '1234'), await register(platform, '1234')];
    await approve(accessId, claimant);
    await access(webOTT, { token: true });
    const idOf = ({ id: { mpinId } }: DeviceIdentity): string => sha256(Buffer.from(mpinId, 'hex'));
    await platform.core.db.queries.updateTable('identities').set({ replaces: idOf(claimant) }).where('id', '=', idOf(renewed)).execute();
    const answer = await approve(accessId, renewed);
    assert.deepEqual([outcome(answer), typeof answer.body['signOutHandle']], ['200', 'string']);
    assert.equal(context(await approve(accessId, renewed))['session'], 'expired');
  });

  it('is shown to no phone any more, its own or another, once it is signed in or declined', async () => {
    const [approved, declined] = [await openNumbered(platform, site), await openNumbered(platform, site)];
    await approve(approved.accessId);
    await platform.post('/rps/v2/codeStatus', { wid: declined.accessId, status: 'abort' });
    for (const { accessId } of [approved, declined]) {
      const again = await details(accessId);
      assert.deepEqual([outcome(again), context(again)['params'], again.body['projectId']], ['400 INVALID_REQUEST_PARAMETERS', 'wid', undefined]);
      for (const status of ['user', 'abort']) assert.deepEqual((await platform.post('/rps/v2/codeStatus', { wid: accessId, status })).body, {});
    }
    assert.deepEqual([(await access(approved.webOTT)).body['status'], (await access(declined.webOTT)).body['status']], ['authenticated', 'abort']);
  });

  it('can be declined, which both see', async () => {
    const { webOTT, accessId } = await openNumbered(platform, site);
    assert.deepEqual((await platform.post('/rps/v2/codeStatus', { wid: accessId, status: 'abort' })).body, {});
    assert.equal((await access(webOTT)).body['status'], 'abort');
    assert.equal(context(await approve(accessId))['session'], 'declined');
  });

  it('is ignored by every scope but oidc', async () => {
    const { webOTT, accessId } = await openNumbered(platform, site);
    for (const scope of ['jwt', 'dvs-auth', 'reg-code'] as const) {
      const answer = await signIn(platform, phone, '1234', { scope, accessId });
      assert.deepEqual([outcome(answer), answer.body['signOutHandle']], ['200', undefined]);
    }
    assert.equal((await access(webOTT)).body['status'], 'new');
  });

  describe('shows the phone', () => {
    it('the project, the page, the browser and the time left', async () => {
      const { accessId } = await openNumbered(platform, site);
      platform.advance(10);
      const { body } = await details(accessId);
      assert.deepEqual([body['projectName'], body['origin'], body['deviceName'], body['otherNetwork']], ['Shop', SITE, 'Chrome on Windows', false]);
      assert.equal(Number(body['expiresAtMs']) - Number(body['nowMs']), 89_000);
    });

    it('every field that MIRACL\'s clients need, in the session that they know', async () => {
      const { accessId } = (await platform.post('/rps/v2/session', { projectId: platform.project.projectId, userId: 'ada@mail.example', description: 'Pay' })).body as { accessId: string };
      assert.deepEqual((await details(accessId)).body, {
        prerollId: 'ada@mail.example', projectId: platform.project.projectId, description: 'Pay', hash: '', projectName: 'Shop', projectLogoURL: '', verificationURL: '',
        verificationCustomText: '', identityTypeLabel: '', pinLength: 4, verificationMethod: 'standardEmail', identityType: 'email', enableRegistrationCode: true,
        limitRegCodeVerified: false, origin: '', deviceName: '', place: '', otherNetwork: false,
      });
    });

    it('no origin that has left the project\'s list', async () => {
      const briefly = await platform.addProject({ name: 'Briefly', origins: ['https://brief.example'] });
      const { accessId } = await openNumbered({ ...platform, project: briefly }, { origin: 'https://brief.example' });
      assert.equal((await details(accessId)).body['origin'], 'https://brief.example');
      await platform.core.db.queries.updateTable('projects').set({ origins: '[]' }).where('id', '=', briefly.projectId).execute();
      assert.equal((await details(accessId)).body['origin'], '');
    });

    it('that the networks differ', async () => {
      const { accessId } = await openNumbered(platform, site);
      await platform.core.db.queries.updateTable('sessions').set({ network: '192.0.2.0/24' }).where('status', '=', 'new').execute();
      assert.equal((await details(accessId)).body['otherNetwork'], true);
    });
  });

  describe('can be ended', () => {
    const signOut = (body: object): Promise<Answer> => platform.post('/rps/v2/signOut', body);
    const waitOn = (webOTT: string): Promise<Response> => fetch(`${platform.url}/rps/v2/access/stream`, { method: 'POST', body: JSON.stringify({ webOTT, signOut: true }) });

    it('by the phone, which the page and the site\'s server learn', async () => {
      const { webOTT, accessId } = await openNumbered(platform, site);
      const { signOutHandle } = (await approve(accessId)).body as { signOutHandle: string };
      const { sid } = await claims((await access(webOTT, { token: true })).body['jwt']) as { sid: string };
      platform.advance(3600);
      const lines = linesOf(await waitOn(webOTT));
      assert.deepEqual(await lines.next(), { signedOut: false });
      assert.deepEqual((await signOut({ signOutHandle })).body, {});
      assert.deepEqual([await lines.next(), await lines.next()], [{ signedOut: true }, undefined]);
      await eventually('the site to be told', () => told.find((ended) => ended.sid === sid));
      assert.deepEqual(told.at(-1), { projectId: platform.project.projectId, applicationId: platform.project.clientId, userId: phone.userId, sid });
      const times = told.length;
      assert.equal(outcome(await signOut({ signOutHandle })), '200');
      assert.equal(told.length, times);
    });

    it('by the page, for whom it was somebody else\'s', async () => {
      const { webOTT, accessId } = await openNumbered(platform, site);
      await approve(accessId);
      assert.equal(outcome(await signOut({ webOTT })), '200');
      assert.equal((await access(webOTT, { token: true })).body['jwt'], undefined);
    });

    it('before the token is collected, which then never is', async () => {
      const { webOTT, accessId } = await openNumbered(platform, site);
      const { signOutHandle } = (await approve(accessId)).body;
      const times = told.length;
      await signOut({ signOutHandle });
      assert.equal((await access(webOTT, { token: true })).body['jwt'], undefined);
      assert.equal(told.length, times);
    });

    it('for twelve hours, by nobody else', async () => {
      const { webOTT, accessId } = await openNumbered(platform, site);
      const { signOutHandle } = (await approve(accessId)).body as { signOutHandle: string };
      for (const guess of [accessId, webOTT, `${signOutHandle.slice(1)}A`]) assert.equal(outcome(await signOut({ signOutHandle: guess })), '412 INVALID_AUTHENTICATION_SESSION');
      assert.equal(context(await signOut({}))['params'], 'signOutHandle');
      platform.advance(12 * 3600);
      assert.equal(outcome(await signOut({ signOutHandle })), '412 INVALID_AUTHENTICATION_SESSION');
      assert.equal((await waitOn(webOTT)).status, 412);
    });

    it('without a word in the logs that could be used', async () => {
      const { accessId } = await openNumbered(platform, site);
      const { signOutHandle } = (await approve(accessId)).body as { signOutHandle: string };
      await signOut({ signOutHandle });
      assert.ok(!platform.logs().includes(signOutHandle));
    });
  });

  describe('signs', () => {
    const message = Buffer.from('Pay 12 EUR to Ada');
    const base64 = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64');
    const open = async (): Promise<{ webOTT: string; accessId: string }> => (await platform.post('/rps/v2/session', {
      projectId: platform.project.projectId, hash: message.toString('hex').toUpperCase(), description: 'Pay 12 EUR',
    }, site)).body as { webOTT: string; accessId: string };
    const signature = (of = message, identity = phone) => signed(identity, '1234', of, Math.floor(platform.core.now() / 1000)).signature;

    it('what the page shows, and the page gets the signature', async () => {
      const { webOTT, accessId } = await open();
      const shown = (await details(accessId)).body;
      assert.deepEqual([shown['hash'], shown['description']], [message.toString('hex'), 'Pay 12 EUR']);
      const made = base64(signature());
      assert.deepEqual((await platform.post('/rps/v2/codeStatus', { wid: accessId, status: 'signed', signature: made })).body, {});
      const seen = (await access(webOTT)).body;
      assert.deepEqual([seen['status'], seen['signature']], ['signed', made]);
      assert.equal(outcome(await details(accessId)), '400 INVALID_REQUEST_PARAMETERS', 'and it is not shown again');
    });

    it('nothing else, and for nobody unknown', async () => {
      const { webOTT, accessId } = await open();
      const good = signature();
      const elsewhere = await platform.addProject({ name: 'Elsewhere', origins: [] });
      const stranger = await register({ ...platform, project: elsewhere }, '1234');
      for (const bad of ['', 'no base64!', base64([]), base64({}), base64(signature(Buffer.from('Pay 99 EUR'))), base64({ ...good, u: 'ab' }), base64({ ...good, publicKey: other.id.publicKey }), base64(signature(message, stranger))]) {
        const answer = await platform.post('/rps/v2/codeStatus', { wid: accessId, status: 'signed', signature: bad });
        assert.deepEqual([outcome(answer), context(answer)['params']], ['400 INVALID_REQUEST_PARAMETERS', 'signature']);
      }
      assert.equal((await access(webOTT)).body['status'], 'new');
    });

    it('and a proved PIN alone completes no such session', async () => {
      const { accessId } = await open();
      assert.equal(context(await approve(accessId))['session'], 'expired');
    });
  });
});
