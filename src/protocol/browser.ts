/**
 * The client's half of M-Pin on BN254CX: registration, sign-in and signing, without pairing and without input or
 * output. This is all of the protocol that a page loads; `index.ts` adds the trust authority and the verifier.
 */
export type { Hex, IdentityId, RandomSource } from './types.ts';
export { hashIdentity } from './hash.ts';
export { combineShares, createKeyPair, extractPin, type KeyPair } from './keys.ts';
export { assertPin, MAX_PIN_LENGTH, MIN_PIN_LENGTH } from './pin.ts';
export { Proof } from './proof.ts';
export { sign, signatureChallenge, type Signature } from './signature.ts';
