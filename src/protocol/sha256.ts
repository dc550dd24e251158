/** The first 64 primes. */
const PRIMES: number[] = [];
for (let candidate = 2; PRIMES.length < 64; candidate++) if (PRIMES.every((prime) => candidate % prime !== 0)) PRIMES.push(candidate);

/** The first 32 bits of a fraction. Doubles hold more than enough of them: none of those below lies near a boundary. */
const fraction = (value: number): number => ((value % 1) * 2 ** 32) | 0;

/** FIPS 180-4, 4.2.2: the fractions of the primes' cube roots. */
const CONSTANTS = PRIMES.map((prime) => fraction(Math.cbrt(prime)));
/** FIPS 180-4, 5.3.3: the fractions of the square roots of the first eight. */
const START = PRIMES.slice(0, 8).map((prime) => fraction(Math.sqrt(prime)));

const BLOCK_BYTES = 64;
/** A bit and the length, which every message ends with. */
const PADDING_BYTES = 9;

/**
 * SHA-256 over all parts, joined (FIPS 180-4). What browsers have answers later, which signing in at once cannot wait for, and a library
 * made for every digest is three times as large in a page. It handles public identities, and secrets only to tell whether a random
 * source repeats itself; every word takes the same steps.
 */
export function sha256(...parts: readonly Uint8Array[]): Uint8Array {
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  const message = new Uint8Array(Math.ceil((length + PADDING_BYTES) / BLOCK_BYTES) * BLOCK_BYTES);
  let at = 0;
  for (const part of parts) {
    message.set(part, at);
    at += part.length;
  }
  message[length] = 0x80;
  const words = new DataView(message.buffer);
  words.setBigUint64(message.length - 8, BigInt(length) * 8n);
  const state = Int32Array.from(START);
  for (let block = 0; block < message.length; block += BLOCK_BYTES) compress(state, words, block);
  message.fill(0);
  const digest = new DataView(new ArrayBuffer(32));
  state.forEach((word, index) => digest.setInt32(4 * index, word));
  return new Uint8Array(digest.buffer);
}

const rotated = (word: number, bits: number): number => (word >>> bits) | (word << (32 - bits));

/** FIPS 180-4, 6.2.2: one block of the message. */
function compress(state: Int32Array, words: DataView, block: number): void {
  const schedule = new Int32Array(64);
  const scheduled = (index: number): number => schedule[index] as number;
  let [a, b, c, d, e, f, g, h] = state as unknown as [number, number, number, number, number, number, number, number];
  for (let round = 0; round < 64; round++) {
    if (round < 16) schedule[round] = words.getInt32(block + 4 * round);
    else {
      const early = scheduled(round - 15);
      const late = scheduled(round - 2);
      schedule[round] = scheduled(round - 16) + (rotated(early, 7) ^ rotated(early, 18) ^ (early >>> 3))
        + scheduled(round - 7) + (rotated(late, 17) ^ rotated(late, 19) ^ (late >>> 10));
    }
    const one = h + (rotated(e, 6) ^ rotated(e, 11) ^ rotated(e, 25)) + ((e & f) ^ (~e & g)) + (CONSTANTS[round] as number) + scheduled(round);
    const two = (rotated(a, 2) ^ rotated(a, 13) ^ rotated(a, 22)) + ((a & b) ^ (a & c) ^ (b & c));
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + one) | 0, c, b, a, (one + two) | 0];
  }
  [a, b, c, d, e, f, g, h].forEach((word, index) => { state[index] = (state[index] as number) + word; });
  schedule.fill(0);
}
