import { decodeBytes } from './encoding.ts';
import type { G1Point } from './kernel/g1.ts';
import { hashIdentity } from './hash.ts';
import { provingCurve as curve } from './proving-curve.ts';
import type { IdentityId } from './types.ts';

/** A = H1(identity), the point that an identity's secrets are multiples of. */
export function identityPoint(id: IdentityId): G1Point {
  return curve.hashToG1(decodeBytes(hashIdentity(id), 'The identity hash'));
}
