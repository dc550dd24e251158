import { MpinError } from '../errors.ts';
import type { G1Point } from './kernel/g1.ts';
import { scan } from './kernel/scan.ts';
import { MAX_PIN_LENGTH } from './pin.ts';
import { provingCurve as curve } from './proving-curve.ts';
import { randomBytes } from './random.ts';
import type { RandomSource } from './types.ts';

const DIGIT_VALUES = 10;
const OFFSET_SEED_BYTES = 32;

/**
 * Rows of multiples from which one entry for each digit of a PIN is taken: row i holds R_i + d·10^i·P for d = 0 … 9.
 *
 * The offsets R_i keep the identity out of the table. Without them the digit 0 would select it, adding it is quicker
 * than adding anything else, and the time would tell how many zeros the PIN has (docs/protocol.md 9.7).
 */
export interface PinTable {
  readonly rows: readonly (readonly G1Point[])[];
  /** The sum of all R_i, for the caller to take out again. */
  readonly offset: G1Point;
}

/**
 * Builds a table over known offsets R_i = 2^i·R.
 *
 * @throws MpinError DEGENERATE when an entry would be the identity, which another R prevents
 */
export function pinTableWithOffset(point: G1Point, firstOffset: G1Point): PinTable {
  const rows: G1Point[][] = [];
  let rowOffset = firstOffset;
  let unit = point;
  for (let place = 0; place < MAX_PIN_LENGTH; place++) {
    const row = [rowOffset];
    for (let entry = rowOffset; row.length < DIGIT_VALUES; ) {
      entry = entry.add(unit);
      row.push(entry);
    }
    rows.push(row);
    rowOffset = rowOffset.double();
    unit = unit.double().double().add(unit).double();
  }
  if (rows.some((row) => row.some((entry) => entry.is0()))) {
    throw new MpinError('DEGENERATE', 'The PIN table would contain the identity; choose another offset');
  }
  return { rows, offset: rowOffset.add(firstOffset.negate()) };
}

/**
 * Builds a table over a random offset, whose discrete logarithm nobody knows. That an entry is the identity has a
 * chance of 2⁻²⁴⁷ and stops the operation.
 *
 * @throws MpinError RANDOM_FAILURE, DEGENERATE
 */
export function pinTable(point: G1Point, random: RandomSource): PinTable {
  return pinTableWithOffset(point, curve.hashToG1(randomBytes(random, OFFSET_SEED_BYTES)));
}

/**
 * start + offset + PIN·P, with one addition for each of six places whatever the PIN.
 *
 * @param digits - as `pinDigits` gives them
 */
export function addPinMultiple(start: G1Point, table: PinTable, digits: readonly number[]): G1Point {
  return table.rows.reduce((sum, row, place) => sum.add(scan(row, digits[place]!)), start);
}
