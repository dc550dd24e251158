import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { MpinClient, MpinError, memoryStorage } from '../../src/client/index.ts';
import { assertMakesPasswords, readOneTimePassword } from '../../src/client/one-time-password.ts';
import { otpApplication } from '../../server/test/support/otp.ts';
import { someone } from '../../server/test/support/device.ts';
import { startPlatform } from '../../server/test/support/test-platform.ts';
import type { TestPlatform } from '../../server/test/support/test-platform.ts';

const PIN = '2580';
const code = (expected: string) => (error: unknown): boolean => error instanceof MpinError && error.code === expected;

describe('one-time passwords at a real platform', () => {
  let platform: TestPlatform;
  let clientId: string;
  let client: MpinClient;
  let identityId: string;
  before(async () => {
    platform = await startPlatform();
    ({ clientId } = await otpApplication(platform));
    client = new MpinClient({ server: platform.url, project: platform.project.projectId, storage: memoryStorage() });
    const userId = someone();
    const { verificationURL } = (await platform.post('/verification', { userId, projectId: platform.project.projectId, delivery: 'no' },
      { authorization: `Basic ${Buffer.from(`${platform.project.clientId}:${platform.project.clientSecret}`).toString('base64')}` })).body as { verificationURL: string };
    const link = new URL(verificationURL).searchParams;
    const pending = await client.openLink({ userId, code: link.get('code') ?? '' });
    ({ id: identityId } = await client.register(pending, PIN));
  });
  after(() => platform.close());

  it('are yielded in place of a token', async () => {
    const result = await client.beginSignIn(identityId, { scope: 'otp', clientId }).finish(PIN);
    assert.equal(result.token, undefined);
    assert.match(result.oneTimePassword?.password ?? '', /^\d{6}$/);
    const left = (result.oneTimePassword?.expiresAt ?? 0) - Date.now() / 1000;
    assert.ok(left > 60 && left <= 90, String(left));
  });

  it('need an application, said before the PIN is sent', async () => {
    await assert.rejects(client.beginSignIn(identityId, { scope: 'otp' }).finish(PIN), code('INVALID_CONFIGURATION'));
    assert.match((await client.beginSignIn(identityId, { scope: 'otp', clientId }).finish(PIN)).oneTimePassword?.password ?? '', /^\d{6}$/);
  });

  it('are refused for a wrong PIN', async () => {
    await assert.rejects(client.beginSignIn(identityId, { scope: 'otp', clientId }).finish('2581'), code('WRONG_PIN'));
  });
});

describe('what a server says of a one-time password', () => {
  it('is read by this device\'s clock', () => {
    assert.deepEqual(readOneTimePassword({ password: '049217', expiresAt: 1, ttlSeconds: 90 }, 1_000_000), { password: '049217', expiresAt: 1090 });
  });

  it('is refused where it is none', () => {
    for (const answer of [undefined, {}, { password: '12345', ttlSeconds: 90 }, { password: '12345x', ttlSeconds: 90 }, { password: '123456' }, { password: 123_456, ttlSeconds: 90 }, { password: '123456', ttlSeconds: 0 }]) {
      assert.throws(() => readOneTimePassword(answer, 0), code('INVALID_RESPONSE'), JSON.stringify(answer));
    }
  });

  it('is not asked for where the server makes none', () => {
    assert.throws(() => assertMakesPasswords('application', false), code('INVALID_CONFIGURATION'));
    assertMakesPasswords('application', true);
  });
});
