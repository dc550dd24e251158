import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { startPlatform, type TestPlatform } from '../../server/test/support/test-platform.ts';
import { memoryStorage, MpinClient, type IdentitySummary } from '../../src/client/index.ts';
import { failure, PIN, WRONG_PIN } from './support.ts';

describe('one more device, by a code of one that is set up', () => {
  let platform: TestPlatform;
  let old: MpinClient;
  let identity: IdentitySummary;
  const sent: string[] = [];

  before(async () => {
    platform = await startPlatform();
    const watching: typeof fetch = (input, init) => {
      sent.push(`${String(input)} ${String(init?.body)}`);
      return fetch(input, init);
    };
    old = new MpinClient({ server: platform.url, storage: memoryStorage(), fetch: watching });
    const pending = await old.startRegistration({ userId: 'ada@example.com', deviceName: 'Old phone' });
    const { code } = await platform.mailbox.takeLink(pending.userId);
    const form = new URLSearchParams({ code, user_id: pending.userId, decision: 'confirm', number: pending.matchNumber ?? '' });
    await fetch(`${platform.url}/verification/confirmation/decision`, { method: 'POST', body: form, headers: { origin: 'null' } });
    await old.waitForConfirmation(pending);
    identity = await old.register(pending, PIN);
  });
  after(async () => { await platform.close(); });

  it('needs no mail, has a PIN of its own, and outlives the old one', async () => {
    const { code, expiresAt } = await old.quickCode(identity.id, PIN);
    assert.match(code, /^\d{6}$/u);
    assert.ok(expiresAt > Date.now() / 1000);
    const next = new MpinClient({ server: platform.url, storage: memoryStorage() });
    const made = await next.register(await next.openLink({ userId: 'ada@example.com', code }), '8642');
    await old.remove(identity.id);
    const { userId, token } = await next.beginSignIn(made.id).finish('8642');
    assert.deepEqual([userId, typeof token], ['ada@example.com', 'string']);
    assert.ok(sent.every((request) => !request.includes(code)), 'the code travels by eye alone');
    await failure(next.openLink({ userId: 'ada@example.com', code }), 'CODE_WRONG');
    identity = made;
    old = next;
  });

  it('asks for the PIN, and a wrong one counts', async () => {
    const wrong = await failure(old.quickCode(identity.id, WRONG_PIN), 'WRONG_PIN');
    assert.equal(wrong.attemptsLeft, 2);
    await failure(old.quickCode(identity.id, '12'), 'INVALID_PIN');
  });

  it('serves nobody else', async () => {
    const { code } = await old.quickCode(identity.id, '8642');
    const stranger = new MpinClient({ server: platform.url, storage: memoryStorage() });
    await failure(stranger.openLink({ userId: 'mallory@example.com', code }), 'CODE_WRONG');
  });
});
