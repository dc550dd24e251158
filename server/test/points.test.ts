import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { Proof } from '../../src/protocol/index.ts';
import { prove, register, signIn } from './support/device.ts';
import type { DeviceIdentity } from './support/device.ts';
import { context, outcome } from './support/http.ts';
import { startPlatform } from './support/test-platform.ts';
import type { TestPlatform } from './support/test-platform.ts';

const PIN = '2468';
const P = 0x2400000008702a0db0bddf647a6366d3243fd6ee18093ee1be6623ef5c1b55b3n;

const hex64 = (value: bigint): string => value.toString(16).padStart(64, '0');
const x = (point: string): bigint => BigInt(`0x${point.slice(2, 66)}`);
const y = (point: string): bigint => BigInt(`0x${point.slice(66)}`);

/** What can be made of a good point that must not pass, by row of the table of hostile inputs. */
const MALFORMED: readonly [row: string, make: (good: string) => string][] = [
  ['row 1: infinity as 04,0,0', () => `04${'0'.repeat(128)}`],
  ['row 1: 65 zero bytes', () => '0'.repeat(130)],
  ['row 1: one zero byte', () => '00'],
  ['row 5: off the curve', (good) => `04${hex64(x(good))}${hex64((y(good) + 1n) % P)}`],
  ['row 7: on another curve', () => `04${hex64(1n)}${hex64(3n)}`],
  ['row 8: x past p', (good) => `04${hex64(x(good) + P)}${good.slice(66)}`],
  ['row 8: y past p', (good) => `${good.slice(0, 66)}${hex64(y(good) + P)}`],
  ...['02', '03', '05', '06', '07', '00', 'ff'].map((prefix): [string, (good: string) => string] => [`row 9: prefix ${prefix}`, (good) => prefix + good.slice(2)]),
  ['row 10: 64 bytes', (good) => good.slice(0, 128)],
  ['row 10: 33 bytes', (good) => good.slice(0, 66)],
  ['row 10: a trailing byte', (good) => `${good}00`],
  ['row 11: odd length', (good) => good.slice(1)],
  ['row 11: no hex', (good) => `${good.slice(0, 128)}zz`],
  ['row 11: 0x in front', (good) => `0x${good.slice(2)}`],
  ['row 11: full-width digits', (good) => `${good.slice(0, 128)}１２`],
];

