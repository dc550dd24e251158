import assert from 'node:assert/strict';
import { createPublicKey, verify, type JsonWebKey } from 'node:crypto';
import { test } from 'node:test';
import { Verifier, validateG1, hashIdentity } from '../../src/protocol/index.ts';
import { bn254cx } from '../../src/protocol/server.ts';
import { readVectors, vectors } from './support.ts';

interface Example {
  readonly signature: Readonly<Record<'hash' | 'u' | 'v' | 'mpinId' | 'publicKey' | 'dtas', string>>;
  readonly timestamp: number;
  readonly certificate: string;
  readonly jwks: { readonly keys: readonly (JsonWebKey & { readonly kid: string })[] };
}

const { signature, timestamp, certificate, jwks } = readVectors<Example>('dvs-example.json');

test('the example\'s points decode', () => {
  validateG1(signature.u);
  validateG1(signature.v);
  assert.equal(bn254cx.encodeG2(bn254cx.decodeG2(signature.publicKey, 'Pa')), signature.publicKey);
});

test('the example\'s M-Pin id and authorities decode to JSON', () => {
  const mpinId = JSON.parse(Buffer.from(signature.mpinId, 'hex').toString()) as Record<string, unknown>;
  assert.deepEqual(Object.keys(mpinId), ['iat', 'userID', 'cID', 'salt', 'v', 'scope', 'dta', 'vt']);
  const dtas = JSON.parse(Buffer.from(signature.dtas, 'base64').toString()) as string[];
  assert.equal(dtas.length, 2);
  for (const dta of dtas) assert.match(dta, /^[0-9a-f]{64}$/u);
  assert.match(hashIdentity(signature), /^[0-9a-f]{64}$/u);
});

test('the example\'s certificate verifies, and certifies the signed hash', () => {
  const [header, payload, proof] = certificate.split('.') as [string, string, string];
  const { kid } = JSON.parse(Buffer.from(header, 'base64url').toString()) as { kid: string };
  const jwk = jwks.keys.find((key) => key.kid === kid)!;
  const key = createPublicKey({ key: jwk, format: 'jwk' });
  const signed = Buffer.from(`${header}.${payload}`);
  assert.equal(verify('RSA-SHA256', signed, key, Buffer.from(proof, 'base64url')), true);
  signed[signed.length - 1]! ^= 1;
  assert.equal(verify('RSA-SHA256', signed, key, Buffer.from(proof, 'base64url')), false);
  const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as { hash: string; exp: number; cAt: number };
  assert.equal(claims.hash, signature.hash);
  assert.equal(claims.exp - claims.cAt, 10);
});

test('under a server secret that is not its own the example is refused', () => {
  const { hash, u, v, mpinId, publicKey } = signature;
  const verifier = new Verifier(vectors.serverSecret);
  assert.equal(verifier.verifySignature({ id: { mpinId, publicKey }, message: Buffer.from(hash, 'hex'), u, v, timestamp }), false);
});
