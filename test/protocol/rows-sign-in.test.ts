/** The adversarial inputs of sign-in, by number; those that need a server's memory are tested with the platform. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  bn254cx, clientShare, combineShares, createChallenge, createKeyPair, createMasterSecret, combineServerShares, extractPin,
  hashIdentity, mapIdentity, Proof, serverShare, Verifier,
} from '../../src/protocol/index.ts';
import { R } from '../../src/protocol/parameters.ts';
import { assertCode, scalarHex, startingWith } from './support.ts';
import { masters, register, signIn, verifier, type Person } from './world.ts';

const alice = register('alice', '738291');
const bob = register('bob', '738291');
const { decodeG1, encodeG1, multiplyPublic } = bn254cx;
const int = (hex: string): bigint => BigInt(`0x${hex}`);

test('row 20: a transcript replayed under a new challenge', () => {
  const old = signIn(alice);
  assert.equal(verifier.verifyProof(old), true);
  for (let i = 0; i < 5; i++) assert.equal(verifier.verifyProof({ ...old, y: createChallenge() }), false);
});

test('row 21: a scaled transcript passes only where y was known before U', () => {
  const old = signIn(alice);
  const a = decodeG1(mapIdentity(hashIdentity(alice.id)), 'A');
  const base = decodeG1(old.u, 'U').add(multiplyPublic(a, int(old.y)));
  const c = 987654321n;
  const guessed = createChallenge();
  const forged = {
    id: alice.id,
    u: encodeG1(multiplyPublic(base, c).add(multiplyPublic(a, int(guessed)).negate())),
    v: encodeG1(multiplyPublic(decodeG1(old.v, 'V'), c)),
  };
  assert.equal(verifier.verifyProof({ ...forged, y: guessed }), true, 'why y must be unpredictable');
  assert.equal(verifier.verifyProof({ ...forged, y: createChallenge() }), false);
});

test('row 22: answers of two sign-ins crossed', () => {
  const [first, second] = [signIn(alice), signIn(alice)];
  assert.equal(verifier.verifyProof({ ...first, v: second.v }), false);
  assert.equal(verifier.verifyProof({ ...second, v: first.v }), false);
});

test('row 23: V negated, U and V swapped, another user\'s V, another project\'s server secret', () => {
  const proof = signIn(alice);
  assert.equal(verifier.verifyProof({ ...proof, v: encodeG1(decodeG1(proof.v, 'V').negate()) }), false);
  assert.equal(verifier.verifyProof({ ...proof, u: proof.v, v: proof.u }), false);
  assert.equal(verifier.verifyProof({ ...proof, v: signIn(bob).v }), false);
  assert.equal(verifier.verifyProof({ ...proof, id: bob.id }), false);
  const elsewhere = [createMasterSecret(), createMasterSecret()] as const;
  const otherProject = new Verifier(combineServerShares(elsewhere.map((master) => serverShare(master))));
  assert.equal(otherProject.verifyProof(proof), false);
  assert.equal(verifier.verifyProof(signIn(register('alice', '738291', elsewhere))), false);
});

test('row 24: y outside [1, r) is refused by the verifier and never issued', () => {
  const proof = signIn(alice);
  for (const y of [0n, R, int(proof.y) + R, 2n ** 256n - 1n]) {
    assertCode(() => verifier.verifyProof({ ...proof, y: scalarHex(y) }), 'SCALAR_OUT_OF_RANGE');
  }
  for (let i = 0; i < 200; i++) {
    const y = int(createChallenge());
    assert.ok(y >= 1n && y < R);
  }
});

test('row 25: a server that answers y = −x gets nothing', () => {
  const x = 424242n;
  const proof = new Proof(alice.id, alice.token, startingWith(x));
  assertCode(() => proof.prepare(scalarHex(R - x)), 'DEGENERATE');
  assert.equal(proof.prepared, false);
  assertCode(() => proof.prepare(createChallenge()), 'INVALID_ARGUMENT');
  assertCode(() => proof.finish(alice.pin), 'INVALID_ARGUMENT');
});

test('row 26: the client takes no y that an honest server cannot send', () => {
  const proof = new Proof(alice.id, alice.token);
  assertCode(() => proof.prepare(scalarHex(0n)), 'SCALAR_OUT_OF_RANGE');
  assertCode(() => proof.prepare(scalarHex(R)), 'SCALAR_OUT_OF_RANGE');
  assertCode(() => proof.prepare('ff'.repeat(32)), 'SCALAR_OUT_OF_RANGE');
  assertCode(() => proof.prepare('01'), 'WRONG_LENGTH');
  assertCode(() => proof.prepare(`${scalarHex(5n)}00`), 'WRONG_LENGTH');
  assertCode(() => proof.prepare('xy'.repeat(32)), 'NOT_HEX');
  assert.equal(proof.prepared, false);
});

test('row 27: shares that no two honest authorities send', () => {
  const { privateKey, publicKey } = createKeyPair();
  const hash = hashIdentity({ mpinId: '00', publicKey });
  const share = clientShare(masters[0], hash);
  const negated = encodeG1(decodeG1(share, 'C').negate());
  const offCurve = share.slice(0, -1) + (share.endsWith('0') ? '1' : '0');
  assertCode(() => combineShares(privateKey, share, share), 'DEGENERATE', [share]);
  assertCode(() => combineShares(privateKey, share, negated), 'DEGENERATE', [share]);
  assertCode(() => combineShares(privateKey, share, offCurve), 'NOT_ON_CURVE', [share]);
  assertCode(() => combineShares(privateKey, `04${'00'.repeat(64)}`, share), 'POINT_AT_INFINITY', [share]);
  assertCode(() => combineShares(privateKey, share.slice(2), share), 'WRONG_LENGTH', [share]);
  for (const key of [0n, R, -1n]) assertCode(() => combineShares(key, share, clientShare(masters[1], hash)), 'SCALAR_OUT_OF_RANGE');
});

test('row 28: a damaged token or identity is said to be damaged before anything is sent', () => {
  const damaged: readonly [Person['id'], string][] = [
    [alice.id, ''],
    [alice.id, `04${'00'.repeat(64)}`],
    [alice.id, alice.token.slice(0, -1) + (alice.token.endsWith('0') ? '1' : '0')],
    [alice.id, alice.token.slice(2)],
    [{ ...alice.id, mpinId: '' }, alice.token],
    [{ ...alice.id, mpinId: 'zz' }, alice.token],
    [{ ...alice.id, publicKey: '00' }, alice.token],
  ];
  for (const [id, token] of damaged) assertCode(() => new Proof(id, token), 'IDENTITY_DAMAGED', [alice.token]);
});

test('row 29: what is a PIN, and what is not', () => {
  const secret = clientShare(masters[0], hashIdentity(alice.id));
  for (const pin of ['0000', '00000', '000000', '999999', '0012']) extractPin(secret, alice.id, pin);
  const refused = ['', '0', '123', '1234567', 'abcd', '1e3', '1e30', ' 123', '123 ', '-123', '+1234', '12.4', '１２３４', '٠١٢٣', '1234\n', '0x12'];
  const proof = new Proof(alice.id, alice.token);
  proof.prepare(createChallenge());
  for (const pin of refused) {
    const secrets = pin.length > 2 ? [pin] : [];
    assertCode(() => extractPin(secret, alice.id, pin), 'INVALID_PIN', secrets);
    assertCode(() => proof.finish(pin), 'INVALID_PIN', secrets);
  }
  assertCode(() => proof.finish(1234 as unknown as string), 'INVALID_PIN');
  assert.equal(proof.prepared, true, 'a typing error does not end the proof');
  proof.finish(alice.pin);
});

test('row 29: PIN 0 and the same number of other lengths work', () => {
  const zero = register('zero', '0000');
  assert.equal(verifier.verifyProof(signIn(zero)), true);
  assert.equal(verifier.verifyProof(signIn(zero, '000000')), true, 'lengths are for the client to enforce');
  assert.equal(verifier.verifyProof(signIn(zero, '0001')), false);
});

test('row 30: a wrong PIN, however near', () => {
  for (const pin of ['738292', '738290', '738301', '738281', '738391', '739291', '748291', '838291', '000000', '999999']) {
    assert.equal(verifier.verifyProof(signIn(alice, pin)), false, pin);
  }
});
