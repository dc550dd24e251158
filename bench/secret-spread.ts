import { encodeBlinded } from '../src/protocol/blinding.ts';
import { clientCurve as curve } from '../src/protocol/bn254cx.ts';
import { identityPoint } from '../src/protocol/identity-point.ts';
import { pinDigits } from '../src/protocol/pin.ts';
import { addPinMultiple, pinTable } from '../src/protocol/pin-table.ts';
import { randomScalar, systemRandom } from '../src/protocol/random.ts';
import type { Hex, IdentityId } from '../src/protocol/types.ts';
import { spreadOf, type Spread } from './spread.ts';

const PIN_ROUNDS = 3600;
const ROUNDS_OF_A_TABLE = 600;
const SCALAR_ROUNDS = 300;

/** How long the part of `finish` that sees the PIN takes, by PIN; over several tables, so that one table's numbers do not count. */
export function pinSpread(id: IdentityId, token: Hex, pins: readonly string[]): Spread {
  const start = curve.decodeG1(token, 'The token');
  let table = pinTable(identityPoint(id), systemRandom);
  return spreadOf(pins, PIN_ROUNDS, (pin, round) => {
    if (round % ROUNDS_OF_A_TABLE === 0) table = pinTable(identityPoint(id), systemRandom);
    const factor = randomScalar(systemRandom);
    return () => encodeBlinded(addPinMultiple(start, table, pinDigits(pin)), factor);
  });
}

/** How long a client's multiplication by a secret scalar takes, by scalar. */
export function scalarSpread(id: IdentityId): Spread {
  const point = identityPoint(id);
  const scalars: Record<string, () => bigint> = {
    1: () => 1n, '2^16': () => 1n << 16n, '2^252': () => 1n << 252n, 'r - 1': () => curve.order - 1n, random: () => randomScalar(systemRandom),
  };
  return spreadOf(Object.keys(scalars), SCALAR_ROUNDS, (name) => {
    const scalar = scalars[name]!();
    return () => curve.multiply(point, scalar);
  });
}
