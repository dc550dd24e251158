/** The adversarial inputs of signatures, hashing and randomness, by number. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import { createChallenge, createKeyPair, createMasterSecret, Proof, sign, signatureChallenge } from '../../src/protocol/index.ts';
import { tryAndIncrement } from '../../src/protocol/hash.ts';
import { assertCode, scalarHex } from './support.ts';
import { register, signIn, verifier } from './world.ts';

const alice = register('alice', '4711');
const message = createHash('sha256').update('a document').digest();
const timestamp = 1_763_000_000;
const signature = { id: alice.id, message, timestamp, ...sign(alice.id, alice.token, alice.pin, message, timestamp) };

test('the signature that the rows spoil is good', () => {
  assert.equal(verifier.verifySignature(signature), true);
});

test('row 31: timestamps that are not whole seconds in 1 … 2³² − 1', () => {
  for (const wrong of [0, -1, 2 ** 32, 1.5, Number.NaN, Number.POSITIVE_INFINITY, '1' as unknown as number]) {
    assertCode(() => sign(alice.id, alice.token, alice.pin, message, wrong), 'INVALID_TIMESTAMP');
    assertCode(() => verifier.verifySignature({ ...signature, timestamp: wrong }), 'INVALID_TIMESTAMP');
  }
  for (const edge of [1, 2 ** 32 - 1]) {
    const made = sign(alice.id, alice.token, alice.pin, message, edge);
    assert.equal(verifier.verifySignature({ ...signature, ...made, timestamp: edge }), true);
  }
  assert.equal(verifier.verifySignature({ ...signature, timestamp: timestamp - 1 }), false);
});

test('row 32: another message by a bit, another U, an empty and a large message', () => {
  const bit = Uint8Array.from(message);
  bit[31]! ^= 1;
  assert.equal(verifier.verifySignature({ ...signature, message: bit }), false);
  assert.equal(verifier.verifySignature({ ...signature, message: new Uint8Array() }), false);
  assert.equal(verifier.verifySignature({ ...signature, u: signIn(alice).u }), false);
  for (const size of [0, 1 << 20]) {
    const other = new Uint8Array(size).fill(7);
    const made = sign(alice.id, alice.token, alice.pin, other, timestamp);
    assert.equal(verifier.verifySignature({ ...signature, ...made, message: other }), true, `${size} bytes`);
  }
});

test('row 33: no byte moves between U and the message', () => {
  const moved = Uint8Array.from([Number.parseInt(signature.u.slice(-2), 16), ...message]);
  assertCode(() => verifier.verifySignature({ ...signature, u: signature.u.slice(0, -2), message: moved }), 'WRONG_LENGTH');
  assertCode(() => signatureChallenge(`${signature.u}00`, message.subarray(1), timestamp), 'WRONG_LENGTH');
});

test('row 34: a signature is no sign-in, and a sign-in no signature', () => {
  const proof = signIn(alice);
  assert.equal(verifier.verifyProof({ id: alice.id, u: signature.u, v: signature.v, y: createChallenge() }), false);
  assert.equal(verifier.verifySignature({ ...signature, u: proof.u, v: proof.v }), false);
});

test('a wrong PIN signs nothing', () => {
  const made = sign(alice.id, alice.token, '4712', message, timestamp);
  assert.equal(verifier.verifySignature({ ...signature, ...made }), false);
});

test('row 42: identities that take 1 to 12 tries map as MIRACL\'s do', () => {
  const ctx = new (createRequire(import.meta.url)('milagro-crypto-js') as new (curve: string) => {
    ECP: { mapit(hash: number[]): { toBytes(bytes: number[]): void } };
  })('BN254CX');
  const missing = new Set(Array.from({ length: 12 }, (_, i) => i + 1));
  for (let i = 0; missing.size > 0; i++) {
    const digest = createHash('sha256').update(`identity ${i}`).digest();
    const { x, y, tries } = tryAndIncrement(digest);
    if (!missing.delete(tries)) continue;
    const theirs: number[] = [];
    ctx.ECP.mapit([...digest]).toBytes(theirs);
    assert.equal(Buffer.from(theirs).toString('hex'), `04${scalarHex(x)}${scalarHex(y)}`, `${tries} tries`);
  }
});

test('row 45: a broken random source stops key generation, challenges and proofs', () => {
  const broken = {
    failing: () => {
      throw new Error('no entropy');
    },
    zeros: (length: number) => new Uint8Array(length),
    constant: (length: number) => new Uint8Array(length).fill(0xa5),
    short: () => new Uint8Array(16).fill(1).map((_, i) => i),
    nothing: () => undefined as unknown as Uint8Array,
  };
  for (const random of Object.values(broken)) {
    assertCode(() => createKeyPair(random), 'RANDOM_FAILURE');
    assertCode(() => createChallenge(random), 'RANDOM_FAILURE');
    assertCode(() => createMasterSecret(random), 'RANDOM_FAILURE');
    assertCode(() => new Proof(alice.id, alice.token, random), 'RANDOM_FAILURE');
  }
  const repeating = (length: number): Uint8Array => Uint8Array.from({ length }, (_, i) => i);
  createChallenge(repeating);
  assertCode(() => createChallenge(repeating), 'RANDOM_FAILURE');
});
