import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { lockIdentity, reserveStrike, settleFailure, settleSuccess } from '../src/core/strikes.ts';
import type { Failure, Reservation } from '../src/core/strikes.ts';
import { settleAllOrphans } from '../src/core/housekeeping.ts';
import { sha256 } from '../src/keys/secrets.ts';
import { prove, register, signIn } from './support/device.ts';
import type { DeviceIdentity } from './support/device.ts';
import { context, outcome } from './support/http.ts';
import { startPlatform } from './support/test-platform.ts';
import type { TestPlatform } from './support/test-platform.ts';

const PIN = '1122';
const WRONG = '1123';
const HERE = { ip: '127.0.0.1', network: '127.0.0.0/24' };

describe('strikes', () => {
  let platform: TestPlatform;
  // The tests stand in for a proxy, so that they can come from any address.
  before(async () => { platform = await startPlatform({ frozen: true, environment: { MPIN_TRUSTED_PROXIES: '127.0.0.1' } }); });
  after(() => platform.close());

  const idOf = ({ id }: DeviceIdentity): string => sha256(Buffer.from(id.mpinId, 'hex'));
  const from = (address: string): Record<string, string> => ({ 'x-forwarded-for': address });

  function reserve(identity: DeviceIdentity): Promise<Reservation | 'wait' | 'revoked'> {
    return platform.core.db.transaction(async (queries) => {
      const row = await lockIdentity(queries, idOf(identity), platform.core.now());
      const answer = await reserveStrike(platform.core, queries, row, HERE, platform.core.now());
      return answer.kind === 'reserved' ? answer.reservation : answer.kind;
    });
  }
  async function reserved(identity: DeviceIdentity): Promise<Reservation> {
    const reservation = await reserve(identity);
    if (typeof reservation === 'string') throw new Error(reservation);
    return reservation;
  }
  function fail(identity: DeviceIdentity, reservation: Reservation): Promise<Failure> {
    return platform.core.db.transaction(async (queries) =>
      settleFailure(platform.core, queries, await lockIdentity(queries, idOf(identity), platform.core.now()), reservation, HERE.ip, platform.core.now()));
  }
  function succeed(identity: DeviceIdentity, reservation: Reservation): Promise<boolean> {
    return platform.core.db.transaction(async (queries) =>
      settleSuccess(queries, await lockIdentity(queries, idOf(identity), platform.core.now()), reservation, platform.core.now()));
  }

  it('never lets more checks run than may still fail', async () => {
    const identity = await register(platform, PIN);
    const held = [await reserved(identity), await reserved(identity), await reserved(identity)];
    assert.equal(await reserve(identity), 'wait');
    assert.equal((await fail(identity, held[0]!)).attemptsLeft, 2);
    assert.equal(await reserve(identity), 'wait');
    assert.equal(await succeed(identity, held[1]!), true);
    assert.notEqual(await reserve(identity), 'wait');
  });

  it('clear with a success only what was reserved before it', async () => {
    const identity = await register(platform, PIN);
    const [first, second, third] = [await reserved(identity), await reserved(identity), await reserved(identity)];
    assert.equal((await fail(identity, first)).attemptsLeft, 2);
    assert.equal((await fail(identity, third)).attemptsLeft, 1);
    await succeed(identity, second);
    assert.equal((await fail(identity, await reserved(identity))).attemptsLeft, 1);
  });

  it('do not count a failure that a later success cleared while it ran', async () => {
    const identity = await register(platform, PIN);
    const [slow, quick] = [await reserved(identity), await reserved(identity)];
    await succeed(identity, quick);
    assert.deepEqual(await fail(identity, slow), { revoked: false, revokedNow: false, attemptsLeft: 3 });
  });

  it('revoke only when a check fails at the limit, and then for good', async () => {
    const identity = await register(platform, PIN);
    const held = [await reserved(identity), await reserved(identity), await reserved(identity)];
    await fail(identity, held[0]!);
    await fail(identity, held[1]!);
    assert.equal((await platform.core.db.queries.selectFrom('identities').select('state').where('id', '=', idOf(identity)).executeTakeFirstOrThrow()).state, 'active');
    assert.deepEqual(await fail(identity, held[2]!), { revoked: true, revokedNow: true, attemptsLeft: 0 });
    assert.equal(await reserve(identity), 'revoked');
    assert.equal(await succeed(identity, held[2]!), false);
  });

  it('count a reservation whose process died as a failure after 30 s, once', async () => {
    const identity = await register(platform, PIN);
    await reserved(identity);
    platform.advance(29);
    await settleAllOrphans(platform.core);
    assert.equal((await fail(identity, await reserved(identity))).attemptsLeft, 2);
    platform.advance(2);
    await settleAllOrphans(platform.core);
    await settleAllOrphans(platform.core);
    const last = await signIn(platform, identity, WRONG);
    assert.equal(outcome(last), '410 REVOKED_MPINID');
    assert.equal(context(last)['attemptsLeft'], '0', 'it is this wrong PIN that revokes, the third with the lost one');
    assert.equal(outcome(await signIn(platform, identity, PIN)), '410 REVOKED_MPINID');
    const events = await platform.core.db.queries.selectFrom('audit').select('status').where('identity_id', '=', idOf(identity)).execute();
    assert.equal(events.filter(({ status }) => status === 'authenticate_unfinished').length, 1);
  });

  it('are the same for parallel sign-ins of wrong and right PINs: no failure is lost', async () => {
    const identity = await register(platform, PIN);
    const secrets = [await prove(platform, identity, WRONG), await prove(platform, identity, WRONG)];
    const outcomes = (await Promise.all(secrets.map((authOTT) => platform.post('/rps/v2/authenticate', { authOTT })))).map((answer) => context(answer)['attemptsLeft']).sort();
    assert.deepEqual(outcomes, ['1', '2']);
    assert.equal(outcome(await signIn(platform, identity, PIN)), '200');
  });

  it('make a network where the identity is unknown wait a minute after a failure, unchecked meanwhile', async () => {
    const identity = await register(platform, PIN, { headers: from('198.51.100.7') });
    const stranger = { headers: from('203.0.113.9') };
    assert.equal(context(await signIn(platform, identity, WRONG, stranger))['attemptsLeft'], '2');
    const refused = await signIn(platform, identity, WRONG, { headers: from('203.0.113.77') });
    assert.equal(outcome(refused), '429 REQUEST_BACKOFF');
    assert.ok(Math.abs(Number(context(refused)['backoff']) - platform.core.now() / 1000 - 60) < 5);
    assert.equal(outcome(await signIn(platform, identity, PIN, { headers: from('198.51.100.8') })), '200');
    platform.advance(61);
    assert.equal(context(await signIn(platform, identity, WRONG, stranger))['attemptsLeft'], '2');
    platform.advance(61);
    assert.equal(outcome(await signIn(platform, identity, PIN, stranger)), '200');
    assert.equal(context(await signIn(platform, identity, WRONG, stranger))['attemptsLeft'], '2');
    assert.equal(context(await signIn(platform, identity, WRONG, stranger))['attemptsLeft'], '1');
  });

  it('let a stranger\'s network make one check at a time', async () => {
    const identity = await register(platform, PIN, { headers: from('198.51.100.7') });
    const headers = from('2001:db8:77::1');
    const secrets = [await prove(platform, identity, WRONG, { headers }), await prove(platform, identity, WRONG, { headers })];
    const outcomes = (await Promise.all(secrets.map((authOTT) => platform.post('/rps/v2/authenticate', { authOTT }, headers)))).map(outcome).sort();
    assert.deepEqual(outcomes, ['401 UNSUCCESSFUL_AUTHENTICATION', '429 REQUEST_BACKOFF']);
  });
});
