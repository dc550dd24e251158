import { conjugate, cyclotomicSquare, frobenius, invert, multiply, type Fp12Element } from './fp12.ts';
import { nonAdjacentForm } from './naf.ts';
import { U_ABS } from './parameters.ts';

/** The signed digits of |u| after the leading 1. */
const DIGITS = nonAdjacentForm(U_ABS).slice(1);

/** x^|u| = x^(−u) in the cyclotomic subgroup, where a conjugate is an inverse. */
function powerOfU(x: Fp12Element): Fp12Element {
  const inverse = conjugate(x);
  return DIGITS.reduce((power, digit) => {
    const squared = cyclotomicSquare(power);
    if (digit === 0) return squared;
    return multiply(squared, digit === 1 ? x : inverse);
  }, x);
}

/**
 * Raises a Miller loop's result to c·(p¹² − 1)/r, with a c prime to r, into the group of order r. The hard part is
 * the addition chain of Fuentes-Castañeda, Knapp and Rodríguez-Henríquez (2011), "Faster hashing to G2", section 5,
 * which raises to −u three times.
 */
export function finalExponentiation(f: Fp12Element): Fp12Element {
  const unitary = multiply(conjugate(f), invert(f));
  const g = multiply(frobenius(unitary, 2), unitary);
  const a = cyclotomicSquare(powerOfU(g));
  const b = multiply(cyclotomicSquare(a), a);
  const c = powerOfU(b);
  const d = powerOfU(cyclotomicSquare(c));
  const e = multiply(multiply(conjugate(d), c), conjugate(b));
  const h = multiply(e, a);
  const low = multiply(frobenius(h, 1), multiply(multiply(e, c), g));
  const high = multiply(frobenius(multiply(conjugate(g), h), 3), frobenius(e, 2));
  return multiply(high, low);
}
