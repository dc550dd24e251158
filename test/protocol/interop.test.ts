import assert from 'node:assert/strict';
import { createHash, randomBytes } from 'node:crypto';
import { test } from 'node:test';
import {
  clientShare, combineServerShares, combineShares, createKeyPair, createMasterSecret, createChallenge, extractPin,
  hashIdentity, mapIdentity, Proof, serverShare, sign, signatureChallenge, Verifier,
} from '../../src/protocol/index.ts';
import type { Hex } from '../../src/protocol/types.ts';
import { milagro, toArray, toHex } from './milagro.ts';

/** Random cases in each direction. */
const CASES = 100;
const SIGNATURES = 25;
const NEW_IDENTITY_EVERY = 10;
const BAD_PIN = -19;

const mpin = milagro();
const { SHA256 } = mpin;
const masters = [createMasterSecret(), createMasterSecret()] as const;
const serverSecret = combineServerShares(masters.map((master) => serverShare(master)));
const verifier = new Verifier(serverSecret);

interface Registered {
  readonly id: { readonly mpinId: Hex; readonly publicKey: Hex };
  readonly idBytes: number[];
  readonly privateKey: bigint;
  readonly pin: string;
  readonly token: Hex;
}

function randomPin(): string {
  const length = 4 + (randomBytes(1)[0]! % 3);
  return Array.from(randomBytes(length), (byte) => byte % 10).join('');
}

function otherPin(pin: string): string {
  return pin.replace(/.$/u, (digit) => String((Number(digit) + 1) % 10));
}

function register(): Registered {
  const { publicKey, privateKey } = createKeyPair();
  const id = { mpinId: randomBytes(40).toString('hex'), publicKey };
  const hash = hashIdentity(id);
  const pin = randomPin();
  const secret = combineShares(privateKey, clientShare(masters[0], hash), clientShare(masters[1], hash));
  return {
    id, pin, privateKey, token: extractPin(secret, id, pin), idBytes: [...toArray(id.mpinId), ...toArray(publicKey)],
  };
}

const people = Array.from({ length: CASES / NEW_IDENTITY_EVERY }, register);

/** Proof by MIRACL's library. */
function theirProof({ idBytes, token }: Registered, pin: string, y: Hex): { u: Hex; v: Hex } {
  const x = toArray(createChallenge());
  const u: number[] = [];
  const sec: number[] = [];
  assert.equal(mpin.CLIENT_1(SHA256, 0, idBytes, null, x, Number(pin), toArray(token), sec, u, null, null), 0);
  assert.equal(mpin.CLIENT_2(x, toArray(y), sec), 0);
  return { u: toHex(u), v: toHex(sec) };
}

/** Check by MIRACL's library. */
function theirCheck({ idBytes, id }: Registered, proof: { u: Hex; y: Hex; v: Hex }): number {
  const hid: number[] = [];
  mpin.SERVER_1(SHA256, 0, idBytes, hid, null);
  assert.equal(toHex(hid), mapIdentity(hashIdentity(id)));
  return mpin.SERVER_2(
    0, hid, null, toArray(proof.y), toArray(serverSecret), toArray(proof.u), null, toArray(proof.v), null, null,
    toArray(id.publicKey),
  );
}

test('keys, shares, secrets and tokens equal MIRACL\'s', () => {
  const sst: number[][] = masters.map((master) => {
    const share: number[] = [];
    mpin.GET_SERVER_SECRET(toArray(master), share);
    assert.equal(toHex(share), serverShare(master));
    return share;
  });
  const sum: number[] = [];
  mpin.RECOMBINE_G2(sst[0]!, sst[1]!, sum);
  assert.equal(toHex(sum), serverSecret);
  for (const person of people) {
    const z = toArray(person.privateKey.toString(16).padStart(64, '0'));
    const publicKey: number[] = [];
    mpin.GET_DVS_KEYPAIR(null, [...z], publicKey);
    assert.equal(toHex(publicKey), person.id.publicKey);
    const hash = mpin.HASH_ID(SHA256, person.idBytes);
    assert.equal(toHex(hash), hashIdentity(person.id));
    const shares = masters.map((master) => {
      const share: number[] = [];
      mpin.GET_CLIENT_SECRET(toArray(master), hash, share);
      assert.equal(toHex(share), clientShare(master, toHex(hash)));
      return share;
    });
    const combined: number[] = [];
    mpin.RECOMBINE_G1(shares[0]!, shares[1]!, combined);
    const token: number[] = [];
    mpin.GET_G1_MULTIPLE(null, 0, z, combined, token);
    assert.equal(mpin.EXTRACT_PIN(SHA256, person.idBytes, Number(person.pin), token), 0);
    assert.equal(toHex(token), person.token);
  }
});

test(`MIRACL's library makes ${CASES} proofs, we check them`, () => {
  for (let i = 0; i < CASES; i++) {
    const person = people[i % people.length]!;
    const y = createChallenge();
    const right = i % 4 !== 0;
    const { u, v } = theirProof(person, right ? person.pin : otherPin(person.pin), y);
    assert.equal(verifier.verifyProof({ id: person.id, u, y, v }), right);
  }
});

test(`we make ${CASES} proofs, MIRACL's library checks them`, () => {
  for (let i = 0; i < CASES; i++) {
    const person = people[i % people.length]!;
    const y = createChallenge();
    const right = i % 4 !== 0;
    const proof = new Proof(person.id, person.token);
    proof.prepare(createChallenge());
    proof.prepare(y);
    const v = proof.finish(right ? person.pin : otherPin(person.pin));
    assert.equal(theirCheck(person, { u: proof.u, y, v }), right ? 0 : BAD_PIN);
  }
});

test('signatures pass both ways', () => {
  for (let i = 0; i < SIGNATURES; i++) {
    const person = people[i % people.length]!;
    const message = createHash('sha256').update(String(i)).digest();
    const timestamp = 1_700_000_000 + i * 1_000_003;
    const ours = sign(person.id, person.token, person.pin, message, timestamp);
    const hid: number[] = [];
    const y: number[] = [];
    const accepted = mpin.SERVER(
      SHA256, 0, hid, null, y, toArray(serverSecret), toArray(ours.u), null, toArray(ours.v), null, null, person.idBytes,
      timestamp, [...message], toArray(person.id.publicKey),
    );
    assert.equal(accepted, 0);
    assert.equal(toHex(y), signatureChallenge(ours.u, message, timestamp));

    const u: number[] = [];
    const v: number[] = [];
    assert.equal(mpin.CLIENT(
      SHA256, 0, person.idBytes, null, toArray(createChallenge()), Number(person.pin), toArray(person.token), v, u, null, null,
      timestamp, [], [...message],
    ), 0);
    assert.ok(verifier.verifySignature({ id: person.id, message, timestamp, u: toHex(u), v: toHex(v) }));
  }
});
