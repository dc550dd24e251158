/** The pairing on noble's tower and Miller loop: slower, audited, and the one that ours is held to. */
import { blsBasic, type BlsPostPrecomputeFn } from '@noble/curves/abstract/bls.js';
import { tower12, type Fp12, type Fp2 } from '@noble/curves/abstract/tower.js';
import { Fr } from '../../src/protocol/fields.ts';
import { G1, type G1Point } from '../../src/protocol/g1.ts';
import { G2, psiCoordinates, type G2Point } from '../../src/protocol/g2.ts';
import { P, U_ABS } from '../../src/protocol/parameters.ts';

/** The tower Fp2(v, w): v³ = 1 + i, w² = v. Its Fp2 has the same elements as ours. */
const tower = tower12({
  ORDER: P,
  X_LEN: 63,
  FP2_NONRESIDUE: [1n, 1n],
  Fp2mulByB: multiplyByTwistConstant,
  Fp12finalExponentiate: finalExponentiation,
});

/** The twist's constant is 1 − i. */
function multiplyByTwistConstant({ c0, c1 }: Fp2): Fp2 {
  return { c0: tower.Fp.add(c0, c1), c1: tower.Fp.sub(c1, c0) };
}

/** f² in the cyclotomic subgroup (Granger, Scott 2010), a third of the cost of a squaring elsewhere. */
function cyclotomicSquare(f: Fp12): Fp12 {
  return tower.Fp12['_cyclotomicSquare'](f);
}

/** f^|u| in the cyclotomic subgroup. */
function powerOfU(f: Fp12): Fp12 {
  return tower.Fp12['_cyclotomicExp'](f, U_ABS);
}

/**
 * f^((p¹² − 1)/r · c) with c a number prime to r, after Fuentes-Castañeda, Knapp and Rodríguez-Henríquez (2011),
 * "Faster hashing to G2", section 5. Where they raise to u, a negative u makes it the conjugate of f^|u|.
 */
function finalExponentiation(f: Fp12): Fp12 {
  const { Fp12 } = tower;
  const easy = Fp12.mul(Fp12.conjugate(f), Fp12.inv(f));
  const g = Fp12.mul(Fp12.frobeniusMap(easy, 2), easy);
  // g^(−u), g^(−2u) and so on: −u is |u|.
  const a = cyclotomicSquare(powerOfU(g));
  const b = Fp12.mul(cyclotomicSquare(a), a);
  const c = powerOfU(b);
  const d = powerOfU(cyclotomicSquare(c));
  const e = Fp12.mul(Fp12.mul(Fp12.conjugate(d), c), Fp12.conjugate(b));
  const h = Fp12.mul(e, a);
  const constant = Fp12.mul(Fp12.mul(e, c), g);
  const first = Fp12.mul(Fp12.frobeniusMap(h, 1), constant);
  const second = Fp12.mul(Fp12.frobeniusMap(e, 2), first);
  return Fp12.mul(Fp12.frobeniusMap(Fp12.mul(Fp12.conjugate(g), h), 3), second);
}

/**
 * The last two additions of the optimal ate pairing. For a negative u the loop has run over |6u + 2|, so the points
 * added are −ψ(Q) and +ψ²(Q), before the conjugation that makes up for the sign (docs/protocol.md 9.1).
 */
const lastAdditions: BlsPostPrecomputeFn = (Rx, Ry, Rz, Qx, Qy, add) => {
  const [x1, y1] = psiCoordinates(Qx, Qy);
  const [x2, y2] = psiCoordinates(x1, y1);
  const next = add(Rx, Ry, Rz, x1, tower.Fp2.neg(y1));
  add(next.Rx, next.Ry, next.Rz, x2, y2);
};

/** The tower, for comparing single operations. */
export const { Fp12: nobleFp12 } = tower;

const engine = blsBasic({ ...tower, Fr }, G1, G2, {
  ateLoopSize: 6n * U_ABS - 2n,
  xNegative: true,
  twistType: 'divisive',
  postPrecompute: lastAdditions,
});

/** The reduced pairing e(P, Q) by noble. */
export function noblePairing(point1: G1Point, point2: G2Point): Fp12 {
  return engine.pairing(point1, point2);
}
