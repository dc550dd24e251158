import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  bn254cx, clientShare, combineServerShares, hashIdentity, mapIdentity, Proof, serverShare, Verifier,
} from '../../src/protocol/index.ts';
import { alice, bytes, startingWith, vectors } from './support.ts';

const verifier = new Verifier(vectors.serverSecret);
const proof = { id: alice, u: vectors.U, y: vectors.y, v: vectors.V };

test('the identity\'s point is the vectors\'', () => {
  assert.equal(mapIdentity(hashIdentity(alice)), vectors.A);
});

test('the client shares are the vectors\'', () => {
  assert.equal(clientShare(vectors.s1, vectors.sha256Id), vectors.C1);
  assert.equal(clientShare(vectors.s2, vectors.sha256Id), vectors.C2);
});

test('the server secret is the vectors\'', () => {
  assert.equal(combineServerShares([serverShare(vectors.s1), serverShare(vectors.s2)]), vectors.serverSecret);
});

test('the vectors\' proof is accepted, with A kept or hashed again', () => {
  assert.equal(verifier.verifyProof(proof), true);
  assert.equal(verifier.verifyProof({ ...proof, a: vectors.A }), true);
});

test('the vectors\' signature is accepted', () => {
  const { messageHex, timestamp, v } = vectors.signature;
  const signature = { id: alice, message: bytes(messageHex), timestamp, u: vectors.U, v };
  assert.equal(verifier.verifySignature(signature), true);
  assert.equal(verifier.verifySignature({ ...signature, timestamp: timestamp + 1 }), false);
});

test('a wrong PIN is off by the vectors\' error, and refused', () => {
  const { decodeG1, encodeG1, multiplyPublic, order } = bn254cx;
  const base = decodeG1(vectors.U, 'U').add(multiplyPublic(decodeG1(vectors.A, 'A'), BigInt(`0x${vectors.y}`)));
  for (const [pin, error] of Object.entries(vectors.server.pinErrors)) {
    const wrong = new Proof(alice, vectors.token_1234, startingWith(BigInt(`0x${vectors.x}`)));
    wrong.prepare(vectors.y);
    const v = wrong.finish(pin);
    assert.equal(verifier.verifyProof({ ...proof, v }), false);
    // V(entered) = V(right) − error·(U + y·A).
    const difference = multiplyPublic(base, (BigInt(error) + order) % order);
    assert.equal(encodeG1(decodeG1(v, 'V').add(difference)), vectors.V);
  }
});
