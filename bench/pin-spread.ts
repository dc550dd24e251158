import { clientCurve as curve } from '../src/protocol/bn254cx.ts';
import { encodeBlinded } from '../src/protocol/blinding.ts';
import { identityPoint } from '../src/protocol/identity-point.ts';
import { pinDigits } from '../src/protocol/pin.ts';
import { addPinMultiple, pinTable } from '../src/protocol/pin-table.ts';
import { randomScalar, systemRandom } from '../src/protocol/random.ts';
import type { Hex, IdentityId } from '../src/protocol/types.ts';
import { median } from './measure.ts';

const ROUNDS = 600;
const TABLES = 6;

/** How long the part of `finish` that sees the PIN takes, by PIN. */
export interface PinSpread {
  readonly medians: readonly { readonly pin: string; readonly microseconds: number }[];
  /** The longest median over the shortest, less 100 %. */
  readonly percent: number;
}

/**
 * Times exactly what `Proof.finish` does, for several PINs by turns, so that a change of the machine's speed meets all
 * of them; over several tables, so that one table's numbers do not count.
 */
export function pinSpread(id: IdentityId, token: Hex, pins: readonly string[]): PinSpread {
  const times = pins.map((): number[] => []);
  const start = curve.decodeG1(token, 'The token');
  let table = pinTable(identityPoint(id), systemRandom);
  for (let round = 1; round <= TABLES * ROUNDS; round++) {
    if (round % ROUNDS === 0) table = pinTable(identityPoint(id), systemRandom);
    for (let turn = 0; turn < pins.length; turn++) {
      const which = (turn + round) % pins.length;
      const factor = randomScalar(systemRandom);
      const before = performance.now();
      encodeBlinded(addPinMultiple(start, table, pinDigits(pins[which]!)), factor);
      times[which]!.push(1000 * (performance.now() - before));
    }
  }
  const medians = pins.map((pin, which) => ({ pin, microseconds: median(times[which]!) }));
  const all = medians.map(({ microseconds }) => microseconds);
  return { medians, percent: 100 * (Math.max(...all) / Math.min(...all) - 1) };
}
