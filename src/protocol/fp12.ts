/**
 * The field of pairing values, Fp12 = Fp6(w) over Fp6 = Fp2(v), v³ = 1 + i and w² = v, with one reduction for each
 * coordinate of a result (lazy-fp2.ts). Only public values come here: the time depends on them. Tests hold it to
 * noble's tower, which reduces after every step.
 */
import { Fp } from './fields.ts';
import { Fp2, type Fp2Element } from './fp2.ts';
import { add2, negate2, product2, reduce2, square2, sub2, timesXi } from './lazy-fp2.ts';
import { P } from './parameters.ts';

export interface Fp6Element {
  readonly c0: Fp2Element;
  readonly c1: Fp2Element;
  readonly c2: Fp2Element;
}

export interface Fp12Element {
  readonly c0: Fp6Element;
  readonly c1: Fp6Element;
}

const XI: Fp2Element = { c0: 1n, c1: 1n };

const add6 = (x: Fp6Element, y: Fp6Element): Fp6Element =>
  ({ c0: add2(x.c0, y.c0), c1: add2(x.c1, y.c1), c2: add2(x.c2, y.c2) });
const sub6 = (x: Fp6Element, y: Fp6Element): Fp6Element =>
  ({ c0: sub2(x.c0, y.c0), c1: sub2(x.c1, y.c1), c2: sub2(x.c2, y.c2) });
const negate6 = (x: Fp6Element): Fp6Element => ({ c0: negate2(x.c0), c1: negate2(x.c1), c2: negate2(x.c2) });
const timesV = (x: Fp6Element): Fp6Element => ({ c0: timesXi(x.c2), c1: x.c0, c2: x.c1 });
const reduce6 = (x: Fp6Element): Fp6Element => ({ c0: reduce2(x.c0), c1: reduce2(x.c1), c2: reduce2(x.c2) });

/** Not reduced: six products in Fp2 (Karatsuba). */
function product6(x: Fp6Element, y: Fp6Element): Fp6Element {
  const p0 = product2(x.c0, y.c0);
  const p1 = product2(x.c1, y.c1);
  const p2 = product2(x.c2, y.c2);
  const p12 = product2(add2(x.c1, x.c2), add2(y.c1, y.c2));
  const p01 = product2(add2(x.c0, x.c1), add2(y.c0, y.c1));
  const p02 = product2(add2(x.c0, x.c2), add2(y.c0, y.c2));
  return {
    c0: add2(p0, timesXi(sub2(sub2(p12, p1), p2))),
    c1: add2(sub2(sub2(p01, p0), p1), timesXi(p2)),
    c2: add2(sub2(sub2(p02, p0), p2), p1),
  };
}

/** x·(a + b·v), not reduced: five products in Fp2. */
function sparseProduct6(x: Fp6Element, a: Fp2Element, b: Fp2Element): Fp6Element {
  const p0 = product2(x.c0, a);
  const p1 = product2(x.c1, b);
  return {
    c0: add2(p0, timesXi(sub2(product2(add2(x.c1, x.c2), b), p1))),
    c1: sub2(sub2(product2(add2(x.c0, x.c1), add2(a, b)), p0), p1),
    c2: add2(sub2(product2(add2(x.c0, x.c2), a), p0), p1),
  };
}

function invert6(x: Fp6Element): Fp6Element {
  const t0 = reduce2(sub2(square2(x.c0), timesXi(product2(x.c1, x.c2))));
  const t1 = reduce2(sub2(timesXi(square2(x.c2)), product2(x.c0, x.c1)));
  const t2 = reduce2(sub2(square2(x.c1), product2(x.c0, x.c2)));
  const norm = add2(product2(x.c0, t0), timesXi(add2(product2(x.c2, t1), product2(x.c1, t2))));
  const inverse = Fp2.inv(canonical2(norm));
  return { c0: Fp2.mul(inverse, t0), c1: Fp2.mul(inverse, t1), c2: Fp2.mul(inverse, t2) };
}

const canonical2 = (x: Fp2Element): Fp2Element => ({ c0: Fp.create(x.c0), c1: Fp.create(x.c1) });
const canonical6 = (x: Fp6Element): Fp6Element =>
  ({ c0: canonical2(x.c0), c1: canonical2(x.c1), c2: canonical2(x.c2) });

const ZERO6: Fp6Element = { c0: Fp2.ZERO, c1: Fp2.ZERO, c2: Fp2.ZERO };

/** 1. */
export const ONE: Fp12Element = { c0: { ...ZERO6, c0: Fp2.ONE }, c1: ZERO6 };

