/** The adversarial inputs of points and keys, by number. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { MpinErrorCode } from '../../src/errors.ts';
import { bn254cx, mapIdentity, hashIdentity, validateG1, validatePublicKey, Verifier } from '../../src/protocol/index.ts';
import { P } from '../../src/protocol/parameters.ts';
import { offSubgroupPoint, squareRoot, toHexG2 } from './points.ts';
import { assertCode, scalarHex } from './support.ts';
import { register, serverSecret, signIn, verifier, type SignIn } from './world.ts';

const mallory = register('mallory', '1234');
const good = signIn(mallory);
const { decodeG1, encodeG1, encodeG2, decodeG2, multiplyPublic, generator2 } = bn254cx;
const xOf = (point: string): string => point.slice(2, 66);
const yOf = (point: string): string => point.slice(66);

/** The point must fail on its own, and in either place of a proof. */
function refusedAnywhere(point: string, code: MpinErrorCode): void {
  assertCode(() => validateG1(point), code);
  assertCode(() => verifier.verifyProof({ ...good, v: point }), code);
  assertCode(() => verifier.verifyProof({ ...good, u: point }), code);
}

/** The U for which U + y·A is the identity. */
function cancelling({ id, y }: SignIn): string {
  const a = decodeG1(mapIdentity(hashIdentity(id)), 'A');
  return encodeG1(multiplyPublic(a, BigInt(`0x${y}`)).negate());
}

test('the sign-in that the rows spoil is good', () => {
  assert.equal(verifier.verifyProof(good), true);
});

test('row 1: V is the identity in any spelling', () => {
  assertCode(() => verifier.verifyProof({ ...good, v: `04${'00'.repeat(64)}` }), 'POINT_AT_INFINITY');
  assertCode(() => verifier.verifyProof({ ...good, v: '00'.repeat(65) }), 'WRONG_PREFIX');
  assertCode(() => verifier.verifyProof({ ...good, v: '00' }), 'WRONG_LENGTH');
});

test('row 2: U is the identity in any spelling', () => {
  refusedAnywhere(`04${'00'.repeat(64)}`, 'POINT_AT_INFINITY');
  refusedAnywhere('00'.repeat(65), 'WRONG_PREFIX');
  refusedAnywhere('00', 'WRONG_LENGTH');
});

test('row 3: U = −y·A, so that the pairing would see the identity', () => {
  assert.equal(verifier.verifyProof({ ...good, u: cancelling(good) }), false);
});

test('row 4: U = −y·A and V the identity, which unchecked Miller loops accept', () => {
  const u = cancelling(good);
  assertCode(() => verifier.verifyProof({ ...good, u, v: `04${'00'.repeat(64)}` }), 'POINT_AT_INFINITY');
  assert.deepEqual(verifier.verifyBatch([{ ...good, u }, good]), [false, true]);
});

test('row 5, row 6: U or V off the curve', () => {
  const moved = `04${xOf(good.u)}${scalarHex((BigInt(`0x${yOf(good.u)}`) + 1n) % P)}`;
  refusedAnywhere(moved, 'NOT_ON_CURVE');
});

test('row 7: a point of another curve y² = x³ + b\'', () => {
  let x = 5n;
  while (squareRoot((x ** 3n + 3n) % P) === undefined) x++;
  refusedAnywhere(`04${scalarHex(x)}${scalarHex(squareRoot((x ** 3n + 3n) % P)!)}`, 'NOT_ON_CURVE');
});

test('row 8: coordinates not below p', () => {
  const raised = (coordinate: string): string => scalarHex(BigInt(`0x${coordinate}`) + P);
  refusedAnywhere(`04${raised(xOf(good.v))}${yOf(good.v)}`, 'NON_CANONICAL');
  refusedAnywhere(`04${xOf(good.v)}${raised(yOf(good.v))}`, 'NON_CANONICAL');
});

test('row 9: other prefixes in front of a good point', () => {
  for (const prefix of ['02', '03', '05', '06', '07', '00', 'ff']) {
    refusedAnywhere(prefix + good.v.slice(2), 'WRONG_PREFIX');
  }
});

