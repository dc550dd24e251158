import { weierstrass, type WeierstrassPoint } from '@noble/curves/abstract/weierstrass.js';
import { Fp, Fr } from './fields.ts';
import { G1_B, GLV_BASIS, GLV_BETA, P, R } from './parameters.ts';

/** A point of G1. */
export type G1Point = WeierstrassPoint<bigint>;

/** G1: y² = x³ + 2 over Fp, cofactor 1. The endomorphism speeds `multiplyUnsafe`, for public scalars alone. */
export const G1 = weierstrass<bigint>(
  { p: P, n: R, h: 1n, a: 0n, b: G1_B, Gx: P - 1n, Gy: 1n },
  { Fp, Fn: Fr, endo: { beta: GLV_BETA, basises: GLV_BASIS } },
);

/** φ(x, y) = (βx, y), which multiplies by λ. */
export function endomorphism(point: G1Point): G1Point {
  return new G1(Fp.mul(point.X, GLV_BETA), point.Y, point.Z);
}
