import { readFileSync } from 'node:fs';
import assert from 'node:assert/strict';
import { MpinError, type MpinErrorCode } from '../../src/errors.ts';
import { R } from '../../src/protocol/parameters.ts';
import type { Hex, RandomSource } from '../../src/protocol/types.ts';

/** The values that three independent implementations agree on. */
export interface Vectors {
  readonly curve: string;
  readonly p: Hex;
  readonly r: Hex;
  readonly g2Generator: Hex;
  readonly mpinIdJson: string;
  readonly s1: Hex;
  readonly s2: Hex;
  readonly z: Hex;
  readonly x: Hex;
  readonly y: Hex;
  readonly publicKey: Hex;
  readonly sha256Id: Hex;
  readonly A: Hex;
  readonly C1: Hex;
  readonly C2: Hex;
  readonly CS: Hex;
  readonly token_1234: Hex;
  readonly token_0012: Hex;
  readonly token_123456: Hex;
  readonly U: Hex;
  readonly V: Hex;
  readonly serverSecret: Hex;
  readonly signature: {
    readonly messageHex: Hex; readonly timestamp: number; readonly pin: string; readonly y: Hex; readonly v: Hex;
  };
  readonly server: { readonly accepts: string; readonly pinErrors: Readonly<Record<string, number>> };
}

/** Reads a file of test/vectors. */
export function readVectors<T>(name: string): T {
  return JSON.parse(readFileSync(new URL(`../vectors/${name}`, import.meta.url), 'utf8')) as T;
}

export const vectors = readVectors<Vectors>('mpin-bn254cx.json');

export const bytes = (hex: Hex): Uint8Array => new Uint8Array(Buffer.from(hex, 'hex'));
export const hex = (value: Uint8Array | readonly number[] | string): Hex => Buffer.from(value as Uint8Array).toString('hex');
export const scalarHex = (value: bigint): Hex => value.toString(16).padStart(64, '0');

/** The vectors' identity. */
export const alice = { mpinId: hex(vectors.mpinIdJson), publicKey: vectors.publicKey };

/** A source whose first scalar is the given one; later draws are pseudorandom and differ from one another. */
export function startingWith(scalar: bigint): RandomSource {
  const seed = (scalar - 1n + R - 1n) % (R - 1n);
  let draws = 0;
  return (length) => {
    draws += 1;
    if (draws === 1) return bytes(seed.toString(16).padStart(2 * length, '0'));
    return Uint8Array.from({ length }, (_, i) => (i * 31 + draws * 17 + 5) % 256);
  };
}

/** Asserts that an MpinError with this code is thrown, and that its message repeats none of the given secrets. */
export function assertCode(action: () => unknown, code: MpinErrorCode, secrets: readonly string[] = []): void {
  assert.throws(action, (error: unknown) => {
    assert.ok(error instanceof MpinError, `expected an MpinError, got ${String(error)}`);
    assert.equal(error.code, code);
    const said = `${error.message} ${String(error.cause)}`;
    for (const secret of secrets) assert.ok(!said.includes(secret), 'the error repeats a secret');
    return true;
  });
}