/** The representative with every coordinate in [0, p). */
export function canonical(x: Fp12Element): Fp12Element {
  return { c0: canonical6(x.c0), c1: canonical6(x.c1) };
}

/** Whether x is 1. */
export function isOne({ c0, c1 }: Fp12Element): boolean {
  const rest = [c0.c1, c0.c2, c1.c0, c1.c1, c1.c2];
  return (c0.c0.c0 - 1n) % P === 0n && c0.c0.c1 % P === 0n && rest.every((x) => x.c0 % P === 0n && x.c1 % P === 0n);
}

/** x·y. */
export function multiply(x: Fp12Element, y: Fp12Element): Fp12Element {
  const p0 = product6(x.c0, y.c0);
  const p1 = product6(x.c1, y.c1);
  const cross = product6(add6(x.c0, x.c1), add6(y.c0, y.c1));
  return { c0: reduce6(add6(p0, timesV(p1))), c1: reduce6(sub6(sub6(cross, p0), p1)) };
}

/** x². */
export function square(x: Fp12Element): Fp12Element {
  const half = product6(x.c0, x.c1);
  const whole = product6(add6(x.c0, x.c1), add6(x.c0, timesV(x.c1)));
  return { c0: reduce6(sub6(sub6(whole, half), timesV(half))), c1: reduce6(add6(half, half)) };
}

/** x·(1 + (a + b·v)·w), the shape of a line once its constant term is 1. */
export function multiplyByLine(x: Fp12Element, a: Fp2Element, b: Fp2Element): Fp12Element {
  return {
    c0: reduce6(add6(x.c0, timesV(sparseProduct6(x.c1, a, b)))),
    c1: reduce6(add6(x.c1, sparseProduct6(x.c0, a, b))),
  };
}

/** The conjugate over Fp6, which is also the p⁶-th power, and the inverse of elements of norm 1. */
export function conjugate(x: Fp12Element): Fp12Element {
  return { c0: x.c0, c1: negate6(x.c1) };
}

/** 1/x. */
export function invert(x: Fp12Element): Fp12Element {
  const norm = reduce6(sub6(product6(x.c0, x.c0), timesV(product6(x.c1, x.c1))));
  const inverse = invert6(norm);
  return { c0: reduce6(product6(x.c0, inverse)), c1: reduce6(negate6(product6(x.c1, inverse))) };
}

/** x² for x of the cyclotomic subgroup, half the work of `square` (Granger, Scott 2010, section 3.2). */
export function cyclotomicSquare({ c0, c1 }: Fp12Element): Fp12Element {
  const [a, b] = square4(c0.c0, c1.c1);
  const [c, d] = square4(c1.c0, c0.c2);
  const [e, f] = square4(c0.c1, c1.c2);
  return {
    c0: { c0: less(a, c0.c0), c1: less(c, c0.c1), c2: less(e, c0.c2) },
    c1: { c0: more(timesXi(f), c1.c0), c1: more(b, c1.c1), c2: more(d, c1.c2) },
  };
}

/** (x + y·s)² with s² = 1 + i, not reduced. */
function square4(x: Fp2Element, y: Fp2Element): [Fp2Element, Fp2Element] {
  const xx = square2(x);
  const yy = square2(y);
  return [add2(xx, timesXi(yy)), sub2(sub2(square2(add2(x, y)), xx), yy)];
}

/** 3x − 2y. */
function less(x: Fp2Element, y: Fp2Element): Fp2Element {
  const difference = sub2(x, y);
  return reduce2(add2(add2(difference, difference), x));
}

/** 3x + 2y. */
function more(x: Fp2Element, y: Fp2Element): Fp2Element {
  const sum = add2(x, y);
  return reduce2(add2(add2(sum, sum), x));
}

/** ξ^(n·(p^k − 1)/6) for n = 0 … 5: what the p^k-th power does to wⁿ. */
const FROBENIUS = [1n, 2n, 3n].map((k) =>
  [0n, 1n, 2n, 3n, 4n, 5n].map((n) => Fp2.pow(XI, (n * (P ** k - 1n)) / 6n)),
);

/** x to the power p^k. */
export function frobenius({ c0, c1 }: Fp12Element, k: 1 | 2 | 3): Fp12Element {
  const factors = FROBENIUS[k - 1]!;
  const image = (x: Fp2Element, n: number): Fp2Element =>
    reduce2(product2(k === 2 ? x : { c0: x.c0, c1: -x.c1 }, factors[n]!));
  return {
    c0: { c0: image(c0.c0, 0), c1: image(c0.c1, 2), c2: image(c0.c2, 4) },
    c1: { c0: image(c1.c0, 1), c1: image(c1.c1, 3), c2: image(c1.c2, 5) },
  };
}
