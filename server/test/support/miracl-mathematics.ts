import { createHash, randomBytes } from 'node:crypto';
import { milagro, toArray, toHex } from '../../../test/protocol/milagro.ts';

/** The mathematics of MIRACL's own clients, done by MIRACL's own library: none of our code. */

const mpin = milagro();
const { SHA256 } = mpin;
const ORDER = 0x2400000008702a0db0bddf647a6366d2c43fd6ee0cc906cebe11c0a636eb1f6dn;

function randomScalar(): number[] {
  const value = (BigInt(`0x${randomBytes(48).toString('hex')}`) % (ORDER - 1n)) + 1n;
  return toArray(value.toString(16).padStart(64, '0'));
}

function must(code: number): void {
  if (code !== 0) throw new Error(`MIRACL's library failed with ${code}.`);
}

const identityBytes = (mpinId: string, publicKey: string): number[] => [...toArray(mpinId), ...toArray(publicKey)];

/** z and z⁻¹·Q. */
export function miraclKeyPair(): { privateKey: number[]; publicKey: string } {
  const privateKey = randomScalar();
  const publicKey: number[] = [];
  must(mpin.GET_DVS_KEYPAIR(null, privateKey, publicKey));
  return { privateKey, publicKey: toHex(publicKey) };
}

/** The token: the sum of both shares times z, less the PIN. */
export function miraclToken(mpinId: string, publicKey: string, privateKey: readonly number[], shares: readonly [string, string], pin: number): string {
  const sum: number[] = [];
  must(mpin.RECOMBINE_G1(toArray(shares[0]), toArray(shares[1]), sum));
  const secret: number[] = [];
  must(mpin.GET_G1_MULTIPLE(null, 0, [...privateKey], sum, secret));
  must(mpin.EXTRACT_PIN(SHA256, identityBytes(mpinId, publicKey), pin, secret));
  return toHex(secret);
}

/** Pass 1; `answer` makes V of y. */
export function miraclPass1(mpinId: string, publicKey: string, token: string, pin: number): { u: string; answer: (y: string) => string } {
  const x = randomScalar();
  const secret: number[] = [];
  const u: number[] = [];
  must(mpin.CLIENT_1(SHA256, 0, identityBytes(mpinId, publicKey), null, x, pin, toArray(token), secret, u, null, null));
  return {
    u: toHex(u),
    answer(y) {
      must(mpin.CLIENT_2(x, toArray(y), secret));
      return toHex(secret);
    },
  };
}

/** A signature over a message in hex at a time in Unix seconds. */
export function miraclSignature(mpinId: string, publicKey: string, token: string, pin: number, message: string, timestamp: number): { u: string; v: string } {
  const secret: number[] = [];
  const u: number[] = [];
  must(mpin.CLIENT(SHA256, 0, identityBytes(mpinId, publicKey), null, randomScalar(), pin, toArray(token), secret, u, null, null, timestamp, [], toArray(message)));
  return { u: toHex(u), v: toHex(secret) };
}

/** Hex SHA-256 of a text: what sites let people sign. */
export function documentHash(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
