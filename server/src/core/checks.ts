/** An identity as a check needs it: everything from the database, nothing from the request. */
export interface CheckedIdentity {
  /** Which server secret its shares belong to. */
  readonly serverSecretId: number;
  /** Hex of the M-Pin id. */
  readonly mpinId: string;
  readonly publicKey: string;
  /** H1(M-Pin id ‖ public key), hex. */
  readonly point: string;
}

/**
 * The pairing, done in other threads. An input that does not decode is refused before it comes here.
 */
export interface ProofChecks {
  /** Whether V proves the PIN for this U and y. */
  proof(identity: CheckedIdentity, proof: { readonly u: string; readonly y: string; readonly v: string }): Promise<boolean>;
  /** Whether the signature over `message` (hex) and `timestamp` (Unix seconds) is this identity's. */
  signature(identity: CheckedIdentity, signature: { readonly u: string; readonly v: string; readonly message: string; readonly timestamp: number }): Promise<boolean>;
  /**
   * Checks a public key as docs/protocol.md 9.8 demands.
   *
   * @returns false where it is not acceptable
   */
  publicKey(publicKey: string): Promise<boolean>;
  /** @returns H1(M-Pin id ‖ public key), hex, and SHA-256(M-Pin id ‖ public key), hex */
  identity(mpinId: string, publicKey: string): Promise<{ readonly point: string; readonly identityHash: string }>;
  /** Resolves once a thread answers: readiness. */
  ready(): Promise<void>;
  close(): Promise<void>;
}
