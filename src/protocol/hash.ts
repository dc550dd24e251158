import { MpinError } from '../errors.ts';
import { decodeBytes, encodeBytes, G2_BYTES } from './encoding.ts';
import { power } from './kernel/modular.ts';
import { G1_B, P } from './parameters.ts';
import { sha256 } from './sha256.ts';
import type { Affine, Hex, IdentityId } from './types.ts';

const SQUARE_ROOT_EXPONENT = (P + 1n) / 4n;

/** A point found by try-and-increment, and how many abscissas it took. */
export interface MappedPoint extends Affine<bigint> {
  readonly tries: number;
}

/**
 * H1's second half, a digest to a point: the first abscissa at or after the digest (mod p) for which x³ + 2 is a
 * square other than 0, with the even root (docs/protocol.md 9.3). The number of tries is a function of the digest, so
 * digests must be public.
 */
export function tryAndIncrement(digest: Uint8Array): MappedPoint {
  let x = BigInt(`0x${encodeBytes(digest)}`) % P;
  for (let tries = 1; ; tries++) {
    const square = (x * x * x + G1_B) % P;
    const root = power(square, SQUARE_ROOT_EXPONENT);
    if (root !== 0n && (root * root) % P === square) return { x, y: (root & 1n) === 0n ? root : P - root, tries };
    x = (x + 1n) % P;
  }
}

/**
 * SHA-256 over mpinId ‖ publicKey, the raw bytes of both; over mpinId alone for an identity without a key
 * (docs/protocol.md 9.3).
 *
 * @returns 64 hex digits: all that a trust authority learns of an identity
 * @throws MpinError NOT_HEX; WRONG_LENGTH when the id is empty or the key has not 128 bytes
 */
export function hashIdentity(id: IdentityId): Hex {
  const key = id.publicKey === undefined ? [] : [decodeBytes(id.publicKey, 'The public key', G2_BYTES)];
  return encodeBytes(sha256(decodeMpinId(id.mpinId), ...key));
}

function decodeMpinId(mpinId: Hex): Uint8Array {
  const bytes = decodeBytes(mpinId, 'The M-Pin id');
  if (bytes.length === 0) throw new MpinError('WRONG_LENGTH', 'The M-Pin id must not be empty');
  return bytes;
}
