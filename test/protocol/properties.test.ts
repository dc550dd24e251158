import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import {
  assertPin, clientShare, combineShares, createChallenge, createKeyPair, extractPin, hashIdentity, Proof, sign,
} from '../../src/protocol/index.ts';
import { Recent } from '../../src/protocol/recent.ts';
import { assertCode, hex } from './support.ts';
import { masters, register, signIn, verifier } from './world.ts';

const pins = fc.stringMatching(/^[0-9]{4,6}$/u);
const { publicKey, privateKey } = createKeyPair();

test('whoever has identity, token and PIN signs in and signs; any other number fails', () => {
  fc.assert(fc.property(fc.uint8Array({ minLength: 1, maxLength: 200 }), pins, pins, (mpinId, pin, entered) => {
    const id = { mpinId: hex(mpinId), publicKey };
    const hash = hashIdentity(id);
    const secret = combineShares(privateKey, clientShare(masters[0], hash), clientShare(masters[1], hash));
    const person = { id, pin, token: extractPin(secret, id, pin) };
    assert.equal(verifier.verifyProof(signIn(person)), true);
    assert.equal(verifier.verifyProof(signIn(person, entered)), Number(entered) === Number(pin));
    const signature = sign(id, person.token, entered, mpinId, 1_700_000_000);
    assert.equal(verifier.verifySignature({ id, message: mpinId, timestamp: 1_700_000_000, ...signature }), Number(entered) === Number(pin));
  }), { numRuns: 10 });
});

test('no two proofs are alike, and nothing of a proof shows', () => {
  const person = register('carol', '2580');
  const proof = new Proof(person.id, person.token);
  assert.notEqual(proof.u, new Proof(person.id, person.token).u);
  proof.prepare(createChallenge());
  assert.deepEqual(Object.keys(proof), ['u']);
  assert.ok(!JSON.stringify(proof).includes(person.token.slice(2)));
});

test('a proof gives one answer, takes a newer y, and ends when destroyed', () => {
  const person = register('dave', '2580');
  const proof = new Proof(person.id, person.token);
  assert.equal(proof.prepared, false);
  assertCode(() => proof.finish('2580'), 'INVALID_ARGUMENT');
  proof.prepare(createChallenge());
  const y = createChallenge();
  proof.prepare(y);
  assert.equal(proof.prepared, true);
  const v = proof.finish('2580');
  assert.equal(verifier.verifyProof({ id: person.id, u: proof.u, y, v }), true);
  assert.equal(proof.prepared, false);
  assertCode(() => proof.finish('2580'), 'INVALID_ARGUMENT');
  assertCode(() => proof.prepare(createChallenge()), 'INVALID_ARGUMENT');
  const dropped = new Proof(person.id, person.token);
  dropped.prepare(y);
  dropped.destroy();
  dropped.destroy();
  assertCode(() => dropped.finish('2580'), 'INVALID_ARGUMENT');
});

test('a PIN of the wrong length is refused when the length is known', () => {
  assertPin('1234', 4);
  assertCode(() => assertPin('1234', 6), 'INVALID_PIN', ['1234']);
});

test('an identity without a public key is checked against Q', () => {
  const id = { mpinId: hex('no key') };
  const hash = hashIdentity(id);
  const token = extractPin(combineShares(1n, clientShare(masters[0], hash), clientShare(masters[1], hash)), id, '1234');
  const proof = new Proof(id, token);
  const y = createChallenge();
  proof.prepare(y);
  const signedIn = { id, u: proof.u, y, v: proof.finish('1234') };
  assert.equal(verifier.verifyProof(signedIn), true);
  assert.equal(verifier.verifyProof({ ...signedIn, id: { ...id, publicKey } }), false);
});

test('row 41: a batch names its wrong ones, and two errors that cancel are both found', async () => {
  const { bn254cx } = await import('../../src/protocol/index.ts');
  const person = register('erin', '2580');
  const proofs = Array.from({ length: 8 }, () => signIn(person));
  assert.deepEqual(verifier.verifyBatch(proofs), Array.from({ length: 8 }, () => true));
  const wrong = signIn(person, '2581');
  assert.deepEqual(verifier.verifyBatch(proofs.with(5, wrong)), [true, true, true, true, true, false, true, true]);
  const error = bn254cx.multiplyPublic(bn254cx.generator1, 77n);
  const shifted = (v: string, by: typeof error): string => bn254cx.encodeG1(bn254cx.decodeG1(v, 'V').add(by));
  const pair = [
    { ...proofs[0]!, v: shifted(proofs[0]!.v, error) },
    { ...proofs[1]!, v: shifted(proofs[1]!.v, error.negate()) },
  ];
  assert.deepEqual(verifier.verifyBatch(pair), [false, false]);
  assert.deepEqual(verifier.verifyBatch([]), []);
});

test('what is kept is computed once, the least recent goes first, and failures are not kept', () => {
  const computed: string[] = [];
  const recent = new Recent(2, (key) => {
    computed.push(key);
    if (key === 'bad') throw new Error('bad');
    return key.toUpperCase();
  });
  for (const key of ['a', 'b', 'a', 'c', 'a', 'b']) assert.equal(recent.get(key), key.toUpperCase());
  assert.deepEqual(computed, ['a', 'b', 'c', 'b']);
  assert.throws(() => recent.get('bad'));
  assert.throws(() => recent.get('bad'));
  assert.equal(computed.length, 6);
  assert.equal(recent.size, 2);
});
