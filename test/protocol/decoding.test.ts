import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import type { MpinErrorCode } from '../../src/errors.ts';
import { clientCurve } from '../../src/protocol/bn254cx.ts';
import { decodeBytes, decodeG1, decodeScalar, encodeG1, encodeScalar } from '../../src/protocol/encoding.ts';
import { G1 } from '../../src/protocol/g1.ts';
import { G2 } from '../../src/protocol/g2.ts';
import { bn254cx } from '../../src/protocol/pairing.ts';
import { P, R } from '../../src/protocol/parameters.ts';
import { offSubgroupPoint, toHexG2 } from './points.ts';
import { assertCode, scalarHex, vectors } from './support.ts';

const x = vectors.U.slice(2, 66);
const y = vectors.U.slice(66);
const plusP = (coordinate: string): string => scalarHex(BigInt(`0x${coordinate}`) + P);
const zeros = (bytes: number): string => '00'.repeat(bytes);

function refuses(decode: (hex: string, what: string) => unknown, cases: readonly (readonly [string, unknown, MpinErrorCode])[]): void {
  for (const [name, value, code] of cases) {
    assertCode(() => decode(value as string, name), code, typeof value === 'string' && value.length > 60 ? [value] : []);
  }
}

test('a point of G1 is refused with the reason\'s own code', () => {
  refuses(decodeG1, [
    ['odd digits', vectors.U.slice(1), 'NOT_HEX'],
    ['upper case', vectors.U.toUpperCase(), 'NOT_HEX'],
    ['0x', `0x${vectors.U}`, 'NOT_HEX'],
    ['full-width digits', vectors.U.replaceAll('0', '０'), 'NOT_HEX'],
    ['line feed', `${vectors.U}\n`, 'NOT_HEX'],
    ['number', 4, 'NOT_HEX'],
    ['undefined', undefined, 'NOT_HEX'],
    ['empty', '', 'WRONG_LENGTH'],
    ['one byte', '00', 'WRONG_LENGTH'],
    ['compressed', `02${x}`, 'WRONG_LENGTH'],
    ['without prefix', x + y, 'WRONG_LENGTH'],
    ['trailing byte', `${vectors.U}00`, 'WRONG_LENGTH'],
    ['prefix 02', `02${x}${y}`, 'WRONG_PREFIX'],
    ['zeros', zeros(65), 'WRONG_PREFIX'],
    ['infinity', `04${zeros(64)}`, 'POINT_AT_INFINITY'],
    ['x = p', `04${scalarHex(P)}${y}`, 'NON_CANONICAL'],
    ['y + p', `04${x}${plusP(y)}`, 'NON_CANONICAL'],
    ['all ones', `04${'ff'.repeat(64)}`, 'NON_CANONICAL'],
    ['off the curve', `04${x}${scalarHex(BigInt(`0x${y}`) ^ 1n)}`, 'NOT_ON_CURVE'],
  ]);
});

test('a point of G2 is refused with the reason\'s own code', () => {
  const key = vectors.publicKey;
  refuses(bn254cx.decodeG2, [
    ['not hex', key.replace('1', 'g'), 'NOT_HEX'],
    ['127 bytes', key.slice(2), 'WRONG_LENGTH'],
    ['with prefix', `04${key}`, 'WRONG_LENGTH'],
    ['infinity', zeros(128), 'POINT_AT_INFINITY'],
    ['x.re + p', plusP(key.slice(0, 64)) + key.slice(64), 'NON_CANONICAL'],
    ['x.im + p', key.slice(0, 64) + plusP(key.slice(64, 128)) + key.slice(128), 'NON_CANONICAL'],
    ['y.im + p', key.slice(0, 192) + plusP(key.slice(192)), 'NON_CANONICAL'],
    ['off the twist', key.slice(0, -64) + scalarHex(BigInt(`0x${key.slice(-64)}`) ^ 1n), 'NOT_ON_CURVE'],
    ['halves swapped', key.slice(64, 128) + key.slice(0, 64) + key.slice(128), 'NOT_ON_CURVE'],
    ['outside G2', toHexG2(offSubgroupPoint(7n)), 'NOT_IN_SUBGROUP'],
  ]);
});

test('a scalar is refused with the reason\'s own code', () => {
  refuses(decodeScalar, [
    ['not hex', 'zz'.repeat(32), 'NOT_HEX'],
    ['short', '01', 'WRONG_LENGTH'],
    ['long', zeros(32) + '01', 'WRONG_LENGTH'],
    ['0', scalarHex(0n), 'SCALAR_OUT_OF_RANGE'],
    ['r', scalarHex(R), 'SCALAR_OUT_OF_RANGE'],
    ['2^256 - 1', 'ff'.repeat(32), 'SCALAR_OUT_OF_RANGE'],
  ]);
  assert.equal(decodeScalar(scalarHex(1n), 'one'), 1n);
  assert.equal(decodeScalar(scalarHex(R - 1n), 'r - 1'), R - 1n);
});

test('bytes of a demanded length are refused with the reason\'s own code', () => {
  assertCode(() => decodeBytes('abc', 'bytes'), 'NOT_HEX');
  assertCode(() => decodeBytes('abcd', 'bytes', 3), 'WRONG_LENGTH');
  assert.deepEqual(decodeBytes('', 'bytes'), new Uint8Array());
});

test('what is encoded decodes to the same, and only to that', () => {
  const scalars = fc.bigInt({ min: 1n, max: R - 1n });
  fc.assert(fc.property(scalars, (k) => {
    assert.equal(decodeScalar(encodeScalar(k), 'k'), k);
    const point = G1.BASE.multiplyUnsafe(k);
    const hex = bn254cx.encodeG1(point);
    assert.equal(encodeG1(decodeG1(hex, 'P')), hex);
    assert.ok(bn254cx.decodeG1(hex, 'P').equals(point));
    assert.equal(clientCurve.encodeG1(clientCurve.decodeG1(hex, 'P')), hex);
    const point2 = G2.BASE.multiplyUnsafe(k);
    assert.ok(bn254cx.decodeG2(bn254cx.encodeG2(point2), 'Q').equals(point2));
  }), { numRuns: 15 });
});

test('a single changed digit never decodes to another valid point by chance', () => {
  fc.assert(fc.property(fc.nat(129), fc.integer({ min: 1, max: 15 }), (position, change) => {
    const digit = (Number.parseInt(vectors.U[position]!, 16) ^ change).toString(16);
    assert.throws(() => decodeG1(vectors.U.slice(0, position) + digit + vectors.U.slice(position + 1), 'U'));
  }), { numRuns: 200 });
});
