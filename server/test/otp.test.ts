import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { setApplicationActive } from '../src/core/applications.ts';
import { removeExpired } from '../src/core/housekeeping.ts';
import { tryOneTimePassword } from '../src/core/one-time-passwords.ts';
import { createOtpApplication } from '../src/core/otp-applications.ts';
import { register, signIn } from './support/device.ts';
import { context, outcome } from './support/http.ts';
import { askPassword, makePassword, otherThan, otpApplication } from './support/otp.ts';
import { startPlatform } from './support/test-platform.ts';
import type { TestPlatform } from './support/test-platform.ts';

const PIN = '2468';
const WRONG = '2469';
const REFUSED = '400 INVALID_REQUEST_PARAMETERS';

describe('one-time passwords', () => {
  let platform: TestPlatform;
  let vpn: string;
  before(async () => {
    platform = await startPlatform({ frozen: true });
    vpn = (await otpApplication(platform)).clientId;
  });
  after(() => platform.close());

  const attempt = (userId: string, password: string, options: { applicationId?: string; radiusClientId?: string } = {}): Promise<boolean> => tryOneTimePassword(platform.core, {
    applicationId: vpn, projectId: platform.project.projectId, radiusClientId: 'gateway', userId, ip: '192.0.2.1', matches: (right) => right === password, ...options,
  });
  const stored = (userId: string) => platform.core.db.queries.selectFrom('one_time_passwords').selectAll().where('user_id', '=', userId).execute();

  it('are 6 digits for 90 seconds, without any token, after a proved PIN', async () => {
    const identity = await register(platform, PIN);
    const answer = await askPassword(platform, identity, PIN, vpn);
    assert.deepEqual([outcome(answer), Object.keys(answer.body).sort()], ['200', ['message', 'otp', 'status']]);
    const { password, expiresAt, ttlSeconds } = answer.body['otp'] as { password: string; expiresAt: number; ttlSeconds: number };
    assert.match(password, /^\d{6}$/);
    assert.deepEqual([ttlSeconds, expiresAt], [90, Math.floor(platform.core.now() / 1000) + 90]);
    assert.equal(answer.headers.get('cache-control'), 'no-store');
  });

  it('are not made for a wrong PIN, which is a strike like any other', async () => {
    const identity = await register(platform, PIN);
    const answer = await askPassword(platform, identity, WRONG, vpn);
    assert.deepEqual([outcome(answer), context(answer)['attemptsLeft']], ['401 UNSUCCESSFUL_AUTHENTICATION', '2']);
    assert.deepEqual(await stored(identity.userId), []);
  });

  it('are made for an OTP application of the identity\'s own project alone; no proof is checked otherwise', async () => {
    const identity = await register(platform, PIN);
    const elsewhere = await platform.addProject({ name: 'Elsewhere', origins: [] });
    const theirs = await otpApplication(platform, { projectId: elsewhere.projectId });
    const off = await otpApplication(platform);
    await setApplicationActive(platform.core, off.clientId, false, 'test');
    for (const clientId of [undefined, '', 'unknown', platform.project.clientId, theirs.clientId, off.clientId]) {
      const answer = await askPassword(platform, identity, WRONG, clientId);
      assert.deepEqual([outcome(answer), context(answer)['params']], [REFUSED, 'clientId'], String(clientId));
    }
    assert.equal(context(await signIn(platform, identity, WRONG))['attemptsLeft'], '2');
  });

  it('are not what other scopes give, whatever application they name', async () => {
    const identity = await register(platform, PIN);
    const { body } = await signIn(platform, identity, PIN, { scope: 'jwt' });
    assert.deepEqual(Object.keys(body).sort(), ['jwt', 'message', 'status']);
  });

  it('live as long as their application says', async () => {
    const { clientId } = await createOtpApplication(platform.core, { projectId: platform.project.projectId, name: 'Long', ttlSeconds: 300, actor: 'test' });
    const identity = await register(platform, PIN);
    assert.equal((await makePassword(platform, identity, PIN, clientId)).ttlSeconds, 300);
  });

  it('differ, and begin with any digit', async () => {
    const identity = await register(platform, PIN);
    const passwords = [];
    for (let i = 0; i < 20; i += 1) passwords.push((await makePassword(platform, identity, PIN, vpn)).password);
    assert.ok(new Set(passwords).size >= 19);
    assert.ok(new Set(passwords.map((password) => password[0])).size >= 4);
  });

  it('work once', async () => {
    const identity = await register(platform, PIN);
    const { password } = await makePassword(platform, identity, PIN, vpn);
    assert.equal(await attempt(identity.userId, password), true);
    assert.deepEqual(await stored(identity.userId), []);
    assert.equal(await attempt(identity.userId, password), false);
  });

  it('work once also for many at once', async () => {
    const identity = await register(platform, PIN);
    const { password } = await makePassword(platform, identity, PIN, vpn);
    const outcomes = await Promise.all(Array.from({ length: 20 }, () => attempt(identity.userId, password)));
    assert.equal(outcomes.filter(Boolean).length, 1);
  });

  it('work for nobody else, and for no other application', async () => {
    const [one, other] = [await register(platform, PIN), await register(platform, PIN)];
    const second = (await otpApplication(platform)).clientId;
    const { password } = await makePassword(platform, one, PIN, vpn);
    await makePassword(platform, other, PIN, vpn);
    await makePassword(platform, one, PIN, second);
    const rows = await stored(one.userId);
    assert.equal(rows.length, 2);
    assert.equal(await attempt(other.userId, password), false);
    assert.equal(await attempt(one.userId, password, { applicationId: second }), false);
    assert.equal(await attempt(one.userId, password), true);
  });

  it('end for a RADIUS client with its third wrong try, and for that one alone', async () => {
    const identity = await register(platform, PIN);
    const { password } = await makePassword(platform, identity, PIN, vpn);
    const wrong = otherThan(password);
    for (let i = 0; i < 3; i += 1) assert.equal(await attempt(identity.userId, wrong, { radiusClientId: 'stranger' }), false);
    assert.equal(await attempt(identity.userId, password, { radiusClientId: 'stranger' }), false);
    assert.equal(await attempt(identity.userId, wrong), false);
    assert.equal(await attempt(identity.userId, wrong), false);
    assert.equal(await attempt(identity.userId, password), true);
  });

  it('are guessed three times at most, however many try at once', async () => {
    const identity = await register(platform, PIN);
    await makePassword(platform, identity, PIN, vpn);
    let compared = 0;
    await Promise.all(Array.from({ length: 30 }, () => tryOneTimePassword(platform.core, {
      applicationId: vpn, projectId: platform.project.projectId, radiusClientId: 'guesser', userId: identity.userId, ip: '', matches: () => { compared += 1; return false; },
    })));
    assert.equal(compared, 3);
  });

  it('give way to the next one, with the tries that were counted', async () => {
    const identity = await register(platform, PIN);
    const first = await makePassword(platform, identity, PIN, vpn);
    for (let i = 0; i < 3; i += 1) await attempt(identity.userId, otherThan(first.password));
    const second = await makePassword(platform, identity, PIN, vpn);
    assert.equal((await stored(identity.userId)).length, 1);
    if (first.password !== second.password) assert.equal(await attempt(identity.userId, first.password), false);
    assert.equal(await attempt(identity.userId, second.password), true);
  });

  it('end in time, and are erased then', async () => {
    const identity = await register(platform, PIN);
    const { password } = await makePassword(platform, identity, PIN, vpn);
    platform.advance(89);
    await removeExpired(platform.core);
    assert.equal((await stored(identity.userId)).length, 1);
    platform.advance(1);
    assert.equal(await attempt(identity.userId, password), false);
    await removeExpired(platform.core);
    assert.deepEqual(await stored(identity.userId), []);
  });

  it('are sealed where they lie, for their user and application alone', async () => {
    const identity = await register(platform, PIN);
    const other = await register(platform, PIN);
    const { password } = await makePassword(platform, identity, PIN, vpn);
    await makePassword(platform, other, PIN, vpn);
    const [row] = await stored(identity.userId);
    assert.ok(row !== undefined && !JSON.stringify(row).includes(password));
    assert.ok(!platform.logs().includes(password));
    await platform.core.db.queries.updateTable('one_time_passwords').set({ password_sealed: row.password_sealed }).where('user_id', '=', other.userId).execute();
    await assert.rejects(attempt(other.userId, password), /Cannot open the sealed/);
  });

  it('are told in the audit log without their digits', async () => {
    const identity = await register(platform, PIN);
    const { password } = await makePassword(platform, identity, PIN, vpn);
    await attempt(identity.userId, otherThan(password));
    await attempt(identity.userId, password);
    const rows = await platform.core.db.queries.selectFrom('audit').selectAll().where('user_id', '=', identity.userId).where('type', '=', 'otp').orderBy('id').execute();
    assert.deepEqual(rows.map(({ status, application_id: id }) => [status, id]), [['otp_made', vpn], ['otp_refused', vpn], ['otp_accepted', vpn]]);
  });

  it('are told there, too, when they are used twice, expired, ended or made by nobody; of strangers nothing is written', async () => {
    const refusals = async (userId: string): Promise<number> =>
      (await platform.core.db.queries.selectFrom('audit').select('id').where('user_id', '=', userId).where('status', '=', 'otp_refused').execute()).length;
    const identity = await register(platform, PIN);
    await attempt(identity.userId, '123456');
    assert.equal(await refusals(identity.userId), 1, 'made by nobody');
    const used = await makePassword(platform, identity, PIN, vpn);
    await attempt(identity.userId, used.password);
    await attempt(identity.userId, used.password);
    assert.equal(await refusals(identity.userId), 2, 'used twice');
    const ended = await makePassword(platform, identity, PIN, vpn);
    for (let i = 0; i < 3; i += 1) await attempt(identity.userId, otherThan(ended.password));
    await attempt(identity.userId, ended.password);
    assert.equal(await refusals(identity.userId), 6, 'three wrong, and the right one after them');
    platform.advance(91);
    await attempt(identity.userId, ended.password, { radiusClientId: 'another' });
    assert.equal(await refusals(identity.userId), 7, 'expired');
    await attempt('nobody@example.com', '123456');
    assert.equal(await refusals('nobody@example.com'), 0);
  });
});
