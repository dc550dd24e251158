import { FpInvertBatch, FpPow, type IField } from '@noble/curves/abstract/modular.js';
import { Fp } from './fields.ts';
import { P } from './parameters.ts';

/** An element c0 + c1·i of Fp2 = Fp[i]/(i² + 1). Never changed after it is made. */
export interface Fp2Element {
  c0: bigint;
  c1: bigint;
}

/** The representative in [0, p). noble's own checks its modulus every time, which costs a tenth of a multiplication. */
function residue(value: bigint): bigint {
  const rest = value % P;
  return rest < 0n ? rest + P : rest;
}

/**
 * Fp2 with what noble's Weierstrass arithmetic asks of a field, and nothing else. noble's own towers would bring
 * Fp6 and Fp12, which only a verifier needs, into every page.
 */
class QuadraticField implements IField<Fp2Element> {
  readonly ORDER = P * P;
  readonly BITS = 508;
  readonly BYTES = 64;
  readonly isLE = false;
  readonly ZERO: Fp2Element = Object.freeze({ c0: 0n, c1: 0n });
  readonly ONE: Fp2Element = Object.freeze({ c0: 1n, c1: 0n });

  create(a: Fp2Element): Fp2Element {
    return this.isValid(a) ? a : { c0: residue(a.c0), c1: residue(a.c1) };
  }
  isValid(a: Fp2Element): boolean {
    return Fp.isValid(a.c0) && Fp.isValid(a.c1);
  }
  is0(a: Fp2Element): boolean {
    return a.c0 === 0n && a.c1 === 0n;
  }
  isValidNot0(a: Fp2Element): boolean {
    return !this.is0(a) && this.isValid(a);
  }
  eql(a: Fp2Element, b: Fp2Element): boolean {
    return a.c0 === b.c0 && a.c1 === b.c1;
  }
  neg(a: Fp2Element): Fp2Element {
    return { c0: residue(-a.c0), c1: residue(-a.c1) };
  }
  add(a: Fp2Element, b: Fp2Element): Fp2Element {
    return { c0: residue(a.c0 + b.c0), c1: residue(a.c1 + b.c1) };
  }
  sub(a: Fp2Element, b: Fp2Element): Fp2Element {
    return { c0: residue(a.c0 - b.c0), c1: residue(a.c1 - b.c1) };
  }
  mul(a: Fp2Element, b: Fp2Element | bigint): Fp2Element {
    if (typeof b === 'bigint') return { c0: residue(a.c0 * b), c1: residue(a.c1 * b) };
    // Karatsuba on unreduced integers: three products and one reduction for each coordinate.
    const real = a.c0 * b.c0;
    const imaginary = a.c1 * b.c1;
    const cross = (a.c0 + a.c1) * (b.c0 + b.c1);
    return { c0: residue(real - imaginary), c1: residue(cross - real - imaginary) };
  }
  sqr(a: Fp2Element): Fp2Element {
    return { c0: residue((a.c0 + a.c1) * (a.c0 - a.c1)), c1: residue((a.c0 + a.c0) * a.c1) };
  }
  inv(a: Fp2Element): Fp2Element {
    const norm = Fp.inv(residue(a.c0 * a.c0 + a.c1 * a.c1));
    return { c0: residue(a.c0 * norm), c1: residue(-a.c1 * norm) };
  }
  div(a: Fp2Element, b: Fp2Element | bigint): Fp2Element {
    return this.mul(a, typeof b === 'bigint' ? Fp.inv(residue(b)) : this.inv(b));
  }
  pow(a: Fp2Element, power: bigint): Fp2Element {
    return FpPow(this, a, power);
  }
  invertBatch(elements: Fp2Element[]): Fp2Element[] {
    return FpInvertBatch(this, elements, true);
  }
  /** The conjugate, which is also the p-th power. */
  conjugate(a: Fp2Element): Fp2Element {
    return { c0: a.c0, c1: residue(-a.c1) };
  }
  /** Points of G2 travel uncompressed, so that no square root is ever taken here. */
  sqrt(): Fp2Element {
    throw new Error('Fp2 has no square root: points of G2 are never compressed');
  }
  toBytes(a: Fp2Element): Uint8Array<ArrayBuffer> {
    const bytes = new Uint8Array(64);
    bytes.set(Fp.toBytes(a.c0), 0);
    bytes.set(Fp.toBytes(a.c1), 32);
    return bytes;
  }
  fromBytes(bytes: Uint8Array): Fp2Element {
    return { c0: Fp.fromBytes(bytes.subarray(0, 32)), c1: Fp.fromBytes(bytes.subarray(32, 64)) };
  }
  cmov(a: Fp2Element, b: Fp2Element, choose: boolean): Fp2Element {
    return choose ? b : a;
  }
  addN(a: Fp2Element, b: Fp2Element): Fp2Element {
    return this.add(a, b);
  }
  subN(a: Fp2Element, b: Fp2Element): Fp2Element {
    return this.sub(a, b);
  }
  mulN(a: Fp2Element, b: Fp2Element | bigint): Fp2Element {
    return this.mul(a, b);
  }
  sqrN(a: Fp2Element): Fp2Element {
    return this.sqr(a);
  }
}

/** The quadratic extension that G2's coordinates live in. */
export const Fp2 = new QuadraticField();
