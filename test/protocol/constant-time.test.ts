/** The structure that keeps the PIN and secret scalars out of the time taken. No clock: these fail when the structure breaks. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { clientCurve as curve } from '../../src/protocol/bn254cx.ts';
import type { GroupElement } from '../../src/protocol/curve.ts';
import type { G1Point } from '../../src/protocol/kernel/g1.ts';
import { multiplyPublic, multiplySecret } from '../../src/protocol/kernel/multiply.ts';
import { scan } from '../../src/protocol/kernel/scan.ts';
import { R } from '../../src/protocol/parameters.ts';
import { pinDigits } from '../../src/protocol/pin.ts';
import { addPinMultiple, pinTable, pinTableWithOffset, type PinTable } from '../../src/protocol/pin-table.ts';
import { randomBlinding, randomScalar, systemRandom } from '../../src/protocol/random.ts';
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
    const expected = curve.generator1.add(table.offset).add(curve.multiplyPublic(point, BigInt(pin)));
    assert.ok(addPinMultiple(curve.generator1, table, pinDigits(pin)).equals(expected));
  }), { numRuns: 60 });
});

/** An element of the additive group of scalars, which writes down what is done with it. */
class Recorded implements GroupElement<Recorded> {
  readonly value: bigint;
  readonly steps: string[];

  constructor(value: bigint, steps: string[]) {
    this.value = ((value % R) + R) % R;
    this.steps = steps;
  }

  #step(name: string, value: bigint, ...operands: Recorded[]): Recorded {
    this.steps.push([this, ...operands].some((operand) => operand.is0()) ? `${name} of the identity` : name);
    return new Recorded(value, this.steps);
  }

  add(other: Recorded): Recorded {
    return this.#step('add', this.value + other.value, other);
  }
  double(): Recorded {
    return this.#step('double', 2n * this.value);
  }
  negate(): Recorded {
    return this.#step('negate', -this.value);
  }
  equals(other: Recorded): boolean {
    return this.value === other.value;
  }
  is0(): boolean {
    return this.value === 0n;
  }
}

const SCALARS = [1n, 2n, 3n, 15n, 16n, 1n << 64n, (1n << 253n) - 1n, R >> 1n, R - 2n, R - 1n];
const BLINDINGS = [0n, 1n, 2n, (1n << 127n) + 5n, (1n << 128n) - 1n];

test('multiplication by a secret scalar takes the same steps for every scalar, and random ones never meet the identity', () => {
  const random = Array.from({ length: 50 }, () => randomScalar(systemRandom));
  const sequences = new Set<string>();
  for (const scalar of [...SCALARS, ...random]) {
    for (const blinding of [...BLINDINGS, randomBlinding()]) {
      const steps: string[] = [];
      const base = new Recorded(7n, steps);
      assert.equal(multiplySecret(base, scalar, blinding).value, (7n * scalar) % R);
      sequences.add(steps.join().replaceAll(' of the identity', ''));
    }
    // What no scheme of windows keeps from a scalar like 1 has a chance of 2⁻²⁴⁷ for one that is drawn.
    const steps: string[] = [];
    if (random.includes(scalar)) multiplySecret(new Recorded(7n, steps), scalar, randomBlinding());
    assert.ok(!steps.join().includes('identity'));
  }
  assert.equal(sequences.size, 1);
});

test('multiplication is right at the edges, with every blinding and in public', () => {
  for (const scalar of SCALARS) {
    const base = new Recorded(5n, []);
    for (const blinding of BLINDINGS) assert.equal(multiplySecret(base, scalar, blinding).value, (5n * scalar) % R);
    assert.equal(multiplyPublic(base, scalar).value, (5n * scalar) % R);
  }
});

test('no two multiplications by one scalar meet the same sums', () => {
  const sums = (): Set<bigint> => {
    const seen = new Set<bigint>();
    const steps: string[] = [];
    class Seen extends Recorded {
      override double(): Recorded {
        seen.add(this.value);
        return new Seen(2n * this.value, steps);
      }
      override add(other: Recorded): Recorded {
        return new Seen(this.value + other.value, steps);
      }
      override negate(): Recorded {
        return new Seen(-this.value, steps);
      }
    }
    multiplySecret(new Seen(5n, steps), 12_345n, randomBlinding());
    return seen;
  };
  const [first, second] = [sums(), sums()];
  // The table's first entry and, by chance, a leading digit are common; the sums under way are not.
  const common = [...first].filter((sum) => second.has(sum)).length;
  assert.ok(first.size > 370, `${first.size}`);
  assert.ok(common <= 12, `${common} sums in common`);
});

test('an entry is found by looking at every one', () => {
  for (let index = 0; index < 16; index++) {
    const looked: string[] = [];
    const entries = new Proxy(Array.from({ length: 16 }, (_, at) => at), {
      get(target, key) {
        if (typeof key === 'string' && /^\d+$/u.test(key)) looked.push(key);
        return Reflect.get(target, key, target) as unknown;
      },
    });
    assert.equal(scan(entries, index), index);
    assert.deepEqual(looked, Array.from({ length: 16 }, (_, at) => String(at)));
  }
});
