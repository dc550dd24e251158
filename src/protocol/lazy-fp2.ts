/**
 * Fp2 with lazy reduction, for public values only: sums are never reduced, and products once, when the caller says so.
 * A coordinate is any signed representative, a few times p at most; BigInt cannot overflow, so that laziness is a
 * matter of speed and never of correctness.
 */
import type { Fp2Element } from './fp2.ts';
import { P } from './parameters.ts';

/** x + y. */
export const add2 = (x: Fp2Element, y: Fp2Element): Fp2Element => ({ c0: x.c0 + y.c0, c1: x.c1 + y.c1 });

/** x − y. */
export const sub2 = (x: Fp2Element, y: Fp2Element): Fp2Element => ({ c0: x.c0 - y.c0, c1: x.c1 - y.c1 });

/** −x. */
export const negate2 = (x: Fp2Element): Fp2Element => ({ c0: -x.c0, c1: -x.c1 });

/** ξ·x with ξ = 1 + i. */
export const timesXi = (x: Fp2Element): Fp2Element => ({ c0: x.c0 - x.c1, c1: x.c0 + x.c1 });

/** The representative between −p and p of each coordinate. */
export const reduce2 = (x: Fp2Element): Fp2Element => ({ c0: x.c0 % P, c1: x.c1 % P });

/** x·y in twice the width, not reduced: three multiplications (Karatsuba). */
export function product2(x: Fp2Element, y: Fp2Element): Fp2Element {
  const real = x.c0 * y.c0;
  const imaginary = x.c1 * y.c1;
  return { c0: real - imaginary, c1: (x.c0 + x.c1) * (y.c0 + y.c1) - real - imaginary };
}

/** x² in twice the width, not reduced: two multiplications. */
export function square2(x: Fp2Element): Fp2Element {
  return { c0: (x.c0 + x.c1) * (x.c0 - x.c1), c1: (x.c0 + x.c0) * x.c1 };
}

/** x·k for a k in Fp, reduced. */
export const scale2 = (x: Fp2Element, k: bigint): Fp2Element => ({ c0: (x.c0 * k) % P, c1: (x.c1 * k) % P });
