/** The structure that keeps the PIN out of the time taken. No clock: these fail when the structure breaks. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { clientCurve as curve } from '../../src/protocol/bn254cx.ts';
import { G1, type G1Point } from '../../src/protocol/g1.ts';
import { pinDigits } from '../../src/protocol/pin.ts';
import { addPinMultiple, pinTable, pinTableWithOffset, type PinTable } from '../../src/protocol/pin-table.ts';
import { systemRandom } from '../../src/protocol/random.ts';
import { assertCode } from './support.ts';

const point = curve.multiplyPublic(curve.generator1, 0x1234567890abcdefn);
const everyEntry = (table: PinTable): G1Point[] => table.rows.flatMap((row) => [...row]);

test('no digit of any PIN selects the identity', () => {
  for (let i = 0; i < 20; i++) {
    const table = pinTable(point, systemRandom);
    assert.equal(table.rows.length, 6);
    for (const row of table.rows) assert.equal(row.length, 10);
    for (const entry of everyEntry(table)) assert.equal(entry.is0(), false);
  }
});

test('a table that contains the identity is never used: unblinded, or with an offset that meets a multiple', () => {
  const identity = point.add(point.negate());
  assertCode(() => pinTableWithOffset(point, identity), 'DEGENERATE');
  // Row i is offset by 2^i·R, and holds the identity when 2^i·R = −d·10^i·P for one of its digits.
  for (const [row, digit] of [[0, 1n], [0, 9n], [3, 5n], [5, 9n]] as const) {
    const half = curve.invertScalar(1n << BigInt(row));
    const offset = curve.multiplyPublic(point, (digit * 10n ** BigInt(row) * half) % curve.order).negate();
    assertCode(() => pinTableWithOffset(point, offset), 'DEGENERATE');
  }
});

test('every PIN, whatever its length, takes the same number of additions and looks at every entry', () => {
  const table = pinTable(point, systemRandom);
  for (const pin of ['0000', '000000', '0001', '9999', '123456', '999999']) {
    let additions = 0;
    let looked = 0;
    const counted = (value: G1Point): G1Point => new Proxy(value, {
      get(target, key) {
        if (key === 'add') {
          return (other: G1Point) => {
            additions += 1;
            return counted(target.add(other));
          };
        }
        return Reflect.get(target, key, target) as unknown;
      },
    });
    const watched = {
      ...table,
      rows: table.rows.map((row) => new Proxy(row, {
        get(target, key) {
          if (typeof key === 'string' && /^\d+$/u.test(key)) looked += 1;
          return Reflect.get(target, key, target) as unknown;
        },
      })),
    };
    addPinMultiple(counted(point), watched, pinDigits(pin));
    assert.equal(additions, 6, pin);
    assert.ok(looked >= 60, pin);
  }
});

test('two tables of one point share no entry: the offset is fresh', () => {
  const [first, second] = [pinTable(point, systemRandom), pinTable(point, systemRandom)].map(everyEntry) as [G1Point[], G1Point[]];
  assert.ok(first.every((entry) => second.every((other) => !entry.equals(other))));
});

test('a sum over the table is start + offset + PIN·P', () => {
  const table = pinTable(point, systemRandom);
  fc.assert(fc.property(fc.integer({ min: 0, max: 999_999 }), fc.integer({ min: 4, max: 6 }), (value, length) => {
    const pin = String(value % 10 ** length).padStart(length, '0');
    const expected = G1.BASE.add(table.offset).add(curve.multiplyPublic(point, BigInt(pin)));
    assert.ok(addPinMultiple(G1.BASE, table, pinDigits(pin)).equals(expected));
  }), { numRuns: 60 });
});
