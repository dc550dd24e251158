import { MpinError } from '../errors.ts';
import { decodeBytes } from './encoding.ts';
import { bn254cx as curve } from './pairing.ts';
import { randomScalar, systemRandom } from './random.ts';
import type { Hex, RandomSource } from './types.ts';

/**
 * A verifier's challenge y, uniform in [1, r): to be drawn after U is known, bound to identity and U, used once
 * (docs/protocol.md 9.8).
 *
 * @returns 64 hex digits
 * @throws MpinError RANDOM_FAILURE
 */
export function createChallenge(random: RandomSource = systemRandom): Hex {
  return curve.encodeScalar(randomScalar(random));
}

/**
 * Checks a public key at registration (docs/protocol.md 9.8). That it belongs to no other identity, and is the one
 * that pass 1 names later, is for the caller to see to: a multiple k·sQ of the server secret cannot be recognised.
 *
 * @param publicKey - Pa, 256 hex digits
 * @param serverSecret - sQ, 256 hex digits
 * @throws MpinError NOT_HEX, WRONG_LENGTH, NON_CANONICAL, POINT_AT_INFINITY, NOT_ON_CURVE, NOT_IN_SUBGROUP; and
 *   FORBIDDEN_PUBLIC_KEY for ±Q and ±sQ, with which proofs could be made from nothing
 */
export function validatePublicKey(publicKey: Hex, serverSecret: Hex): void {
  const key = curve.decodeG2(publicKey, 'The public key');
  const secret = curve.decodeG2(serverSecret, 'The server secret');
  for (const forbidden of [curve.generator2, secret]) {
    if (key.equals(forbidden) || key.equals(forbidden.negate())) {
      throw new MpinError('FORBIDDEN_PUBLIC_KEY', 'This public key is known to everybody or to the server; make a new key pair');
    }
  }
}

/**
 * Checks a point of G1 as it arrives, U or V, before anything is done with it.
 *
 * @param point - 130 hex digits
 * @throws MpinError NOT_HEX, WRONG_LENGTH, WRONG_PREFIX, NON_CANONICAL, POINT_AT_INFINITY, NOT_ON_CURVE
 */
export function validateG1(point: Hex): void {
  curve.decodeG1(point, 'The point');
}

/**
 * A = H1(identity), which never changes for an identity and is worth keeping beside it (docs/protocol.md 9.3).
 *
 * @param identityHash - of `hashIdentity`, 64 hex digits
 * @returns 130 hex digits; public
 * @throws MpinError NOT_HEX, WRONG_LENGTH
 */
export function mapIdentity(identityHash: Hex): Hex {
  return curve.encodeG1(curve.hashToG1(decodeBytes(identityHash, 'The identity hash', 32)));
}
