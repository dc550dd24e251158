import type { Curve } from './curve.ts';
import { encodeG2 } from './encoding-g2.ts';
import type { G1Point } from './kernel/g1.ts';
import { GENERATOR2, type G2Point } from './kernel/g2.ts';
import { power } from './kernel/modular.ts';
import { multiplySecret } from './kernel/multiply.ts';
import { R } from './parameters.ts';
import { provingCurve } from './proving-curve.ts';
import { randomBlinding } from './random.ts';

/** BN254CX on the kernel: all that a client needs, and no pairing (docs/protocol.md 9.1). */
export const clientCurve: Curve<G1Point, G2Point> = {
  ...provingCurve,
  generator2: GENERATOR2,
  encodeG2: (point) => encodeG2(point.toAffine()),
  multiplyGenerator2: (scalar) => multiplySecret(GENERATOR2, scalar, randomBlinding()),
  // A power with a public exponent takes the same steps for every scalar, which Euclid's algorithm does not.
  invertScalar: (scalar) => power(scalar, R - 2n, R),
};
