import { MpinError } from '../errors.ts';
import { decodeBytes } from './encoding.ts';
import { bn254cx as curve } from './pairing.ts';
import { randomScalar, systemRandom } from './random.ts';
import type { Hex, RandomSource } from './types.ts';

const DIGEST_BYTES = 32;

/**
 * A trust authority's master secret s_i, a random scalar in [1, r) (docs/protocol.md 9.4).
 *
 * @returns 64 hex digits; secret, never to leave the authority
 * @throws MpinError RANDOM_FAILURE
 */
export function createMasterSecret(random: RandomSource = systemRandom): Hex {
  return curve.encodeScalar(randomScalar(random));
}

/**
 * An identity's client share C_i = s_i·A.
 *
 * @param identityHash - of `hashIdentity`, 64 hex digits
 * @returns 130 hex digits; secret, for the identity's device alone
 * @throws MpinError NOT_HEX, WRONG_LENGTH, SCALAR_OUT_OF_RANGE
 */
export function clientShare(masterSecret: Hex, identityHash: Hex): Hex {
  const secret = curve.decodeScalar(masterSecret, 'The master secret');
  const identity = curve.hashToG1(decodeBytes(identityHash, 'The identity hash', DIGEST_BYTES));
  return curve.encodeG1(curve.multiply(identity, secret));
}

/**
 * A trust authority's server share S_i = s_i·Q.
 *
 * @returns 256 hex digits; secret, for the verifier alone
 * @throws MpinError NOT_HEX, WRONG_LENGTH, SCALAR_OUT_OF_RANGE
 */
export function serverShare(masterSecret: Hex): Hex {
  return curve.encodeG2(curve.multiplyGenerator2(curve.decodeScalar(masterSecret, 'The master secret')));
}

/**
 * The server secret sQ, the sum of the authorities' shares: all that a verifier needs, and less than issuing takes.
 *
 * @returns 256 hex digits; secret
 * @throws MpinError the encoding's code for a malformed share; INVALID_ARGUMENT without shares; DEGENERATE when they
 *   cancel or sum to ±Q, which independent authorities never produce
 */
export function combineServerShares(shares: readonly Hex[]): Hex {
  const [first, ...rest] = shares.map((share, index) => curve.decodeG2(share, `Server share ${index + 1}`));
  if (first === undefined) throw new MpinError('INVALID_ARGUMENT', 'There must be at least one server share');
  const sum = rest.reduce((total, share) => total.add(share), first);
  const q = curve.generator2;
  if (sum.is0() || sum.equals(q) || sum.equals(q.negate())) {
    throw new MpinError('DEGENERATE', 'The server shares make no usable server secret; check the authorities\' keys');
  }
  return curve.encodeG2(sum);
}
