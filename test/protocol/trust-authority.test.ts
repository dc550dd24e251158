import assert from 'node:assert/strict';
import { inspect } from 'node:util';
import { test } from 'node:test';
import {
  bn254cx, clientShare, combineServerShares, createMasterSecret, hashIdentity, mapIdentity, Proof, serverShare,
} from '../../src/protocol/index.ts';
import { R } from '../../src/protocol/parameters.ts';
import { alice, assertCode, scalarHex, vectors } from './support.ts';

test('a master secret out of range or malformed issues nothing, and is not repeated', () => {
  for (const issue of [(secret: string) => clientShare(secret, vectors.sha256Id), serverShare]) {
    assertCode(() => issue(scalarHex(0n)), 'SCALAR_OUT_OF_RANGE');
    assertCode(() => issue(scalarHex(R)), 'SCALAR_OUT_OF_RANGE', [scalarHex(R)]);
    assertCode(() => issue(vectors.s1.slice(2)), 'WRONG_LENGTH', [vectors.s1.slice(2)]);
    assertCode(() => issue(vectors.s1.toUpperCase()), 'NOT_HEX', [vectors.s1.toUpperCase()]);
  }
});

test('an identity hash must be 32 bytes', () => {
  assertCode(() => clientShare(vectors.s1, vectors.sha256Id.slice(2)), 'WRONG_LENGTH');
  assertCode(() => clientShare(vectors.s1, 'not a hash'), 'NOT_HEX');
  assertCode(() => mapIdentity(`${vectors.sha256Id}00`), 'WRONG_LENGTH');
});

test('an identity is hashed from its bytes; an empty id or a short key is none', () => {
  assert.notEqual(hashIdentity(alice), hashIdentity({ mpinId: alice.mpinId }));
  assertCode(() => hashIdentity({ mpinId: '' }), 'WRONG_LENGTH');
  assertCode(() => hashIdentity({ mpinId: 'abc' }), 'NOT_HEX');
  assertCode(() => hashIdentity({ ...alice, publicKey: alice.publicKey.slice(2) }), 'WRONG_LENGTH');
});

test('server shares that make no secret are refused', () => {
  const share = serverShare(createMasterSecret());
  const { decodeG2, encodeG2, generator2 } = bn254cx;
  const negated = encodeG2(decodeG2(share, 'S').negate());
  const toQ = encodeG2(generator2.add(decodeG2(negated, 'S')));
  assertCode(() => combineServerShares([]), 'INVALID_ARGUMENT');
  assertCode(() => combineServerShares([share, negated]), 'DEGENERATE', [share, negated]);
  assertCode(() => combineServerShares([share, toQ]), 'DEGENERATE');
  assertCode(() => combineServerShares([share, share.slice(2)]), 'WRONG_LENGTH');
});

test('any number of authorities make one server secret, in any order', () => {
  const shares = [1n, 2n, 3n].map((secret) => serverShare(scalarHex(secret)));
  assert.equal(combineServerShares(shares), serverShare(scalarHex(6n)));
  assert.equal(combineServerShares(shares.toReversed()), serverShare(scalarHex(6n)));
});

test('inspecting a proof shows U and no secret', () => {
  const proof = new Proof(alice, vectors.token_1234);
  proof.prepare(vectors.y);
  const shown = inspect(proof, { depth: 10, showHidden: true });
  const coordinates = [vectors.token_1234.slice(2, 66), vectors.token_1234.slice(66)];
  assert.ok(shown.includes(proof.u));
  for (const secret of coordinates) {
    assert.ok(!shown.includes(secret));
    assert.ok(!shown.includes(BigInt(`0x${secret}`).toString()));
  }
});
