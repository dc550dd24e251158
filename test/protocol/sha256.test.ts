import { sha256 as noble } from '@noble/hashes/sha2.js';
import * as fc from 'fast-check';
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { describe, it } from 'node:test';
import { sha256 } from '../../src/protocol/sha256.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const hex = (digest: Uint8Array): string => Buffer.from(digest).toString('hex');

describe('SHA-256', () => {
  it('gives the examples of FIPS 180-2 and the empty message\'s digest', () => {
    assert.equal(hex(sha256()), 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
    assert.equal(hex(sha256(bytes('abc'))), 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
    assert.equal(hex(sha256(bytes('abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq'))), '248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1');
    assert.equal(hex(sha256(bytes('a'.repeat(1_000_000)))), 'cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0');
  });

  it('gives what noble and Node give, at every length around the blocks\' ends', () => {
    for (let length = 0; length <= 260; length++) {
      const message = Uint8Array.from({ length }, (_, at) => (at * 151 + length) & 0xff);
      const digest = hex(sha256(message));
      assert.equal(digest, hex(noble(message)), `${length} bytes`);
      assert.equal(digest, createHash('sha256').update(message).digest('hex'), `${length} bytes`);
    }
  });

  it('gives what noble gives for any message in any parts, and leaves them as they were', () => {
    fc.assert(fc.property(fc.array(fc.uint8Array({ maxLength: 300 }), { maxLength: 5 }), (parts) => {
      const before = parts.map((part) => part.slice());
      assert.equal(hex(sha256(...parts)), hex(noble(Buffer.concat(parts))));
      assert.deepEqual(parts, before);
    }), { numRuns: 500 });
  });

  it('takes its constants from roots that no rounding of an engine could change', () => {
    const primes = Array.from({ length: 312 }, (_, one) => one).filter((one) => one > 1 && !Array.from({ length: one }, (_, at) => at).some((other) => other > 1 && one % other === 0));
    assert.equal(primes.length, 64);
    for (const root of [...primes.map(Math.cbrt), ...primes.slice(0, 8).map(Math.sqrt)]) {
      const rest = (root * 2 ** 32) % 1;
      assert.ok(rest > 2 ** -12 && rest < 1 - 2 ** -12, `${root} is held to 2^-44, far above what a double loses`);
    }
  });
});
