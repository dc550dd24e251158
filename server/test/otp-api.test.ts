import assert from 'node:assert/strict';
import { createDecipheriv, createHmac, hkdfSync } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { setApplicationActive, withdrawRights } from '../src/core/applications.ts';
import { sealAnswer } from '../src/core/otp-requests.ts';
import { rotateOtpSecret } from '../src/core/otp-applications.ts';
import type { CreatedOtpApplication } from '../src/core/otp-applications.ts';
import { basic, register } from './support/device.ts';
import type { DeviceIdentity } from './support/device.ts';
import { context, outcome } from './support/http.ts';
import type { Answer } from './support/http.ts';
import { makePassword, otpApplication } from './support/otp.ts';
import { startPlatform } from './support/test-platform.ts';
import type { TestPlatform } from './support/test-platform.ts';

const PIN = '7531';
const NONE = '404 NO_ONE_TIME_PASSWORD';
const DENIED = '401 UNAUTHORIZED';
const REFUSED = '400 INVALID_REQUEST_PARAMETERS';

interface Sealed {
  readonly ciphertext: string;
  readonly tag: string;
  readonly iv: string;
}

/** Opens an answer as docs/otp.md tells applications to. */
function open(otpSecret: string, { ciphertext, tag, iv }: Sealed): string {
  const key = Buffer.from(hkdfSync('sha256', otpSecret, '', 'mpin-platform one-time password v1', 32));
  const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(iv, 'base64'), { authTagLength: 16 });
  decipher.setAuthTag(Buffer.from(tag, 'base64'));
  return `${decipher.update(Buffer.from(ciphertext, 'base64')).toString()}${decipher.final().toString()}`;
}

const sign = (otpSecret: string, text: string): string => createHmac('sha256', otpSecret).update(text).digest('hex');

