import { invertCt } from '@noble/curves/abstract/modular.js';
import type { Curve } from './curve.ts';
import { decodeG2, encodeG2 } from './encoding-g2.ts';
import type { G1Point } from './g1.ts';
import { G2, type G2Point } from './g2.ts';
import { R } from './parameters.ts';
import { provingCurve } from './proving-curve.ts';

/** BN254CX without its pairing: all that a client needs (docs/protocol.md 9.1). */
export const clientCurve: Curve<G1Point, G2Point> = {
  ...provingCurve,
  generator2: G2.BASE,
  decodeG2,
  encodeG2,
  multiplyGenerator2: (scalar) => G2.BASE.multiply(scalar),
  invertScalar: (scalar) => invertCt(scalar, R),
};
