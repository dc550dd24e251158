/** Arithmetic modulo p and r on plain BigInts: what the kernel needs of it, and hashing to G1. */
import { P } from '../parameters.ts';

/** The representative in [0, modulus). */
export function residue(value: bigint, modulus = P): bigint {
  const rest = value % modulus;
  return rest < 0n ? rest + modulus : rest;
}

/** base^exponent: the sequence of operations depends on the exponent alone, which must be public. */
export function power(base: bigint, exponent: bigint, modulus = P): bigint {
  let result = 1n;
  for (const bit of exponent.toString(2)) {
    result = (result * result) % modulus;
    if (bit === '1') result = (result * base) % modulus;
  }
  return result;
}

/** 1/value modulo p by Euclid's algorithm, whose time depends on the value: for public or blinded ones, not 0. */
export function invert(value: bigint): bigint {
  let [rest, next] = [P, residue(value)];
  let [inverse, nextInverse] = [0n, 1n];
  while (next !== 0n) {
    const quotient = rest / next;
    [rest, next] = [next, rest - quotient * next];
    [inverse, nextInverse] = [nextInverse, inverse - quotient * nextInverse];
  }
  return residue(inverse);
}