describe('POST /otp', () => {
  let platform: TestPlatform;
  let vpn: CreatedOtpApplication;
  let alice: DeviceIdentity;
  before(async () => {
    platform = await startPlatform({ frozen: true });
    vpn = await otpApplication(platform);
    alice = await register(platform, PIN);
  });
  after(() => platform.close());

  /** Each request of these tests ends at another second, as a signature serves once. */
  let seconds = 0;
  const inSeconds = (ahead: number): string => `${new Date(platform.core.now() + ahead * 1000).toISOString().slice(0, 19)}Z`;
  const expiry = (): string => inSeconds(seconds += 1);
  const body = (application: CreatedOtpApplication, userId: string, expires = expiry()) =>
    ({ client_id: application.clientId, user_id: userId, expires, signature: sign(application.otpSecret, `${application.clientId}${userId}${expires}`) });
  const ask = (request: object, headers: Record<string, string> = {}): Promise<Answer> => platform.post('/otp', request, headers);
  const told = (application: CreatedOtpApplication, answer: Answer): unknown => JSON.parse(open(application.otpSecret, answer.body as unknown as Sealed));

  it('tells the living password, sealed for the application, as often as it is asked', async () => {
    const { password, expiresAt } = await makePassword(platform, alice, PIN, vpn.clientId);
    for (let i = 0; i < 2; i += 1) {
      const answer = await ask(body(vpn, alice.userId));
      assert.deepEqual([outcome(answer), Object.keys(answer.body).sort(), answer.headers.get('cache-control')], ['200', ['ciphertext', 'iv', 'tag'], 'no-store']);
      assert.deepEqual(told(vpn, answer), { userId: alice.userId, password, expiresAt });
      assert.ok(!answer.text.includes(password));
    }
  });

  it('never makes one, and knows none that was used, replaced, expired, or another\'s', async () => {
    const bob = await register(platform, PIN);
    assert.equal(outcome(await ask(body(vpn, bob.userId))), NONE);
    assert.equal(outcome(await ask(body(vpn, 'nobody@mail.example'))), NONE);
    const second = await otpApplication(platform);
    await makePassword(platform, bob, PIN, second.clientId);
    assert.equal(outcome(await ask(body(vpn, bob.userId))), NONE);
    const { password } = await makePassword(platform, bob, PIN, vpn.clientId);
    const newer = await makePassword(platform, bob, PIN, vpn.clientId);
    assert.deepEqual(told(vpn, await ask(body(vpn, bob.userId))), { userId: bob.userId, password: newer.password, expiresAt: newer.expiresAt }, password);
    platform.advance(90);
    assert.equal(outcome(await ask(body(vpn, bob.userId))), NONE);
  });

  it('takes each signature once, also from many at once', async () => {
    await makePassword(platform, alice, PIN, vpn.clientId);
    const request = body(vpn, alice.userId);
    const outcomes = await Promise.all(Array.from({ length: 8 }, async () => outcome(await ask(request))));
    assert.deepEqual(outcomes.toSorted(), ['200', ...Array.from({ length: 7 }, () => DENIED)]);
    assert.equal(outcome(await ask({ ...request, signature: request.signature.toUpperCase() })), DENIED);
  });

  it('takes an expiry of the exact form, from now to an hour ahead', async () => {
    await makePassword(platform, alice, PIN, vpn.clientId);
    for (const ahead of [3600, 2]) assert.equal(outcome(await ask(body(vpn, alice.userId, inSeconds(ahead)))), '200', String(ahead));
    const day = inSeconds(60).slice(0, 10);
    const forms = [
      inSeconds(3602), inSeconds(0), inSeconds(-1), '', 'soon', `${day}T10:00:00`, `${day} 10:00:00Z`, `${day}T10:00:00.000Z`, `${day}T10:00:00+00:00`, '2026-02-30T10:00:00Z',
      String(Math.floor(platform.core.now() / 1000) + 60), `${inSeconds(60)} `, inSeconds(60).toLowerCase(),
    ];
    for (const expires of forms) {
      const answer = await ask(body(vpn, alice.userId, expires));
      assert.deepEqual([outcome(answer), context(answer)['params']], [REFUSED, 'expires'], expires);
    }
  });

  it('refuses every signature but the right one', async () => {
    await makePassword(platform, alice, PIN, vpn.clientId);
    const good = body(vpn, alice.userId);
    const other = await otpApplication(platform);
    const wrong = [
      { ...good, signature: sign(vpn.clientSecret, `${good.client_id}${good.user_id}${good.expires}`) },
      { ...good, signature: sign(other.otpSecret, `${good.client_id}${good.user_id}${good.expires}`) },
      { ...good, signature: '0'.repeat(64) },
      { ...good, user_id: 'bob@mail.example' },
      { ...good, expires: expiry() },
      { ...good, client_id: other.clientId },
      { ...good, client_id: 'unknown' },
      { ...good, client_id: platform.project.clientId, signature: sign(platform.project.clientSecret, `${platform.project.clientId}${good.user_id}${good.expires}`) },
    ];
    for (const request of wrong) assert.equal(outcome(await ask(request)), DENIED, JSON.stringify(request));
    assert.equal(outcome(await ask(good)), '200');
  });

  it('names the field that is missing or malformed', async () => {
    const good = body(vpn, alice.userId);
    for (const name of ['client_id', 'user_id', 'expires', 'signature'] as const) {
      const answer = await ask({ ...good, [name]: undefined });
      assert.deepEqual([outcome(answer), context(answer)['params']], [REFUSED, name]);
    }
    assert.equal(outcome(await ask({ ...good, signature: 'abc' })), REFUSED);
    assert.equal(outcome(await ask([])), '400 INVALID_REQUEST_BODY');
  });

  it('takes the form of the API\'s table, with Basic credentials', async () => {
    const { password } = await makePassword(platform, alice, PIN, vpn.clientId);
    const credentials = basic({ project: { ...platform.project, ...vpn } });
    const answer = await ask({ userId: alice.userId, deviceName: 'Any device' }, credentials);
    assert.equal((told(vpn, answer) as { password: string }).password, password);
    assert.equal(outcome(await ask({ userId: alice.userId }, credentials)), '200');
    assert.deepEqual(context(await ask({ deviceName: 'x' }, credentials))['params'], 'userId');
    assert.equal(outcome(await ask({ userId: alice.userId }, basic({ project: { ...vpn, projectId: '', clientSecret: vpn.otpSecret } }))), DENIED);
    assert.equal(outcome(await ask({ userId: alice.userId }, basic(platform))), '403 FORBIDDEN');
  });

  it('ends with the former secret, the right, and the application', async () => {
    const application = await otpApplication(platform);
    await makePassword(platform, alice, PIN, application.clientId);
    const rotated = { ...application, otpSecret: await rotateOtpSecret(platform.core, application.clientId, 'test') };
    assert.equal(outcome(await ask(body(application, alice.userId))), DENIED);
    assert.equal(outcome(await ask(body(rotated, alice.userId))), '200');
    await setApplicationActive(platform.core, application.clientId, false, 'test');
    assert.equal(outcome(await ask(body(rotated, alice.userId))), DENIED);
    await setApplicationActive(platform.core, application.clientId, true, 'test');
    await withdrawRights(platform.core, application.clientId, ['otp'], 'test');
    assert.equal(outcome(await ask(body(rotated, alice.userId))), DENIED);
    await assert.rejects(rotateOtpSecret(platform.core, 'unknown', 'test'), /no OTP application/);
  });

  it('keeps its secrets sealed', async () => {
    const rows = await platform.core.db.queries.selectFrom('otp_applications').selectAll().execute();
    assert.ok(rows.length > 0 && !JSON.stringify(rows).includes(vpn.otpSecret));
    assert.ok(!platform.logs().includes(vpn.otpSecret));
  });
});

describe('the worked example of docs/otp.md', () => {
  const text = readFileSync(new URL('../../docs/otp.md', import.meta.url), 'utf8');
  const example = JSON.parse(/## A worked example[^]*?```json\n([^]*?)```/.exec(text)?.[1] ?? '') as {
    otpSecret: string; request: { client_id: string; user_id: string; expires: string; signature: string }; key: string; plaintext: string; answer: Sealed;
  };

  it('is signed, derived, and opened as it says', () => {
    const { otpSecret, request, key, plaintext, answer } = example;
    assert.equal(sign(otpSecret, `${request.client_id}${request.user_id}${request.expires}`), request.signature);
    assert.equal(Buffer.from(hkdfSync('sha256', otpSecret, '', 'mpin-platform one-time password v1', 32)).toString('hex'), key);
    assert.equal(open(otpSecret, answer), plaintext);
  });

  it('is what the platform would answer', () => {
    const { otpSecret, plaintext, answer } = example;
    assert.deepEqual(sealAnswer(otpSecret, JSON.parse(plaintext) as object, Buffer.from(answer.iv, 'base64')), answer);
  });
});
