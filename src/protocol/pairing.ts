import { mulAddUnsafe } from '@noble/curves/abstract/curve.js';
import { MpinError } from '../errors.ts';
import type { PairingCurve } from './curve.ts';
import { finalExponentiation } from './final-exponentiation.ts';
import { canonical, isOne, type Fp12Element } from './fp12.ts';
import { endomorphism, G1, type G1Point } from './g1.ts';
import type { G2Point } from './g2.ts';
import { linesOf, millerLoop, type Lines } from './miller.ts';
import { nobleCurve } from './noble-curve.ts';

export type { Lines } from './miller.ts';

/** The Miller loop takes the identity for (0, 0), which would pair to 1 with every point: a proof of nothing. */
function assertNoIdentity(point: G1Point | G2Point): void {
  if (point.is0()) throw new MpinError('POINT_AT_INFINITY', 'The identity cannot be paired');
}

/** BN254CX with its pairing, for verifiers and trust authorities (docs/protocol.md 9.1). */
export const bn254cx: PairingCurve<G1Point, G2Point, Lines> = {
  ...nobleCurve,
  multiplyShort: (point, halves) => mulAddUnsafe(G1, [point, endomorphism(point)], [...halves]),
  lines(point) {
    assertNoIdentity(point);
    return linesOf(point);
  },
  productIsOne(pairs) {
    for (const [, point] of pairs) assertNoIdentity(point);
    return isOne(finalExponentiation(millerLoop(pairs)));
  },
};

/**
 * The reduced optimal ate pairing e(P, Q), for experiments and tests; verification uses `productIsOne`.
 *
 * @param point1 - a validated point of G1
 * @param point2 - a validated point of G2
 * @throws MpinError POINT_AT_INFINITY
 */
export function pairing(point1: G1Point, point2: G2Point): Fp12Element {
  assertNoIdentity(point1);
  return canonical(finalExponentiation(millerLoop([[bn254cx.lines(point2), point1]])));
}
