import { MpinError } from '../errors.ts';
import type { G1Point } from './kernel/g1.ts';
import { provingCurve as curve } from './proving-curve.ts';
import type { Hex } from './types.ts';

/**
 * Encodes a point that a secret led to. Normalising divides by the projective Z in a time that depends on Z, and Z on
 * the way taken; so all three coordinates get a common random factor first (docs/protocol.md 9.7).
 *
 * @param factor - random, not 0, used once
 * @throws MpinError DEGENERATE for the identity
 */
export function encodeBlinded(point: G1Point, factor: bigint): Hex {
  if (point.is0()) throw new MpinError('DEGENERATE', 'The secrets cancel; make a new identity');
  return curve.encodeG1(curve.rerandomise(point, factor));
}
