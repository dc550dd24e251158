import type { ProvingCurve } from './curve.ts';
import { decodeG1, decodeScalar, encodeG1, encodeScalar } from './encoding.ts';
import { Fp } from './fields.ts';
import { G1, type G1Point } from './g1.ts';
import { tryAndIncrement } from './hash.ts';
import { R } from './parameters.ts';

/** BN254CX as far as a sign-in goes (docs/protocol.md 9.1): without G2, which a page needs for new identities only. */
export const provingCurve: ProvingCurve<G1Point> = {
  name: 'BN254CX',
  order: R,
  generator1: G1.BASE,
  decodeG1,
  encodeG1,
  decodeScalar,
  encodeScalar,
  hashToG1: (digest) => tryAndIncrement(digest).point,
  multiply: (point, scalar) => point.multiply(scalar),
  multiplyPublic: (point, scalar) => point.multiplyUnsafe(scalar),
  rerandomise: (point, factor) =>
    new G1(Fp.mul(point.X, factor), Fp.mul(point.Y, factor), Fp.mul(point.Z, factor)),
};
