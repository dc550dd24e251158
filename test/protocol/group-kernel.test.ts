/** The kernel's groups against noble's, operation by operation: what clients compute, and what checks it. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { clientCurve as kernel } from '../../src/protocol/bn254cx.ts';
import { nobleCurve as noble } from '../../src/protocol/noble-curve.ts';
import { g1Point, type G1Point } from '../../src/protocol/kernel/g1.ts';
import type { G2Point } from '../../src/protocol/kernel/g2.ts';
import { invert, power, residue } from '../../src/protocol/kernel/modular.ts';
import { multiplySecret } from '../../src/protocol/kernel/multiply.ts';
import { GLV_LAMBDA, P, R } from '../../src/protocol/parameters.ts';

const scalar = fc.bigInt({ min: 1n, max: R - 1n });
const EDGES = [1n, 2n, 3n, 4n, 15n, 16n, 17n, 255n, 1n << 127n, (1n << 253n) - 1n, GLV_LAMBDA, R - GLV_LAMBDA, R >> 1n, (R >> 1n) + 1n, R - 16n, R - 3n, R - 2n, R - 1n];

const nobleG1 = (k: bigint) => noble.multiplyPublic(noble.generator1, k);
const nobleG2 = (k: bigint) => noble.generator2.multiplyUnsafe(k);
/** The point as it travels. */
const told = (k: bigint): G1Point => kernel.decodeG1(noble.encodeG1(nobleG1(k)), 'P');
/** The same point far from affine: other coordinates, and other signs of them. */
const stretched = (point: G1Point, factor: bigint): G1Point => point.rerandomise(factor).negate().negate();

function agree(mine: G1Point, theirs: ReturnType<typeof nobleG1>): void {
  assert.equal(mine.is0(), theirs.is0());
  if (!theirs.is0()) assert.equal(kernel.encodeG1(mine), noble.encodeG1(theirs));
}

test('both have the same generators, name and order', () => {
  assert.equal(kernel.encodeG1(kernel.generator1), noble.encodeG1(noble.generator1));
  assert.equal(kernel.encodeG2(kernel.generator2), noble.encodeG2(noble.generator2));
  assert.deepEqual([kernel.name, kernel.order], [noble.name, noble.order]);
});

test('hundreds of sums, differences and doubles in G1', () => {
  fc.assert(fc.property(scalar, scalar, scalar, (a, b, factor) => {
    const [mine, other] = [stretched(told(a), factor), told(b)];
    const [theirs, theirOther] = [nobleG1(a), nobleG1(b)];
    agree(mine.add(other), theirs.add(theirOther));
    agree(mine.add(other.negate()), theirs.add(theirOther.negate()));
    agree(mine.double().add(other).double(), theirs.double().add(theirOther).double());
    assert.equal(mine.equals(other), theirs.equals(theirOther));
    assert.ok(mine.equals(told(a)));
  }), { numRuns: 150 });
});

test('the identity, equal and opposite points go through the same formulas', () => {
  for (const k of EDGES) {
    const point = stretched(told(k), 0x1234567n);
    const zero = point.add(point.negate());
    assert.equal(zero.is0(), true);
    assert.equal(zero.double().is0(), true);
    assert.equal(zero.add(zero).is0(), true);
    assert.equal(zero.negate().is0(), true);
    for (const sum of [zero.add(point), point.add(zero), zero.double().add(point)]) assert.ok(sum.equals(point));
    assert.ok(point.add(point).equals(point.double()));
    assert.equal(point.equals(point.negate()), false);
    assert.equal(point.is0(), false);
    agree(point.add(point), nobleG1(k).double());
  }
});

test('multiplication by secret and public scalars in G1, edges and hundreds of random ones', () => {
  const both = (k: bigint, base: bigint): void => {
    const theirs = noble.multiplyPublic(nobleG1(base), k);
    agree(kernel.multiply(told(base), k), theirs);
    agree(kernel.multiplyPublic(told(base), k), theirs);
  };
  for (const k of EDGES) both(k, 0xabcdefn);
  fc.assert(fc.property(scalar, scalar, both), { numRuns: 100 });
});

test('the key pair\'s multiplication in G2, edges and random scalars', () => {
  for (const k of EDGES) assert.equal(kernel.encodeG2(kernel.multiplyGenerator2(k)), noble.encodeG2(nobleG2(k)));
  fc.assert(fc.property(scalar, (k) => {
    assert.equal(kernel.encodeG2(kernel.multiplyGenerator2(k)), noble.encodeG2(nobleG2(k)));
  }), { numRuns: 60 });
});

test('sums in G2, the identity and equal points among them', () => {
  const q: G2Point = kernel.generator2;
  const zero = q.add(q.negate());
  assert.equal(zero.is0(), true);
  assert.ok(zero.add(q).equals(q));
  assert.ok(q.add(q).equals(q.double()));
  fc.assert(fc.property(scalar, scalar, (a, b) => {
    const [mine, theirs] = [[a, b].map((k) => kernel.multiplyGenerator2(k)), [a, b].map(nobleG2)] as const;
    assert.equal(kernel.encodeG2(mine[0]!.add(mine[1]!).double()), noble.encodeG2(theirs[0]!.add(theirs[1]!).double()));
  }), { numRuns: 20 });
});

test('a multiplication by r gives the identity, and one by r + 1 the point', () => {
  const point = told(99n);
  assert.equal(multiplySecret(point, R, 1n << 90n).is0(), true);
  assert.ok(multiplySecret(point, R + 1n, 1n << 90n).equals(point));
});

test('hashing to G1 and the inverse of a scalar', () => {
  for (let i = 0; i < 100; i++) {
    const digest = createHash('sha256').update(`identity ${i}`).digest();
    assert.equal(kernel.encodeG1(kernel.hashToG1(digest)), noble.encodeG1(noble.hashToG1(digest)));
  }
  for (const k of EDGES) assert.equal(kernel.invertScalar(k), noble.invertScalar(k));
  fc.assert(fc.property(scalar, (k) => {
    assert.equal((kernel.invertScalar(k) * k) % R, 1n);
  }), { numRuns: 100 });
});

test('arithmetic modulo p takes every representative', () => {
  const any = fc.bigInt({ min: -(P ** 2n), max: P ** 2n });
  fc.assert(fc.property(any, fc.bigInt({ min: 0n, max: P }), (value, exponent) => {
    const canonical = residue(value);
    assert.ok(canonical >= 0n && canonical < P && (canonical - value) % P === 0n);
    if (canonical !== 0n) assert.equal((invert(value) * canonical) % P, 1n);
    assert.equal(power(canonical, exponent), powerUpwards(canonical, exponent));
  }), { numRuns: 60 });
  assert.equal(power(5n, 0n), 1n);
  assert.deepEqual([invert(1n), invert(P - 1n), invert(-1n)], [1n, P - 1n, P - 1n]);
});

/** The exponent's bits from the least one up, the other way round than the kernel takes them. */
function powerUpwards(base: bigint, exponent: bigint): bigint {
  let result = 1n;
  for (let rest = exponent, square = base; rest > 0n; rest >>= 1n, square = (square * square) % P) {
    if ((rest & 1n) === 1n) result = (result * square) % P;
  }
  return result;
}

test('a point in other coordinates is the same point', () => {
  const point = g1Point(told(5n).toAffine());
  for (const factor of [1n, 2n, P - 1n, R]) assert.ok(kernel.rerandomise(point, factor).equals(point));
});
