import { MpinError } from '../errors.ts';
import { decodeBytes, encodeBytes, G1_BYTES } from './encoding.ts';
import { Proof } from './proof.ts';
import { provingCurve as curve } from './proving-curve.ts';
import { systemRandom } from './random.ts';
import { sha256 } from './sha256.ts';
import type { Hex, IdentityId, RandomSource } from './types.ts';

const MAX_TIMESTAMP = 0xffff_ffff;

/**
 * The challenge of a signature, which takes the place of the server's y: SHA-256(t ‖ U ‖ message) mod r, with t as 4
 * bytes big-endian (docs/protocol.md 9.6). U has a fixed length, so that no byte can move between it and the message.
 *
 * @param timestamp - whole Unix seconds, 1 to 2³² − 1: 0 would leave the time out of the hash
 * @throws MpinError INVALID_TIMESTAMP; NOT_HEX or WRONG_LENGTH for U
 */
export function signatureChallenge(u: Hex, message: Uint8Array, timestamp: number): Hex {
  if (!Number.isInteger(timestamp) || timestamp < 1 || timestamp > MAX_TIMESTAMP) {
    throw new MpinError('INVALID_TIMESTAMP', 'A timestamp is a whole number of seconds from 1 to 4294967295');
  }
  const time = new Uint8Array(4);
  new DataView(time.buffer).setUint32(0, timestamp);
  const digest = sha256(time, decodeBytes(u, 'U', G1_BYTES), message);
  return curve.encodeScalar(BigInt(`0x${encodeBytes(digest)}`) % curve.order);
}

/** A signature that the holder of the server secret can verify (docs/protocol.md 9.6). */
export interface Signature {
  readonly u: Hex;
  readonly v: Hex;
}

/**
 * Signs a message in one pass, without a word from the server.
 *
 * @param token - T of `extractPin`
 * @param message - any bytes; the wire signs a SHA-256 hash
 * @param timestamp - whole Unix seconds
 * @throws MpinError INVALID_PIN, INVALID_TIMESTAMP, IDENTITY_DAMAGED, RANDOM_FAILURE
 */
export function sign(
  id: IdentityId, token: Hex, pin: string, message: Uint8Array, timestamp: number, random: RandomSource = systemRandom,
): Signature {
  const proof = new Proof(id, token, random);
  try {
    proof.prepare(signatureChallenge(proof.u, message, timestamp));
    return { u: proof.u, v: proof.finish(pin) };
  } finally {
    proof.destroy();
  }
}
