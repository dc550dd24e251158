import { MpinError } from '../errors.ts';
import { batchHolds, type Equation } from './batch.ts';
import { decodeBytes } from './encoding.ts';
import { hashIdentity } from './hash.ts';
import { bn254cx as curve, type Lines } from './pairing.ts';
import { systemRandom } from './random.ts';
import { Recent } from './recent.ts';
import { signatureChallenge } from './signature.ts';
import type { Hex, IdentityId } from './types.ts';

/** A sign-in to check: what was kept of pass 1, and V of pass 2. */
export interface ProofToVerify {
  /** The identity as registered; never with a public key that the request brought. */
  readonly id: IdentityId;
  /** A = `mapIdentity(hashIdentity(id))`, where it is kept; it saves hashing. */
  readonly a?: Hex | undefined;
  /** U of pass 1, 130 hex digits. */
  readonly u: Hex;
  /** The challenge that was issued for this U, 64 hex digits. */
  readonly y: Hex;
  /** V of pass 2, 130 hex digits. */
  readonly v: Hex;
}

/** A signature to check. Whether its time is acceptable is the caller's policy. */
export interface SignatureToVerify {
  readonly id: IdentityId;
  readonly a?: Hex | undefined;
  readonly message: Uint8Array;
  readonly u: Hex;
  readonly v: Hex;
  /** Whole Unix seconds. */
  readonly timestamp: number;
}

/** What to keep in memory; see `Verifier`. */
export interface VerifierOptions {
  /** How many public keys' lines to keep, about 30 kB each. Default 256. */
  readonly keptKeys?: number;
}

const DEFAULT_KEPT_KEYS = 256;

/** Identities registered without a public key count as having Q. */
const KEY_OF_THE_KEYLESS = curve.encodeG2(curve.generator2);

/**
 * Checks proofs and signatures for one server secret (docs/protocol.md 9.5, 9.6, 9.8). The lines of sQ are computed
 * once; those of recent public keys, checked completely when first seen, are kept.
 */
export class Verifier {
  readonly #serverLines: Lines;
  readonly #keyLines: Recent<Lines>;

  /**
   * @param serverSecret - sQ of `combineServerShares`, 256 hex digits
   * @throws MpinError the encoding's code for a malformed secret; DEGENERATE for ±Q, with which anybody could answer
   */
  constructor(serverSecret: Hex, options: VerifierOptions = {}) {
    const secret = curve.decodeG2(serverSecret, 'The server secret');
    if (secret.equals(curve.generator2) || secret.equals(curve.generator2.negate())) {
      throw new MpinError('DEGENERATE', 'The server secret is no secret; check the trust authorities\' keys');
    }
    this.#serverLines = curve.lines(secret);
    this.#keyLines = new Recent(options.keptKeys ?? DEFAULT_KEPT_KEYS, (publicKey) =>
      curve.lines(curve.decodeG2(publicKey, 'The public key')),
    );
  }

  /**
   * Whether e(V, Pa)·e(U + y·A, sQ) = 1, that is, whether V was made from U, y, the identity's token and its PIN.
   *
   * @returns false for a wrong PIN, and for a U chosen so that U + y·A is the identity; nothing tells them apart
   * @throws MpinError the encoding's code when a value is malformed
   */
  verifyProof(proof: ProofToVerify): boolean {
    return batchHolds([this.#equation(proof)], this.#serverLines, systemRandom)[0]!;
  }

  /**
   * Checks several sign-ins with one final exponentiation, each weighted with a random number of 128 bits so that
   * wrong ones cannot make up for each other. Worth it under load only: one wrong PIN costs the halving of its batch.
   *
   * @returns the outcome of each, as `verifyProof` would give it
   * @throws MpinError the encoding's code when a value is malformed; RANDOM_FAILURE
   */
  verifyBatch(proofs: readonly ProofToVerify[]): boolean[] {
    return batchHolds(proofs.map((proof) => this.#equation(proof)), this.#serverLines, systemRandom);
  }

  /**
   * Whether a signature was made over this message and time with the identity's token and its PIN.
   *
   * @throws MpinError INVALID_TIMESTAMP; the encoding's code when a value is malformed
   */
  verifySignature({ message, timestamp, ...proof }: SignatureToVerify): boolean {
    return this.verifyProof({ ...proof, y: signatureChallenge(proof.u, message, timestamp) });
  }

  /** Decodes and validates everything, and computes D = U + y·A. */
  #equation({ id, a, u, y, v }: ProofToVerify): Equation {
    const commitment = curve.decodeG1(u, 'U');
    const response = curve.decodeG1(v, 'V');
    const challenge = curve.decodeScalar(y, 'The challenge y');
    const identity = a === undefined
      ? curve.hashToG1(decodeBytes(hashIdentity(id), 'The identity hash'))
      : curve.decodeG1(a, 'A');
    const keyLines = this.#keyLines.get(id.publicKey ?? KEY_OF_THE_KEYLESS);
    return { keyLines, response, base: commitment.add(curve.multiplyPublic(identity, challenge)) };
  }
}
