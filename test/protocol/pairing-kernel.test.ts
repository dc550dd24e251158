/** Our lazily reduced pairing against noble's, operation by operation. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import * as kernel from '../../src/protocol/fp12.ts';
import type { Fp12Element } from '../../src/protocol/fp12.ts';
import { finalExponentiation } from '../../src/protocol/final-exponentiation.ts';
import { nonAdjacentForm } from '../../src/protocol/naf.ts';
import { P, R } from '../../src/protocol/parameters.ts';
import { bn254cx, pairing } from '../../src/protocol/pairing.ts';
import { nobleFp12, noblePairing } from './noble-pairing.ts';

function fromCoordinates(values: readonly bigint[]): Fp12Element {
  const fp2 = (at: number): { c0: bigint; c1: bigint } => ({ c0: values[at]!, c1: values[at + 1]! });
  const fp6 = (at: number): Fp12Element['c0'] => ({ c0: fp2(at), c1: fp2(at + 2), c2: fp2(at + 4) });
  return { c0: fp6(0), c1: fp6(6) };
}

/** Field elements, the edges of the range among them. */
const coordinate = fc.oneof(fc.bigInt({ min: 0n, max: P - 1n }), fc.constantFrom(0n, 1n, P - 1n));
const element = fc.array(coordinate, { minLength: 12, maxLength: 12 }).map(fromCoordinates);
const invertible = element.filter((x) => !nobleFp12.is0(x));
const scalar = fc.bigInt({ min: 1n, max: R - 1n });

/** Asserts that both results are the same element. */
function same(ours: Fp12Element, theirs: Fp12Element): void {
  assert.deepEqual(kernel.canonical(ours), theirs);
}

test('products, squares and conjugates equal noble\'s', () => {
  fc.assert(fc.property(element, element, (x, y) => {
    same(kernel.multiply(x, y), nobleFp12.mul(x, y));
    same(kernel.square(x), nobleFp12.sqr(x));
    same(kernel.conjugate(x), nobleFp12.conjugate(x));
  }), { numRuns: 200 });
});

test('inverses and Frobenius powers equal noble\'s', () => {
  fc.assert(fc.property(invertible, (x) => {
    same(kernel.invert(x), nobleFp12.inv(x));
    for (const power of [1, 2, 3] as const) same(kernel.frobenius(x, power), nobleFp12.frobeniusMap(x, power));
  }), { numRuns: 50 });
});

test('a product with a line is a product with its sparse element', () => {
  fc.assert(fc.property(element, element, (x, { c0: { c0: a, c1: b } }) => {
    const line = { c0: kernel.ONE.c0, c1: { ...kernel.ONE.c1, c0: a, c1: b } };
    same(kernel.multiplyByLine(x, a, b), nobleFp12.mul(x, line));
  }), { numRuns: 200 });
});

test('the final exponentiation equals noble\'s, and lands where squares are cyclotomic', () => {
  fc.assert(fc.property(invertible, (x) => {
    const power = finalExponentiation(x);
    same(power, nobleFp12.finalExponentiate(x));
    same(kernel.cyclotomicSquare(power), nobleFp12.sqr(kernel.canonical(power)));
  }), { numRuns: 10 });
});

test('results that were never reduced in between stay right', () => {
  fc.assert(fc.property(element, (x) => {
    let [ours, theirs] = [x, x];
    for (let i = 0; i < 50; i++) {
      ours = kernel.multiply(kernel.conjugate(kernel.square(ours)), ours);
      theirs = nobleFp12.mul(nobleFp12.conjugate(nobleFp12.sqr(theirs)), theirs);
    }
    same(ours, theirs);
  }), { numRuns: 10 });
});

test('only 1 is 1', () => {
  assert.equal(kernel.isOne(kernel.ONE), true);
  fc.assert(fc.property(element, (x) => {
    assert.equal(kernel.isOne(x), nobleFp12.eql(x, nobleFp12.ONE));
  }));
  for (let index = 0; index < 12; index++) {
    const values = Array.from({ length: 12 }, (_, i) => (i === index ? 1n : 0n));
    values[0]! += 1n;
    const x = fromCoordinates(values);
    assert.equal(kernel.isOne(x), false, `coordinate ${index}`);
  }
});

test('the pairing equals noble\'s', () => {
  const { generator1, generator2 } = bn254cx;
  for (const k of [1n, 2n, R - 1n]) {
    assert.deepEqual(pairing(generator1.multiplyUnsafe(k), generator2), noblePairing(generator1.multiplyUnsafe(k), generator2));
  }
  fc.assert(fc.property(scalar, scalar, (a, b) => {
    const [p, q] = [generator1.multiplyUnsafe(a), generator2.multiplyUnsafe(b)];
    assert.deepEqual(pairing(p, q), noblePairing(p, q));
  }), { numRuns: 20 });
});

test('signed digits add up to the number, and no two neighbours are both set', () => {
  fc.assert(fc.property(fc.bigInt({ min: 1n, max: 2n ** 80n }), (value) => {
    const digits = nonAdjacentForm(value);
    assert.equal(digits.reduce((sum, digit) => 2n * sum + BigInt(digit), 0n), value);
    assert.ok(digits.every((digit, i) => digit === 0 || (digits[i + 1] ?? 0) === 0));
  }));
});
