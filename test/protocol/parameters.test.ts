import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { Fp2 } from '../../src/protocol/fp2.ts';
import { endomorphism, G1 } from '../../src/protocol/g1.ts';
import { G2, isInG2, psi } from '../../src/protocol/g2.ts';
import { GLV_BASIS, GLV_BETA, GLV_LAMBDA, P, R, U_ABS } from '../../src/protocol/parameters.ts';
import { bn254cx, pairing } from '../../src/protocol/pairing.ts';
import { assertCode } from './support.ts';
import { offSubgroupPoint, toHexG2 } from './points.ts';

const U = -U_ABS;
const scalar = fc.bigInt({ min: 1n, max: R - 1n });
const runs = { numRuns: 12 };

test('p and r come from u as in every Barreto-Naehrig curve', () => {
  assert.equal(P, 36n * U ** 4n + 36n * U ** 3n + 24n * U ** 2n + 6n * U + 1n);
  assert.equal(R, 36n * U ** 4n + 36n * U ** 3n + 18n * U ** 2n + 6n * U + 1n);
  assert.equal(P % 8n, 3n);
});

test('the twist\'s constant is 2/(1+i), and both generators have order r', () => {
  assert.ok(Fp2.eql(Fp2.mul(G2.CURVE().b, { c0: 1n, c1: 1n }), { c0: 2n, c1: 0n }));
  G1.BASE.assertValidity();
  assert.ok(G1.BASE.multiplyUnsafe(R - 1n).equals(G1.BASE.negate()));
  assert.ok(G2.BASE.multiplyUnsafe(R - 1n).equals(G2.BASE.negate()));
});

test('the constants of the endomorphism are what they must be', () => {
  assert.equal(GLV_BETA ** 3n % P, 1n);
  assert.notEqual(GLV_BETA, 1n);
  assert.equal((GLV_LAMBDA ** 2n + GLV_LAMBDA + 1n) % R, 0n);
  for (const [a, b] of GLV_BASIS) assert.equal((a + b * GLV_LAMBDA) % R, 0n);
  const [[a1, b1], [a2, b2]] = GLV_BASIS;
  assert.equal(a1 * b2 - a2 * b1, R, 'the rows span the lattice');
  assert.ok(endomorphism(G1.BASE).equals(G1.BASE.multiplyUnsafe(GLV_LAMBDA)));
});

test('multiplication by public scalars equals the blinded one, and the short one its definition', () => {
  for (const k of [1n, 2n, R - 1n, GLV_LAMBDA, R - GLV_LAMBDA, (R + 1n) / 2n]) {
    assert.ok(bn254cx.multiplyPublic(bn254cx.generator1, k).equals(bn254cx.multiply(bn254cx.generator1, k)));
  }
  fc.assert(fc.property(scalar, scalar, (k, m) => {
    const point = bn254cx.multiplyPublic(bn254cx.generator1, k);
    assert.ok(bn254cx.multiplyPublic(point, m).equals(bn254cx.multiply(point, m)));
    const halves = [k & 0xffff_ffff_ffff_ffffn, m & 0xffff_ffff_ffff_ffffn] as const;
    const whole = (halves[0] + GLV_LAMBDA * halves[1]) % R;
    assert.ok(bn254cx.multiplyShort(point, halves).equals(bn254cx.multiplyPublic(point, whole)));
  }), runs);
});

test('ψ multiplies G2 by p, and the fast membership test agrees with multiplication by r', () => {
  const inside = G2.BASE.multiplyUnsafe(123456789n);
  assert.ok(psi(inside).equals(inside.multiplyUnsafe(P % R)));
  assert.equal(isInG2(inside), true);
  for (const seed of [1n, 2n, 3n]) {
    const outside = offSubgroupPoint(seed);
    const timesR = outside.multiplyUnsafe(R - 1n).add(outside);
    assert.equal(timesR.is0(), false);
    assert.equal(isInG2(outside), false);
    assert.equal(isInG2(outside.add(inside)), false);
    // R·point lies in the other subgroup of the twist, of order 2p − r.
    assert.equal(isInG2(timesR), false);
    assertCode(() => bn254cx.decodeG2(toHexG2(outside), 'Pa'), 'NOT_IN_SUBGROUP');
  }
});

test('the pairing is bilinear and not degenerate', () => {
  const { generator1: g1, generator2: g2 } = bn254cx;
  const one = (pairs: readonly (readonly [typeof g2, typeof g1])[]): boolean =>
    bn254cx.productIsOne(pairs.map(([q, p]) => [bn254cx.lines(q), p] as const));
  assert.equal(one([[g2, g1]]), false);
  assert.equal(one([[g2, g1], [g2, g1.negate()]]), true);
  fc.assert(fc.property(scalar, scalar, (a, b) => {
    const [aP, bQ] = [g1.multiplyUnsafe(a), g2.multiplyUnsafe(b)];
    assert.equal(one([[bQ, aP], [g2, g1.multiplyUnsafe((a * b) % R).negate()]]), true);
    assert.equal(one([[bQ, aP], [g2, g1.multiplyUnsafe((a * b + 1n) % R).negate()]]), false);
  }), runs);
  assert.deepEqual(pairing(g1.double(), g2), pairing(g1, g2.double()));
});

test('the pairing of the identity is refused, not taken for 1', () => {
  const { lines, productIsOne, generator1, generator2 } = bn254cx;
  assertCode(() => productIsOne([[lines(generator2), generator1.add(generator1.negate())]]), 'POINT_AT_INFINITY');
});
