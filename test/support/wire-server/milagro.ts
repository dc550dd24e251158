/**
 * The server's half of M-Pin by MIRACL's own JavaScript library: mathematics that this project did not write, so that
 * agreeing with it means something.
 */
import { createHash, randomBytes } from 'node:crypto';
import { createRequire } from 'node:module';

type Bytes = number[];

interface Mpin {
  readonly HASH_TYPE: number;
  RANDOM_GENERATE(rng: unknown, secret: Bytes): number;
  GET_SERVER_SECRET(secret: Bytes, out: Bytes): number;
  GET_CLIENT_SECRET(secret: Bytes, hashedId: Bytes, out: Bytes): number;
  RECOMBINE_G2(one: Bytes, other: Bytes, out: Bytes): number;
  SERVER_1(hash: number, date: 0, id: Bytes, hid: Bytes, htid: null): void;
  SERVER_2(date: 0, hid: Bytes, htid: null, y: Bytes, sst: Bytes, u: Bytes, ut: null, v: Bytes, e: null, f: null, pa: Bytes): number;
  SERVER(
    hash: number, date: 0, hid: Bytes, htid: null, y: Bytes, sst: Bytes, u: Bytes, ut: null, v: Bytes, e: null, f: null, id: Bytes,
    time: number, message: Bytes, pa: Bytes,
  ): number;
}

interface Context {
  readonly MPIN: Mpin;
  readonly RAND: new () => { clean(): void; seed(length: number, bytes: Bytes): void };
}

const Ctx = createRequire(import.meta.url)('milagro-crypto-js') as new (curve: string) => Context;
const { MPIN, RAND } = new Ctx('BN254CX');
const rng = new RAND();
rng.clean();
rng.seed(128, [...randomBytes(128)]);

const ACCEPTED = 0;

/** Two master secrets, one for each trust authority, and the sum of their server shares. */
export interface Masters {
  readonly masters: readonly [Bytes, Bytes];
  readonly serverSecret: Bytes;
}

export function createMasters(): Masters {
  const masters: [Bytes, Bytes] = [[], []];
  const shares: [Bytes, Bytes] = [[], []];
  for (const index of [0, 1] as const) {
    MPIN.RANDOM_GENERATE(rng, masters[index]);
    MPIN.GET_SERVER_SECRET(masters[index], shares[index]);
  }
  const serverSecret: Bytes = [];
  MPIN.RECOMBINE_G2(shares[0], shares[1], serverSecret);
  return { masters, serverSecret };
}

/** One authority's client share for the hash of an identity, 130 hex digits. */
export function clientShare(master: Bytes, hashedId: Buffer): string {
  const share: Bytes = [];
  MPIN.GET_CLIENT_SECRET(master, [...hashedId], share);
  return Buffer.from(share).toString('hex');
}

/** SHA-256(mpinId ‖ publicKey). */
export function hashId(mpinId: string, publicKey: string): Buffer {
  return createHash('sha256').update(mpinId + publicKey, 'hex').digest();
}

/** A fresh y, 64 hex digits. */
export function randomY(): string {
  const y: Bytes = [];
  MPIN.RANDOM_GENERATE(rng, y);
  return Buffer.from(y).toString('hex').padStart(64, '0');
}

export interface Proof {
  readonly mpinId: string;
  readonly publicKey: string;
  readonly u: string;
  readonly v: string;
}

/** Whether a proof was made with the right PIN. */
export function checkProof({ mpinId, publicKey, u, v }: Proof, y: string, { serverSecret }: Masters): boolean {
  const hid: Bytes = [];
  MPIN.SERVER_1(MPIN.HASH_TYPE, 0, bytes(mpinId + publicKey), hid, null);
  return MPIN.SERVER_2(0, hid, null, bytes(y), serverSecret, bytes(u), null, bytes(v), null, null, bytes(publicKey)) === ACCEPTED;
}

/** Whether a signature holds. */
export function checkSignature({ mpinId, publicKey, u, v }: Proof, hash: string, timestamp: number, { serverSecret }: Masters): boolean {
  const id = bytes(mpinId + publicKey);
  const result = MPIN.SERVER(
    MPIN.HASH_TYPE, 0, [], null, [], serverSecret, bytes(u), null, bytes(v), null, null, id, timestamp, bytes(hash), bytes(publicKey),
  );
  return result === ACCEPTED;
}

function bytes(hex: string): Bytes {
  return [...Buffer.from(hex, 'hex')];
}
