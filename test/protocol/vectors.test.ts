import assert from 'node:assert/strict';
import { test } from 'node:test';
import { combineShares, createKeyPair, extractPin, hashIdentity, Proof, sign, signatureChallenge } from '../../src/protocol/browser.ts';
import { clientCurve } from '../../src/protocol/bn254cx.ts';
import { P, R } from '../../src/protocol/parameters.ts';
import { alice, bytes, scalarHex, startingWith, vectors } from './support.ts';

test('the curve is the vectors\' curve', () => {
  assert.equal(clientCurve.name, vectors.curve);
  assert.equal(scalarHex(P), vectors.p);
  assert.equal(scalarHex(R), vectors.r);
  assert.equal(clientCurve.encodeG2(clientCurve.generator2), vectors.g2Generator);
});

test('the identity hash is the vectors\'', () => {
  assert.equal(hashIdentity(alice), vectors.sha256Id);
});

test('the key pair is the vectors\'', () => {
  const pair = createKeyPair(startingWith(BigInt(`0x${vectors.z}`)));
  assert.equal(scalarHex(pair.privateKey), vectors.z);
  assert.equal(pair.publicKey, vectors.publicKey);
});

test('the client secret is the vectors\'', () => {
  assert.equal(combineShares(BigInt(`0x${vectors.z}`), vectors.C1, vectors.C2), vectors.CS);
});

test('the tokens are the vectors\', whatever the PIN\'s length', () => {
  assert.equal(extractPin(vectors.CS, alice, '1234'), vectors.token_1234);
  assert.equal(extractPin(vectors.CS, alice, '0012'), vectors.token_0012);
  assert.equal(extractPin(vectors.CS, alice, '123456'), vectors.token_123456);
  assert.equal(extractPin(vectors.CS, alice, '000000'), vectors.CS, 'PIN 0 leaves the client secret');
});

test('the proof is the vectors\'', () => {
  const proof = new Proof(alice, vectors.token_1234, startingWith(BigInt(`0x${vectors.x}`)));
  assert.equal(proof.u, vectors.U);
  proof.prepare(vectors.y);
  assert.equal(proof.finish('1234'), vectors.V);
});

test('the signature is the vectors\'', () => {
  const { messageHex, timestamp, pin, y, v } = vectors.signature;
  assert.equal(signatureChallenge(vectors.U, bytes(messageHex), timestamp), y);
  const signed = sign(alice, vectors.token_1234, pin, bytes(messageHex), timestamp, startingWith(BigInt(`0x${vectors.x}`)));
  assert.deepEqual(signed, { u: vectors.U, v });
});
