import type { Fp2Element } from '../fp2.ts';
import { add2, product2, reduce2, sub2 } from '../lazy-fp2.ts';
import { G2_GENERATOR } from '../parameters-g2.ts';
import { invert, residue } from './modular.ts';
import { Point, type LazyField } from './point.ts';

/** A point of G2 in the kernel's arithmetic. */
export type G2Point = Point<Fp2Element>;

const canonical = ({ c0, c1 }: Fp2Element): Fp2Element => ({ c0: residue(c0), c1: residue(c1) });

const Fp2: LazyField<Fp2Element> = {
  zero: { c0: 0n, c1: 0n },
  one: { c0: 1n, c1: 0n },
  // b = 1 − i.
  timesB3: ({ c0, c1 }) => ({ c0: 3n * (c0 + c1), c1: 3n * (c1 - c0) }),
  add: add2,
  subtract: sub2,
  multiply: product2,
  scale: ({ c0, c1 }, k) => ({ c0: c0 * k, c1: c1 * k }),
  reduce: reduce2,
  isZero: ({ c0, c1 }) => c0 === 0n && c1 === 0n,
  invert({ c0, c1 }) {
    const norm = invert(c0 * c0 + c1 * c1);
    return canonical({ c0: c0 * norm, c1: -c1 * norm });
  },
  canonical,
};

const [X_RE, X_IM, Y_RE, Y_IM] = G2_GENERATOR;

/** The generator Q of G2. */
export const GENERATOR2: G2Point = new Point(Fp2, { c0: X_RE, c1: X_IM }, { c0: Y_RE, c1: Y_IM });
