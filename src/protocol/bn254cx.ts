import { invertCt } from '@noble/curves/abstract/modular.js';
import type { Curve } from './curve.ts';
import { decodeG1, decodeG2, decodeScalar, encodeG1, encodeG2, encodeScalar } from './encoding.ts';
import { Fp } from './fields.ts';
import { G1, G2, type G1Point, type G2Point } from './groups.ts';
import { tryAndIncrement } from './hash.ts';
import { R } from './parameters.ts';

/** BN254CX without its pairing: all that a client needs (docs/protocol.md 9.1). */
export const clientCurve: Curve<G1Point, G2Point> = {
  name: 'BN254CX',
  order: R,
  generator1: G1.BASE,
  generator2: G2.BASE,
  decodeG1,
  encodeG1,
  decodeG2,
  encodeG2,
  decodeScalar,
  encodeScalar,
  hashToG1: (digest) => tryAndIncrement(digest).point,
  multiply: (point, scalar) => point.multiply(scalar),
  multiplyPublic: (point, scalar) => point.multiplyUnsafe(scalar),
  multiplyGenerator2: (scalar) => G2.BASE.multiply(scalar),
  invertScalar: (scalar) => invertCt(scalar, R),
  rerandomise: (point, factor) =>
    new G1(Fp.mul(point.X, factor), Fp.mul(point.Y, factor), Fp.mul(point.Z, factor)),
};
