import { MpinError } from '../errors.ts';
import { assertHex, assertLength, coordinates, digits, G2_BYTES } from './encoding.ts';
import type { Fp2Element } from './fp2.ts';
import { product2, square2 } from './lazy-fp2.ts';
import { P } from './parameters.ts';
import type { Affine, Hex } from './types.ts';

/**
 * A point of the twist from its 128 bytes, not the identity (docs/protocol.md 9.2). Whether its order is r is not
 * looked at here.
 *
 * @throws MpinError NOT_HEX, WRONG_LENGTH, NON_CANONICAL, POINT_AT_INFINITY, NOT_ON_CURVE
 */
export function decodeTwist(hex: Hex, what: string): Affine<Fp2Element> {
  assertHex(hex, what);
  assertLength(hex, G2_BYTES, what);
  const [xRe, xIm, yRe, yIm] = coordinates(hex, what) as [bigint, bigint, bigint, bigint];
  const x = { c0: xRe, c1: xIm };
  const y = { c0: yRe, c1: yIm };
  const yy = square2(y);
  const xxx = product2(square2(x), x);
  // The twist's constant is 1 − i.
  if ((yy.c0 - xxx.c0 - 1n) % P !== 0n || (yy.c1 - xxx.c1 + 1n) % P !== 0n) {
    throw new MpinError('NOT_ON_CURVE', `${what} is not a point of the twist`);
  }
  return { x, y };
}

/** A point's 128 bytes, hex. The caller has made sure that it is not the identity. */
export function encodeG2({ x, y }: Affine<Fp2Element>): Hex {
  return [x.c0, x.c1, y.c0, y.c1].map(digits).join('');
}
