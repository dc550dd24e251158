import { createRequire } from 'node:module';
import type { Hex } from '../../src/protocol/types.ts';

/** What of milagro-crypto-js' M-Pin is measured and tested against. Byte strings are arrays of numbers there. */
export interface Mpin {
  MAXPIN: number;
  PBLEN: number;
  SHA256: number;
  HASH_ID(sha: number, id: number[]): number[];
  GET_SERVER_SECRET(master: number[], secret: number[]): number;
  RECOMBINE_G1(first: number[], second: number[], sum: number[]): number;
  RECOMBINE_G2(first: number[], second: number[], sum: number[]): number;
  GET_CLIENT_SECRET(master: number[], hash: number[], secret: number[]): number;
  GET_DVS_KEYPAIR(rng: null, z: number[], publicKey: number[]): number;
  GET_G1_MULTIPLE(rng: null, type: 0 | 1, scalar: number[], point: number[], product: number[]): number;
  EXTRACT_PIN(sha: number, id: number[], pin: number, token: number[]): number;
  CLIENT_1(
    sha: number, date: 0, id: number[], rng: null, x: number[], pin: number, token: number[], sec: number[],
    u: number[], ut: null, permit: null,
  ): number;
  CLIENT_2(x: number[], y: number[], sec: number[]): number;
  CLIENT(
    sha: number, date: 0, id: number[], rng: null, x: number[], pin: number, token: number[], sec: number[],
    u: number[], ut: null, permit: null, time: number, y: number[], message: number[],
  ): number;
  SERVER_1(sha: number, date: 0, id: number[], hid: number[], htid: null): void;
  SERVER_2(
    date: 0, hid: number[], htid: null, y: number[], sst: number[], u: number[], ut: null, v: number[],
    e: null, f: null, publicKey: number[],
  ): number;
  SERVER(
    sha: number, date: 0, hid: number[], htid: null, y: number[], sst: number[], u: number[], ut: null, v: number[],
    e: null, f: null, id: number[], time: number, message: number[], publicKey: number[],
  ): number;
}

interface Context {
  MPIN: Mpin;
}

const CTX = createRequire(import.meta.url)('milagro-crypto-js') as new (curve: string) => Context;

/** MIRACL's JavaScript, set to six-digit PINs as its own client sets it. */
export function milagro(): Mpin {
  const { MPIN } = new CTX('BN254CX');
  MPIN.MAXPIN = 1_000_000;
  MPIN.PBLEN = 20;
  return MPIN;
}

export const toArray = (hex: Hex): number[] => [...Buffer.from(hex, 'hex')];
export const toHex = (bytes: readonly number[]): Hex => Buffer.from(bytes).toString('hex');
