import { MpinError } from '../errors.ts';
import { encodeBytes } from './encoding.ts';
import { R } from './parameters.ts';
import { sha256 } from './sha256.ts';
import type { RandomSource } from './types.ts';

/** 128 bits more than r has, so that the remainder's bias is beyond notice. */
const SCALAR_SEED_BYTES = 48;
const BLINDING_BYTES = 16;

/** The platform's cryptographic generator. */
export const systemRandom: RandomSource = (bytes) => crypto.getRandomValues(new Uint8Array(bytes));

/** A fingerprint of what each source gave last; never the bytes themselves, which are secret. */
const lastDraw = new WeakMap<RandomSource, string>();

/**
 * Bytes from a source that is watched: a broken generator (one that throws, gives too little, the same byte
 * throughout, or the same bytes twice running) stops the operation instead of making a guessable secret.
 *
 * @throws MpinError RANDOM_FAILURE
 */
export function randomBytes(random: RandomSource, length: number): Uint8Array {
  let bytes: Uint8Array;
  try {
    bytes = random(length);
  } catch (cause) {
    throw new MpinError('RANDOM_FAILURE', 'The random source failed', { cause });
  }
  if (!(bytes instanceof Uint8Array) || bytes.length !== length) {
    throw new MpinError('RANDOM_FAILURE', `The random source must give ${length} bytes`);
  }
  if (bytes.every((byte) => byte === bytes[0])) {
    throw new MpinError('RANDOM_FAILURE', 'The random source gives one byte over and over');
  }
  const fingerprint = encodeBytes(sha256(bytes));
  if (lastDraw.get(random) === fingerprint) {
    throw new MpinError('RANDOM_FAILURE', 'The random source repeats itself');
  }
  lastDraw.set(random, fingerprint);
  return bytes;
}

/**
 * A uniformly random number of so many bytes.
 *
 * @throws MpinError RANDOM_FAILURE
 */
export function randomInteger(random: RandomSource, bytes: number): bigint {
  return BigInt(`0x${encodeBytes(randomBytes(random, bytes))}`);
}

/**
 * A uniformly random scalar in [1, r).
 *
 * @throws MpinError RANDOM_FAILURE
 */
export function randomScalar(random: RandomSource): bigint {
  return (randomInteger(random, SCALAR_SEED_BYTES) % (R - 1n)) + 1n;
}

/** A fresh number to blind a secret scalar with, from the platform's generator whatever source the caller has. */
export const randomBlinding = (): bigint => randomInteger(systemRandom, BLINDING_BYTES);
