import type { GroupElement } from '../curve.ts';
import { R } from '../parameters.ts';
import { scan } from './scan.ts';

/** Windows of 4 bits, of which 64 hold r·2 and 96 a scalar below r with its blinding of 128 bits. */
const WINDOWS = 64;
const BLINDED_WINDOWS = 96;

/**
 * k·P for an odd k below 16ⁿ and a P of order r: n − 1 times four doublings and one addition, whatever k is.
 *
 * The digits are odd, −15 to 15, so that none of them selects the identity: with k = Σ (2eᵢ − 15)·16ⁱ, the eᵢ are the
 * hexadecimal digits of (k + 16ⁿ − 1)/2 (Joye, Tunstall 2009, without carries).
 */
function multiplyOdd<T extends GroupElement<T>>(point: T, scalar: bigint, windows: number): T {
  const twice = point.double();
  const odd = [point];
  while (odd.length < 8) odd.push(odd.at(-1)!.add(twice));
  const table = odd.reduce<T[]>((entries, entry) => [entry.negate(), ...entries, entry], []);
  const digits = ((scalar + (1n << BigInt(4 * windows)) - 1n) >> 1n).toString(16);
  let sum: T | undefined;
  for (const digit of digits) {
    const entry = scan(table, Number.parseInt(digit, 16));
    sum = sum === undefined ? entry : sum.double().double().double().double().add(entry);
  }
  return sum!;
}

/**
 * k·P for a secret k in [1, r): over the scalar k + b·r, which is other at each call, so that not even a sum under way
 * is the same twice (Coron 1999). b's lowest bit makes it odd. A sum could be the identity for a k within 16ʲ of a
 * multiple of r alone, and then with a chance of 16⁻ʲ: never for a k that was drawn.
 *
 * @param blinding - random, 128 bits, used once
 */
export function multiplySecret<T extends GroupElement<T>>(point: T, scalar: bigint, blinding: bigint): T {
  const b = blinding ^ ((blinding ^ scalar ^ 1n) & 1n);
  return multiplyOdd(point, scalar + b * R, BLINDED_WINDOWS);
}

/** k·P for a public k in [1, r). */
export function multiplyPublic<T extends GroupElement<T>>(point: T, scalar: bigint): T {
  return multiplyOdd(point, (scalar & 1n) === 1n ? scalar : scalar + R, WINDOWS);
}
