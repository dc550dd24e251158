import { invertCt } from '@noble/curves/abstract/modular.js';
import { MpinError } from '../errors.ts';
import type { PairingCurve } from './curve.ts';
import { decodeG1, decodeScalar, encodeG1, encodeScalar } from './encoding.ts';
import { decodeTwist, encodeG2 } from './encoding-g2.ts';
import { Fp } from './fields.ts';
import { Fp2 } from './fp2.ts';
import { G1, type G1Point } from './g1.ts';
import { G2, isInG2, type G2Point } from './g2.ts';
import { tryAndIncrement } from './hash.ts';
import { R } from './parameters.ts';
import type { Affine } from './types.ts';

const g1Point = ({ x, y }: Affine<bigint>): G1Point => new G1(x, y, Fp.ONE);

/**
 * BN254CX on @noble/curves, but for its pairing: the groups of trust authorities and verifiers. Clients have the same
 * ones on the kernel, so that the two implementations meet in every sign-in.
 */
export const nobleCurve: Omit<PairingCurve<G1Point, G2Point, never>, 'multiplyShort' | 'lines' | 'productIsOne'> = {
  name: 'BN254CX',
  order: R,
  generator1: G1.BASE,
  generator2: G2.BASE,
  decodeG1: (hex, what) => g1Point(decodeG1(hex, what)),
  encodeG1: (point) => encodeG1(point.toAffine()),
  decodeG2(hex, what) {
    const { x, y } = decodeTwist(hex, what);
    const point = new G2(x, y, Fp2.ONE);
    if (!isInG2(point)) throw new MpinError('NOT_IN_SUBGROUP', `${what} is not in the subgroup of order r`);
    return point;
  },
  encodeG2: (point) => encodeG2(point.toAffine()),
  decodeScalar,
  encodeScalar,
  hashToG1: (digest) => g1Point(tryAndIncrement(digest)),
  multiply: (point, scalar) => point.multiply(scalar),
  multiplyGenerator2: (scalar) => G2.BASE.multiply(scalar),
  multiplyPublic: (point, scalar) => point.multiplyUnsafe(scalar),
  invertScalar: (scalar) => invertCt(scalar, R),
  rerandomise: (point, factor) => new G1(Fp.mul(point.X, factor), Fp.mul(point.Y, factor), Fp.mul(point.Z, factor)),
};
