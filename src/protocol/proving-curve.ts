import type { ProvingCurve } from './curve.ts';
import { decodeG1, decodeScalar, encodeG1, encodeScalar } from './encoding.ts';
import { tryAndIncrement } from './hash.ts';
import { g1Point, type G1Point } from './kernel/g1.ts';
import { multiplyPublic, multiplySecret } from './kernel/multiply.ts';
import { P, R } from './parameters.ts';
import { randomBlinding } from './random.ts';

/** BN254CX as far as a sign-in goes (docs/protocol.md 9.1): without G2, which a page needs for new identities only. */
export const provingCurve: ProvingCurve<G1Point> = {
  name: 'BN254CX',
  order: R,
  generator1: g1Point({ x: P - 1n, y: 1n }),
  decodeG1: (hex, what) => g1Point(decodeG1(hex, what)),
  encodeG1: (point) => encodeG1(point.toAffine()),
  decodeScalar,
  encodeScalar,
  hashToG1: (digest) => g1Point(tryAndIncrement(digest)),
  multiply: (point, scalar) => multiplySecret(point, scalar, randomBlinding()),
  multiplyPublic,
  rerandomise: (point, factor) => point.rerandomise(factor),
};
