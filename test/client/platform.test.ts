import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { basic } from '../../server/test/support/device.ts';
import { outcome } from '../../server/test/support/http.ts';
import { startPlatform, type TestPlatform } from '../../server/test/support/test-platform.ts';
import { memoryStorage, MpinClient, type IdentitySummary, type PendingRegistration } from '../../src/client/index.ts';
import { failure, PIN, until, WRONG_PIN } from './support.ts';

describe('the client and the platform', () => {
  let platform: TestPlatform;
  let users = 0;
  before(async () => {
    platform = await startPlatform();
  });
  after(() => platform.close());

  const someone = (): string => `client${++users}@example.com`;

  function clientOf(storage = memoryStorage()): MpinClient {
    return new MpinClient({ server: platform.url, storage, now: () => platform.core.now() });
  }

  /** What a person does on the page of the mail's link, in another browser than the starter's. */
  async function decide(pending: PendingRegistration, decision: 'confirm' | 'cancel'): Promise<void> {
    const { code } = await platform.mailbox.takeLink(pending.userId);
    const form = new URLSearchParams({ code, user_id: pending.userId, decision, number: pending.matchNumber ?? '' });
    await fetch(`${platform.url}/verification/confirmation/decision`, { method: 'POST', body: form, headers: { origin: 'null' } });
  }

  async function register(client: MpinClient): Promise<IdentitySummary> {
    const pending = await client.startRegistration({ userId: someone(), deviceName: 'Test device', lang: 'de' });
    await decide(pending, 'confirm');
    await client.waitForConfirmation(pending);
    return client.register(pending, PIN);
  }

  it('agree on every extension that the client knows', async () => {
    const { extensions, id } = await clientOf().discover();
    assert.equal(id, platform.project.projectId);
    assert.deepEqual(Object.keys(extensions).sort(), [
      'accessActivation', 'accessNumber', 'accessStream', 'accessToken', 'attemptsLeft', 'codeTries', 'identityCapability', 'oneTimePassword', 'pass2U', 'pushToken',
      'remoteSignOut', 'signInNonce', 'verificationLanguage',
    ]);
  });

  it('confirm on another device, hear of it by the stream, register and sign in with the site\'s nonce', async () => {
    const client = clientOf();
    const pending = await client.startRegistration({ userId: someone(), deviceName: 'Test device' });
    assert.equal(pending.handedOver, true);
    assert.match(String(pending.matchNumber), /^\d\d$/u);
    let confirmed = false;
    const waiting = client.waitForConfirmation(pending).then(() => {
      confirmed = true;
    });
    assert.equal(await client.checkConfirmation(pending), 'sent');
    assert.equal(confirmed, false);
    await decide(pending, 'confirm');
    await waiting;
    const identity = await client.register(pending, PIN);
    const attempt = client.beginSignIn(identity.id, { nonce: 'n-0S6' });
    await attempt.prepare();
    const { token } = await attempt.finish(PIN);
    const claims = JSON.parse(Buffer.from(String(token).split('.')[1] as string, 'base64url').toString()) as Record<string, unknown>;
    assert.deepEqual([claims['sub'], claims['nonce'], claims['aud']], [pending.userId, 'n-0S6', platform.project.projectId]);
  });

  it('end the waiting when the owner of the address refuses', async () => {
    const client = clientOf();
    const pending = await client.startRegistration({ userId: someone(), deviceName: 'Test device' });
    const waiting = failure(client.waitForConfirmation(pending), 'CONFIRMATION_CANCELLED');
    await decide(pending, 'cancel');
    await waiting;
  });

  it('count attempts down, lock at the third, and start over', async () => {
    const client = clientOf();
    const identity = await register(client);
    assert.equal((await failure(client.beginSignIn(identity.id).finish(WRONG_PIN), 'WRONG_PIN')).attemptsLeft, 2);
    assert.equal((await failure(client.beginSignIn(identity.id).finish(WRONG_PIN), 'WRONG_PIN')).attemptsLeft, 1);
    await failure(client.beginSignIn(identity.id).finish(WRONG_PIN), 'IDENTITY_REVOKED');
    assert.equal((await client.identities())[0]?.state, 'revoked');
    platform.advance(3600);
    const pending = await client.startRegistration({ userId: identity.userId, deviceName: 'Test device' });
    // The lock-out was told by mail as well; the newest link counts.
    await until(() => platform.mailbox.mails.filter(({ to }) => to === identity.userId).length >= 3);
    const link = /code=([^\s&]+)&user_id/u.exec(platform.mailbox.mails.findLast(({ to, text }) => to === identity.userId && text.includes('code='))?.text ?? '');
    const form = new URLSearchParams({ code: link?.[1] ?? '', user_id: identity.userId, decision: 'confirm', number: pending.matchNumber ?? '' });
    await fetch(`${platform.url}/verification/confirmation/decision`, { method: 'POST', body: form, headers: { origin: 'null' } });
    await client.waitForConfirmation(pending);
    const again = await client.register(pending, '1357');
    assert.equal((await client.identities()).length, 1);
    await client.beginSignIn(again.id).finish('1357');
  });

  it('sign, and the platform certifies', async () => {
    const client = clientOf();
    const identity = await register(client);
    const { timestamp, ...signature } = await client.sign(identity.id, PIN, { message: new TextEncoder().encode('contract') });
    assert.equal(outcome(await platform.post('/dvs/verify', { signature, timestamp }, basic(platform))), '200');
  });

  it('wait with another mail, and take a new session when the old one has ended', async () => {
    const client = clientOf();
    const pending = await client.startRegistration({ userId: someone(), deviceName: 'Test device' });
    const early = await failure(client.resend(pending), 'RATE_LIMITED');
    // Told in whole seconds from now on, so that a clock that is wrong does not matter: a second may turn in between.
    assert.ok(Math.abs((early.retryAt ?? 0) - pending.backoffUntil) <= 1, `${early.retryAt} ${pending.backoffUntil}`);
    platform.advance(2 * 86_400 - 60);
    assert.equal(await client.checkConfirmation(pending), 'expired');
    const again = await client.resend(pending);
    assert.equal(again.state, 'sent');
    assert.equal(await client.checkConfirmation(again), 'sent');
  });

  it('wait equally long for the next mail whatever their clock says', async () => {
    for (const hours of [-5, 3]) {
      const now = (): number => platform.core.now() + hours * 3_600_000;
      const client = new MpinClient({ server: platform.url, project: platform.project.projectId, storage: memoryStorage(), now });
      const { backoffUntil } = await client.startRegistration({ userId: someone(), deviceName: 'Test device' });
      assert.ok(Math.abs(backoffUntil - now() / 1000 - 10) <= 2, `${backoffUntil - now() / 1000}`);
    }
  });

  it('know the device that registers again by its code', async () => {
    const { projectId } = await platform.addProject({ name: 'Codes', origins: [], verificationMethod: 'code' });
    const client = new MpinClient({ server: platform.url, project: projectId, storage: memoryStorage(), now: () => platform.core.now() });
    const pending = await client.startRegistration({ userId: someone(), deviceName: 'Test device' });
    assert.equal(pending.method, 'code');
    const code = await platform.mailbox.takeDigits(pending.userId);
    assert.equal((await failure(client.confirmCode(pending, code === '000000' ? '000001' : '000000'), 'CODE_WRONG')).attemptsLeft, 4);
    await client.confirmCode(pending, code);
    await client.beginSignIn((await client.register(pending, PIN)).id).finish(PIN);
    platform.advance(3600);
    assert.equal((await client.startRegistration({ userId: pending.userId, deviceName: 'Test device' })).method, 'code');
  });
});
