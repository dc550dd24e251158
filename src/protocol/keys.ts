import { MpinError } from '../errors.ts';
import { encodeBlinded } from './blinding.ts';
import { clientCurve as curve } from './bn254cx.ts';
import { assertScalar } from './encoding.ts';
import { identityPoint } from './identity-point.ts';
import { pinDigits } from './pin.ts';
import { addPinMultiple, pinTable } from './pin-table.ts';
import { randomScalar, systemRandom } from './random.ts';
import type { Hex, IdentityId, RandomSource } from './types.ts';

/** An identity's own key pair, made once at registration. */
export interface KeyPair {
  /** Pa = z⁻¹·Q, 256 hex digits. Public. */
  readonly publicKey: Hex;
  /** z in [1, r). Secret; needed once, for `combineShares`, and dropped then. */
  readonly privateKey: bigint;
}

/**
 * Makes the key pair that takes key escrow from the trust authorities (docs/protocol.md 9.4).
 *
 * @throws MpinError RANDOM_FAILURE
 */
export function createKeyPair(random: RandomSource = systemRandom): KeyPair {
  const privateKey = randomScalar(random);
  const publicKey = curve.encodeG2(curve.multiplyGenerator2(curve.invertScalar(privateKey)));
  return { publicKey, privateKey };
}

/**
 * The client secret CS = z·(C1 + C2) from both trust authorities' shares (docs/protocol.md 9.4).
 *
 * @param privateKey - z of `createKeyPair`
 * @param share1 - C1, 130 hex digits
 * @param share2 - C2, 130 hex digits
 * @returns CS, 130 hex digits; secret, to be turned into a token by `extractPin` and dropped
 * @throws MpinError the encoding's code for a malformed share; SCALAR_OUT_OF_RANGE for the key; DEGENERATE when the
 *   shares are equal or cancel, which independent authorities never produce
 */
export function combineShares(privateKey: bigint, share1: Hex, share2: Hex): Hex {
  assertScalar(privateKey, 'The private key');
  const first = curve.decodeG1(share1, 'The first client share');
  const second = curve.decodeG1(share2, 'The second client share');
  if (first.equals(second) || first.equals(second.negate())) {
    throw new MpinError('DEGENERATE', 'The client shares are not independent; ask for the secret URLs again');
  }
  return curve.encodeG1(curve.multiply(first.add(second), privateKey));
}

/**
 * Takes the PIN out of the client secret: the token T = CS − PIN·A, in a time that does not depend on the PIN
 * (docs/protocol.md 9.4, 9.7).
 *
 * @param clientSecret - CS of `combineShares`
 * @returns T, 130 hex digits; secret, for this device to keep
 * @throws MpinError INVALID_PIN; the encoding's code for a malformed secret or id; DEGENERATE when nothing remains,
 *   which a genuine client secret never causes
 */
export function extractPin(clientSecret: Hex, id: IdentityId, pin: string): Hex {
  const digits = pinDigits(pin);
  const secret = curve.decodeG1(clientSecret, 'The client secret');
  const table = pinTable(identityPoint(id).negate(), systemRandom);
  const token = addPinMultiple(secret.add(table.offset.negate()), table, digits);
  return encodeBlinded(token, randomScalar(systemRandom));
}
