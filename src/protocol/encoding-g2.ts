import { MpinError } from '../errors.ts';
import { assertHex, assertLength, coordinates, digits, G2_BYTES } from './encoding.ts';
import { Fp2 } from './fp2.ts';
import { G2, isInG2, type G2Point } from './g2.ts';
import type { Hex } from './types.ts';

/**
 * A point of G2 from its 128 bytes: on the twist, in the subgroup of order r, not the identity (docs/protocol.md 9.2).
 *
 * @throws MpinError NOT_HEX, WRONG_LENGTH, NON_CANONICAL, POINT_AT_INFINITY, NOT_ON_CURVE, NOT_IN_SUBGROUP
 */
export function decodeG2(hex: Hex, what: string): G2Point {
  assertHex(hex, what);
  assertLength(hex, G2_BYTES, what);
  const [xRe, xIm, yRe, yIm] = coordinates(hex, what) as [bigint, bigint, bigint, bigint];
  const x = { c0: xRe, c1: xIm };
  const y = { c0: yRe, c1: yIm };
  const { b } = G2.CURVE();
  if (!Fp2.eql(Fp2.sqr(y), Fp2.add(Fp2.mul(Fp2.sqr(x), x), b))) {
    throw new MpinError('NOT_ON_CURVE', `${what} is not a point of the twist`);
  }
  const point = new G2(x, y, Fp2.ONE);
  if (!isInG2(point)) throw new MpinError('NOT_IN_SUBGROUP', `${what} is not in the subgroup of order r`);
  return point;
}

/** A point's 128 bytes, hex. The caller has made sure that it is not the identity. */
export function encodeG2(point: G2Point): Hex {
  const { x, y } = point.toAffine();
  return [x.c0, x.c1, y.c0, y.c1].map(digits).join('');
}
