import { G1_B, P } from '../parameters.ts';
import type { Affine } from '../types.ts';
import { invert, residue } from './modular.ts';
import { Point, type LazyField } from './point.ts';

/** A point of G1 in the kernel's arithmetic. */
export type G1Point = Point<bigint>;

const B3 = 3n * G1_B;

const Fp: LazyField<bigint> = {
  zero: 0n,
  one: 1n,
  timesB3: (x) => x * B3,
  add: (x, y) => x + y,
  subtract: (x, y) => x - y,
  multiply: (x, y) => x * y,
  scale: (x, k) => x * k,
  reduce: (x) => x % P,
  isZero: (x) => x === 0n,
  invert,
  canonical: residue,
};

/** A point of G1 from coordinates that are known to satisfy y² = x³ + 2. */
export const g1Point = ({ x, y }: Affine<bigint>): G1Point => new Point(Fp, x, y);