test('row 10: wrong lengths and trailing bytes', () => {
  for (const point of [good.v.slice(0, -2), `${good.v}00`, good.v.slice(0, 66), good.v + good.v]) {
    refusedAnywhere(point, 'WRONG_LENGTH');
  }
});

test('row 11: spellings of hex; upper case is refused too', () => {
  const spellings = [
    good.v.slice(1), good.v.toUpperCase(), `0x${good.v}`, good.v.replaceAll('4', '٤'), good.v.replace('4', 'g'), ` ${good.v.slice(1)}`,
  ];
  for (const point of spellings) refusedAnywhere(point, 'NOT_HEX');
});

test('row 12: a public key of zeros', () => {
  assertCode(() => validatePublicKey('00'.repeat(128), serverSecret), 'POINT_AT_INFINITY');
});

test('row 13: a public key on the twist but outside G2', () => {
  for (const seed of [3n, 4n]) {
    const key = toHexG2(offSubgroupPoint(seed));
    assertCode(() => validatePublicKey(key, serverSecret), 'NOT_IN_SUBGROUP');
    assertCode(() => verifier.verifyProof({ ...good, id: { ...good.id, publicKey: key } }), 'NOT_IN_SUBGROUP');
  }
});

test('row 14: a public key in other bytes', () => {
  const key = good.id.publicKey;
  const raised = scalarHex(BigInt(`0x${key.slice(0, 64)}`) + P) + key.slice(64);
  assertCode(() => validatePublicKey(raised, serverSecret), 'NON_CANONICAL');
});

test('row 15: a public key of 127, 129 or more bytes', () => {
  const key = good.id.publicKey;
  for (const wrong of [key.slice(2), `${key}00`, key + key]) {
    assertCode(() => validatePublicKey(wrong, serverSecret), 'WRONG_LENGTH');
  }
});

test('row 16: Q, −Q, sQ and −sQ are no public keys; a multiple of sQ cannot be seen', () => {
  const secret = decodeG2(serverSecret, 'sQ');
  for (const forbidden of [generator2, generator2.negate(), secret, secret.negate()]) {
    assertCode(() => validatePublicKey(encodeG2(forbidden), serverSecret), 'FORBIDDEN_PUBLIC_KEY', [serverSecret]);
  }
  // Who holds sQ can forge under a key of his own choice: this is why the key is pinned at registration.
  const k = 12345n;
  const publicKey = encodeG2(secret.multiplyUnsafe(k));
  validatePublicKey(publicKey, serverSecret);
  const id = { mpinId: good.id.mpinId, publicKey };
  const base = decodeG1(good.u, 'U').add(multiplyPublic(decodeG1(mapIdentity(hashIdentity(id)), 'A'), BigInt(`0x${good.y}`)));
  const v = encodeG1(multiplyPublic(base, bn254cx.invertScalar(k)).negate());
  assert.equal(verifier.verifyProof({ id, u: good.u, y: good.y, v }), true, 'the attack that pinning stops');
  assert.equal(verifier.verifyProof({ ...good, v }), false, 'stopped: the registered key counts');
});

test('row 17: another identity\'s public key', () => {
  const other = register('other', '1234');
  assert.equal(verifier.verifyProof({ ...good, id: { ...good.id, publicKey: other.id.publicKey } }), false);
  assert.equal(verifier.verifyProof({ ...good, id: { mpinId: good.id.mpinId } }), false, 'nor without one');
});

test('an empty public key is not an absent one', () => {
  const a = mapIdentity(hashIdentity(good.id));
  assertCode(() => verifier.verifyProof({ ...good, a, id: { ...good.id, publicKey: '' } }), 'WRONG_LENGTH');
});

test('a malformed server secret is refused when the verifier is made', () => {
  assertCode(() => new Verifier(serverSecret.slice(2)), 'WRONG_LENGTH', [serverSecret.slice(2)]);
  assertCode(() => new Verifier(toHexG2(offSubgroupPoint(5n))), 'NOT_IN_SUBGROUP');
  assertCode(() => new Verifier(encodeG2(generator2)), 'DEGENERATE');
  assertCode(() => new Verifier(encodeG2(generator2.negate())), 'DEGENERATE');
  assertCode(() => validatePublicKey(good.id.publicKey, '00'.repeat(128)), 'POINT_AT_INFINITY');
});
