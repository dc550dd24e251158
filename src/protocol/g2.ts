import { weierstrass, type WeierstrassPoint } from '@noble/curves/abstract/weierstrass.js';
import { Fr } from './fields.ts';
import { Fp2, type Fp2Element } from './fp2.ts';
import { G2_GENERATOR } from './parameters-g2.ts';
import { P, R, U_ABS } from './parameters.ts';

/** A point of the twist; of G2 only once `isInG2` says so. */
export type G2Point = WeierstrassPoint<Fp2Element>;

const [X_RE, X_IM, Y_RE, Y_IM] = G2_GENERATOR;

/** The D-type twist y² = x³ + 2/(1+i) = x³ + (1 − i) over Fp2; its points of order r are G2. */
export const G2 = weierstrass<Fp2Element>(
  {
    p: Fp2.ORDER, n: R, h: 2n * P - R, a: Fp2.ZERO, b: { c0: 1n, c1: P - 1n },
    Gx: { c0: X_RE, c1: X_IM }, Gy: { c0: Y_RE, c1: Y_IM },
  },
  { Fp: Fp2, Fn: Fr, isTorsionFree: (_, point) => isInG2(point) },
);

// noble would build a table of 1400 points at the generator's first multiplication, which a trust authority that makes
// one server share never earns back. Window size 1 means no table, and keeps the blinding that noble grants the
// generator alone.
G2.BASE.precompute(1);

const XI = { c0: 1n, c1: 1n };
const PSI_X = Fp2.pow(XI, (P - 1n) / 3n);
const PSI_Y = Fp2.pow(XI, (P - 1n) / 2n);

/**
 * ψ, the Frobenius of the curve carried to its twist; on G2 it multiplies by p (Galbraith, Scott 2008). It acts on
 * affine coordinates, and on projective ones with Z conjugated.
 */
export function psiCoordinates(x: Fp2Element, y: Fp2Element): [Fp2Element, Fp2Element] {
  return [Fp2.mul(Fp2.conjugate(x), PSI_X), Fp2.mul(Fp2.conjugate(y), PSI_Y)];
}

/** ψ of a point. */
export function psi(point: G2Point): G2Point {
  const [x, y] = psiCoordinates(point.X, point.Y);
  return new G2(x, y, Fp2.conjugate(point.Z));
}

/**
 * Whether a point of the twist has order r (or is the identity): [u+1]P + ψ([u]P) + ψ²([u]P) = ψ³([2u]P), which costs
 * one multiplication by a 63-bit number (Dai, Lin, Zhao, Zhou 2022, "Fast subgroup membership testings").
 */
export function isInG2(point: G2Point): boolean {
  const uP = point.multiplyUnsafe(U_ABS).negate();
  const psiUP = psi(uP);
  const left = uP.add(point).add(psiUP).add(psi(psiUP));
  return left.equals(psi(psi(psi(uP.double()))));
}