describe('points that must not pass', () => {
  let platform: TestPlatform;
  let identity: DeviceIdentity;
  before(async () => {
    platform = await startPlatform();
    identity = await register(platform, PIN);
  });
  after(() => platform.close());

  const pass1 = (u: string) => platform.post('/rps/v2/pass1', { mpin_id: identity.id.mpinId, U: u, publicKey: identity.id.publicKey, scope: ['jwt'] });
  const strikesLeft = async (): Promise<unknown> => {
    const left = context(await signIn(platform, identity, '9999'))['attemptsLeft'];
    await signIn(platform, identity, PIN);
    return left;
  };

  for (const [row, make] of MALFORMED) {
    it(`${row}: as V and as U it is malformed and costs no strike`, async () => {
      const proof = new Proof(identity.id, identity.token);
      const { body } = await pass1(proof.u);
      proof.prepare(String(body['y']));
      const asV = await platform.post('/rps/v2/pass2', { mpin_id: identity.id.mpinId, V: make(proof.finish(PIN)), U: proof.u });
      assert.deepEqual([outcome(asV), context(asV)['params']], ['400 INVALID_REQUEST_PARAMETERS', 'V']);
      const asU = await pass1(make(proof.u));
      assert.deepEqual([outcome(asU), context(asU)['params']], ['400 INVALID_REQUEST_PARAMETERS', 'U']);
    });
  }

  it('none of them was a strike', async () => {
    assert.equal(await strikesLeft(), '2');
  });

  it('row 2 and 6: U at infinity and V off the curve are malformed as well', async () => {
    assert.equal(outcome(await pass1(`04${'0'.repeat(128)}`)), '400 INVALID_REQUEST_PARAMETERS');
  });

  /** One pass 1, and the outcome of authenticating with a V made from what it gave. */
  async function attempt(make: (proof: Proof, y: string) => string, who = identity): Promise<string> {
    const proof = new Proof(who.id, who.token);
    const { body } = await platform.post('/rps/v2/pass1', { mpin_id: who.id.mpinId, U: proof.u, publicKey: who.id.publicKey, scope: ['jwt'] });
    const { body: second } = await platform.post('/rps/v2/pass2', { mpin_id: who.id.mpinId, V: make(proof, String(body['y'])), U: proof.u });
    return outcome(await platform.post('/rps/v2/authenticate', { authOTT: second['authOTT'] }));
  }
  const finish = (proof: Proof, challenge: string): string => {
    proof.prepare(challenge);
    return proof.finish(PIN);
  };
  const FAILED = '401 UNSUCCESSFUL_AUTHENTICATION';

  it('row 20: a V replayed in a new session fails and counts', async () => {
    let first = '';
    assert.equal(await attempt((proof, challenge) => (first = finish(proof, challenge))), '200');
    assert.equal(await attempt(() => first), FAILED);
    assert.equal(outcome(await signIn(platform, identity, PIN)), '200');
  });

  it('row 20 and 21: the very same U and V get another y, and fail', async () => {
    const proof = new Proof(identity.id, identity.token);
    const first = String((await pass1(proof.u)).body['y']);
    const v = finish(proof, first);
    const second = String((await pass1(proof.u)).body['y']);
    assert.notEqual(first, second);
    const { body } = await platform.post('/rps/v2/pass2', { mpin_id: identity.id.mpinId, V: v, U: proof.u });
    assert.equal(outcome(await platform.post('/rps/v2/authenticate', { authOTT: body['authOTT'] })), FAILED);
    assert.equal(outcome(await signIn(platform, identity, PIN)), '200');
  });

  it('row 22: two passes at once with their V crossed both fail', async () => {
    const pair = [new Proof(identity.id, identity.token), new Proof(identity.id, identity.token)] as const;
    const vs = [];
    for (const proof of pair) vs.push(finish(proof, String((await pass1(proof.u)).body['y'])));
    const outcomes = [];
    for (const [proof, v] of [[pair[0], vs[1]], [pair[1], vs[0]]] as const) {
      const { body } = await platform.post('/rps/v2/pass2', { mpin_id: identity.id.mpinId, V: v, U: proof.u });
      outcomes.push(outcome(await platform.post('/rps/v2/authenticate', { authOTT: body['authOTT'] })));
    }
    assert.deepEqual(outcomes, [FAILED, FAILED]);
    assert.equal(outcome(await signIn(platform, identity, PIN)), '200');
  });

  it('row 23: V negated, U in its place, and V of another person fail', async () => {
    const other = await register(platform, PIN);
    assert.equal(await attempt((proof, challenge) => {
      const v = finish(proof, challenge);
      return v.slice(0, 66) + hex64(P - y(v));
    }), FAILED);
    assert.equal(await attempt((proof) => proof.u), FAILED);
    assert.equal(outcome(await signIn(platform, identity, PIN)), '200');
    assert.equal(await attempt((_proof, challenge) => finish(new Proof(other.id, other.token), challenge)), FAILED);
    assert.equal(outcome(await signIn(platform, identity, PIN)), '200');
  });

  it('row 23: an identity of another platform fails', async () => {
    const elsewhere = await startPlatform();
    try {
      const stranger = await register(elsewhere, PIN);
      assert.equal(outcome(await signIn(platform, stranger, PIN)), FAILED);
      assert.equal(await attempt((_proof, challenge) => finish(new Proof(stranger.id, stranger.token), challenge)), FAILED);
      assert.equal(outcome(await signIn(platform, identity, PIN)), '200');
    } finally {
      await elsewhere.close();
    }
  });

  it('row 24: a y that the client sends is ignored, and the server\'s lies in [1, r)', async () => {
    const r = 0x2400000008702a0db0bddf647a6366d2c43fd6ee0cc906cebe11c0a636eb1f6dn;
    const proof = new Proof(identity.id, identity.token);
    const { body } = await pass1(proof.u);
    const issued = BigInt(`0x${String(body['y'])}`);
    assert.ok(issued >= 1n && issued < r);
    const v = finish(proof, String(body['y']));
    const { body: second } = await platform.post('/rps/v2/pass2', { mpin_id: identity.id.mpinId, V: v, U: proof.u, y: '0'.repeat(64) });
    assert.equal(outcome(await platform.post('/rps/v2/authenticate', { authOTT: second['authOTT'], y: hex64(r) })), '200');
  });

  it('row 3 and 4: a U known before y cannot be −y·A; one that the database is made to hold as such is refused', async () => {
    const authOTT = await prove(platform, identity, PIN);
    const digest = platform.core.hasher.digest('authOTT', authOTT);
    const { point } = await platform.core.db.queries.selectFrom('identities').select('point').where('mpin_id', '=', identity.id.mpinId).executeTakeFirstOrThrow();
    // With y = 1 the point −y·A is A with its y-coordinate negated.
    await platform.core.db.queries.updateTable('proofs').set({ y: hex64(1n), u: point.slice(0, 66) + hex64(P - y(point)) }).where('secret_digest', '=', digest).execute();
    assert.equal(outcome(await platform.post('/rps/v2/authenticate', { authOTT })), FAILED);
    assert.equal(outcome(await signIn(platform, identity, PIN)), '200');
  });
});
