/**
 * The other half of M-Pin on BN254CX: what trust authorities issue and verifiers check. It contains the pairing and
 * is not for pages; those import `browser.ts`.
 */
export type { Curve, GroupElement, PairingCurve } from './curve.ts';
export type { G1Point } from './g1.ts';
export type { G2Point } from './g2.ts';
export { bn254cx, pairing, type Lines } from './pairing.ts';
export { clientShare, combineServerShares, createMasterSecret, serverShare } from './trust-authority.ts';
export { createChallenge, mapIdentity, validateG1, validatePublicKey } from './validation.ts';
export {
  Verifier, type ProofToVerify, type SignatureToVerify, type VerifierOptions,
} from './verifier.ts';
