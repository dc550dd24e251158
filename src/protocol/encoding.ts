import { MpinError } from '../errors.ts';
import { G1_B, P, R } from './parameters.ts';
import type { Affine, Hex } from './types.ts';

/** Bytes of a scalar, of a G1 point (0x04 ‖ x ‖ y) and of a G2 point (x.re ‖ x.im ‖ y.re ‖ y.im, no prefix). */
export const SCALAR_BYTES = 32;
export const G1_BYTES = 65;
export const G2_BYTES = 128;

const WIDTH = 64;
const UNCOMPRESSED = '04';
const LOWER_CASE_HEX = /^(?:[0-9a-f]{2})*$/u;

/** Checks that a value is lower-case hex; one spelling for each byte string, so that equal keys are equal strings. */
export function assertHex(hex: unknown, what: string): asserts hex is Hex {
  if (typeof hex !== 'string' || !LOWER_CASE_HEX.test(hex)) {
    throw new MpinError('NOT_HEX', `${what} must be lower-case hexadecimal with an even number of digits`);
  }
}

/** @throws MpinError WRONG_LENGTH */
export function assertLength(hex: Hex, bytes: number, what: string): void {
  if (hex.length !== 2 * bytes) {
    throw new MpinError('WRONG_LENGTH', `${what} must have ${bytes} bytes, not ${hex.length / 2}`);
  }
}

/** Reads fixed-width coordinates, refusing those not below p: every point has one encoding only. */
export function coordinates(hex: Hex, what: string): bigint[] {
  const values: bigint[] = [];
  for (let at = 0; at < hex.length; at += WIDTH) {
    const value = BigInt(`0x${hex.slice(at, at + WIDTH)}`);
    if (value >= P) throw new MpinError('NON_CANONICAL', `${what} has a coordinate that is not below p`);
    values.push(value);
  }
  if (values.every((value) => value === 0n)) throw new MpinError('POINT_AT_INFINITY', `${what} is the point at infinity`);
  return values;
}

/** A coordinate's or scalar's fixed width of hex. */
export const digits = (value: bigint): Hex => value.toString(16).padStart(WIDTH, '0');

/**
 * Bytes from hex.
 *
 * @param bytes - the length demanded; any, when absent
 * @throws MpinError NOT_HEX, WRONG_LENGTH
 */
export function decodeBytes(hex: Hex, what: string, bytes?: number): Uint8Array {
  assertHex(hex, what);
  if (bytes !== undefined) assertLength(hex, bytes, what);
  return Uint8Array.from({ length: hex.length / 2 }, (_, at) => Number.parseInt(hex.slice(2 * at, 2 * at + 2), 16));
}

/** Hex from bytes. */
export function encodeBytes(bytes: Uint8Array): Hex {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/**
 * A scalar in [1, r) from its 32 bytes, big-endian (docs/protocol.md 9.2).
 *
 * @throws MpinError NOT_HEX, WRONG_LENGTH, SCALAR_OUT_OF_RANGE
 */
export function decodeScalar(hex: Hex, what: string): bigint {
  assertHex(hex, what);
  assertLength(hex, SCALAR_BYTES, what);
  return assertScalar(BigInt(`0x${hex}`), what);
}

/** Returns the scalar when it lies in [1, r). @throws MpinError SCALAR_OUT_OF_RANGE */
export function assertScalar(scalar: bigint, what: string): bigint {
  if (typeof scalar !== 'bigint' || scalar < 1n || scalar >= R) {
    throw new MpinError('SCALAR_OUT_OF_RANGE', `${what} must lie in [1, r)`);
  }
  return scalar;
}

/** A scalar's 32 bytes, hex. */
export function encodeScalar(scalar: bigint): Hex {
  return digits(scalar);
}

/**
 * A point of G1 from its 65 bytes: its coordinates are those of a point on the curve, which has prime order, and not the identity (docs/protocol.md 9.2).
 *
 * @throws MpinError NOT_HEX, WRONG_LENGTH, WRONG_PREFIX, NON_CANONICAL, POINT_AT_INFINITY, NOT_ON_CURVE
 */
export function decodeG1(hex: Hex, what: string): Affine<bigint> {
  assertHex(hex, what);
  assertLength(hex, G1_BYTES, what);
  if (!hex.startsWith(UNCOMPRESSED)) throw new MpinError('WRONG_PREFIX', `${what} must start with 04`);
  const [x, y] = coordinates(hex.slice(2), what) as [bigint, bigint];
  if ((y * y - x * x * x - G1_B) % P !== 0n) throw new MpinError('NOT_ON_CURVE', `${what} is not a point of the curve`);
  return { x, y };
}

/** A point's 65 bytes, hex. The caller has made sure that it is not the identity, which has no encoding. */
export function encodeG1({ x, y }: Affine<bigint>): Hex {
  return UNCOMPRESSED + digits(x) + digits(y);
}
