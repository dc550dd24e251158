import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { lapseUnused } from '../src/core/lapses.ts';
import { changeProject } from '../src/core/project-changes.ts';
import { basic, prove, register, signed, signIn } from './support/device.ts';
import type { Server } from './support/device.ts';
import { outcome } from './support/http.ts';
import { startPlatform } from './support/test-platform.ts';
import type { TestPlatform } from './support/test-platform.ts';

const PIN = '2468';
const DAY = 86_400;

describe('identities that nobody uses', () => {
  let platform: TestPlatform;
  let strict: Server;
  before(async () => {
    platform = await startPlatform({ environment: { MPIN_INACTIVITY_DAYS: '30' }, frozen: true });
    const project = await platform.addProject({ name: 'Strict', origins: [] });
    await changeProject(platform.core, project.projectId, { inactivityDays: 5 }, 'tests');
    strict = { project, mailbox: platform.mailbox, post: platform.post };
  });
  after(() => platform.close());

  const eventsOf = async (userId: string): Promise<string[]> =>
    (await platform.core.db.queries.selectFrom('audit').select(['status', 'ip']).where('user_id', '=', userId).where('type', '=', 'identity').execute()).map(({ status, ip }) => `${status} ${ip}`);
  const strikes = async (): Promise<number> => (await platform.core.db.queries.selectFrom('strikes').select('id').execute()).length;

  it('lapse by their project\'s own days, else by the platform\'s, counted from the last sign-in', async () => {
    const [here, there] = [await register(strict, PIN), await register(platform, PIN)];
    platform.advance(4 * DAY);
    assert.equal(outcome(await signIn(strict, here, PIN)), '200');
    platform.advance(5 * DAY - 1);
    const prompt = await register(strict, PIN);
    platform.advance(1);
    assert.equal(outcome(await signIn(strict, here, PIN)), '401 EXPIRED_MPINID');
    assert.equal(outcome(await signIn(strict, prompt, PIN)), '200');
    platform.advance(21 * DAY - 1);
    assert.equal(outcome(await signIn(platform, there, PIN)), '200');
    platform.advance(30 * DAY);
    assert.equal(outcome(await signIn(platform, there, PIN)), '401 EXPIRED_MPINID');
  });

  it('are audited once, with the address that asked, and stay lapsed when the days grow', async () => {
    const identity = await register(strict, PIN);
    platform.advance(5 * DAY);
    for (let i = 0; i < 3; i += 1) assert.equal(outcome(await signIn(strict, identity, PIN)), '401 EXPIRED_MPINID');
    assert.deepEqual(await eventsOf(identity.userId), ['lapsed 127.0.0.1']);
    await changeProject(platform.core, strict.project.projectId, { inactivityDays: 500 }, 'tests');
    assert.equal(outcome(await signIn(strict, identity, PIN)), '401 EXPIRED_MPINID');
    await changeProject(platform.core, strict.project.projectId, { inactivityDays: 5 }, 'tests');
    assert.equal(outcome(await signIn(strict, await register(strict, PIN, { userId: identity.userId }), PIN)), '200', 'the way on: register again');
  });

  it('are refused when they lapse between pass 1 and authenticate, and when they sign, without a strike', async () => {
    const identity = await register(strict, PIN);
    platform.advance(5 * DAY - 60);
    const authOTT = await prove(strict, identity, PIN);
    platform.advance(60);
    const counted = await strikes();
    assert.equal(outcome(await platform.post('/rps/v2/authenticate', { authOTT })), '401 EXPIRED_MPINID');
    const body = signed(identity, PIN, Buffer.from('contract'), Math.floor(platform.core.now() / 1000));
    assert.equal(outcome(await platform.post('/dvs/verify', body, basic(strict))), '401 EXPIRED_MPINID');
    assert.equal(await strikes(), counted);
  });

  it('are found by housekeeping once an hour, before anybody comes with them; a revoked one stays revoked', async () => {
    const [unused, revoked, used] = [await register(strict, PIN), await register(strict, PIN), await register(strict, PIN)];
    for (let i = 0; i < 3; i += 1) await signIn(strict, revoked, '0000');
    platform.advance(4 * DAY);
    await signIn(strict, used, PIN);
    platform.advance(DAY);
    await lapseUnused(platform.core);
    assert.deepEqual(await eventsOf(unused.userId), ['lapsed ']);
    assert.deepEqual(await eventsOf(revoked.userId), ['revoked 127.0.0.1']);
    assert.deepEqual(await eventsOf(used.userId), []);
    assert.equal(outcome(await signIn(strict, revoked, PIN)), '410 REVOKED_MPINID');
    const late = await register(strict, PIN);
    platform.advance(5 * DAY);
    await lapseUnused(platform.core);
    assert.deepEqual(await eventsOf(late.userId), ['lapsed ']);
  });

  it('are found however many they are, a part at a time', async () => {
    const project = await platform.addProject({ name: 'Many', origins: [] });
    await changeProject(platform.core, project.projectId, { inactivityDays: 5 }, 'tests');
    const server = { project, mailbox: platform.mailbox, post: platform.post };
    const all = [];
    for (let i = 0; i < 5; i += 1) all.push(await register(server, PIN));
    platform.advance(4 * DAY);
    await signIn(server, all[2]!, PIN);
    platform.advance(DAY);
    await lapseUnused(platform.core, 2);
    assert.deepEqual(await Promise.all(all.map(({ userId }) => eventsOf(userId))), [['lapsed '], ['lapsed '], [], ['lapsed '], ['lapsed ']]);
  });

  it('never lapse where the operator said so', async () => {
    const lasting = await startPlatform({ environment: { MPIN_INACTIVITY_DAYS: '0' } });
    try {
      const identity = await register(lasting, PIN);
      lasting.advance(36_500 * DAY);
      await lapseUnused(lasting.core);
      assert.equal(outcome(await signIn(lasting, identity, PIN)), '200');
    } finally {
      await lasting.close();
    }
  });
});
