import type { Hex } from './types.ts';

/** What the protocol asks of an element of G1 or G2. The kernel's points and noble's satisfy it. */
export interface GroupElement<T> {
  add(other: T): T;
  negate(): T;
  double(): T;
  equals(other: T): boolean;
  is0(): boolean;
}

/**
 * A curve as a sign-in sees it: the group that proofs are made in. Another curve, or other arithmetic for the same one,
 * takes BN254CX's place by implementing these interfaces, and is checked against it. Decoding always validates
 * completely; `what` names the value in the error and never contains it.
 */
export interface ProvingCurve<G1 extends GroupElement<G1>> {
  /** The curve's name on the wire. */
  readonly name: string;
  /** The prime order r of the groups. */
  readonly order: bigint;
  /** The generator of G1. The protocol itself never uses it; tests do. */
  readonly generator1: G1;
  /** @throws MpinError with the encoding's own code */
  decodeG1(hex: Hex, what: string): G1;
  encodeG1(point: G1): Hex;
  /** A scalar in [1, r). @throws MpinError NOT_HEX, WRONG_LENGTH, SCALAR_OUT_OF_RANGE */
  decodeScalar(hex: Hex, what: string): bigint;
  encodeScalar(scalar: bigint): Hex;
  /** H1: 32 bytes of SHA-256 to a point. Its time depends on the input, which must be public. */
  hashToG1(digest: Uint8Array): G1;
  /** k·P for a secret k in [1, r): the sequence of operations does not depend on k. */
  multiply(point: G1, scalar: bigint): G1;
  /** k·P for public k and P, as fast as possible. */
  multiplyPublic(point: G1, scalar: bigint): G1;
  /** The same point in other projective coordinates, so that the time of its normalisation says nothing about it. */
  rerandomise(point: G1, factor: bigint): G1;
}

/** A pairing-friendly curve as the client's half of M-Pin sees it: with the group that public keys lie in. */
export interface Curve<G1 extends GroupElement<G1>, G2 extends GroupElement<G2>> extends ProvingCurve<G1> {
  /** The generator Q of G2. */
  readonly generator2: G2;
  encodeG2(point: G2): Hex;
  /** k·Q for a secret k in [1, r). */
  multiplyGenerator2(scalar: bigint): G2;
  /** 1/k modulo r for a secret k in [1, r). */
  invertScalar(scalar: bigint): bigint;
}

/** A curve as a verifier sees it: with the pairing, which no page needs. */
export interface PairingCurve<G1 extends GroupElement<G1>, G2 extends GroupElement<G2>, Lines>
  extends Curve<G1, G2> {
  /** @throws MpinError with the encoding's own code */
  decodeG2(hex: Hex, what: string): G2;
  /** (a + λb)·P for public halves below 2⁶⁴, with λ the eigenvalue of the curve's endomorphism: a weight for a batch. */
  multiplyShort(point: G1, halves: readonly [bigint, bigint]): G1;
  /** The Miller loop's lines through the multiples of a validated point, worth keeping for points used again. */
  lines(point: G2): Lines;
  /**
   * Whether the product of e(P, Q) over all pairs is 1.
   *
   * @param pairs - lines of Q, and P; P validated and not the identity
   * @throws MpinError POINT_AT_INFINITY, for the identity would pair to 1 with everything
   */
  productIsOne(pairs: readonly (readonly [Lines, G1])[]): boolean;
}
