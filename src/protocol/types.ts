/** Lower-case hexadecimal of a fixed-length byte string, two digits a byte, without prefix (docs/protocol.md 9.2). */
export type Hex = string;

/** Gives so many cryptographically random bytes. The default is `crypto.getRandomValues`. */
export type RandomSource = (bytes: number) => Uint8Array;

/** A point's coordinates, which have one form for each point but the identity. */
export interface Affine<F> {
  readonly x: F;
  readonly y: F;
}

/** What an identity is hashed from (docs/protocol.md 9.3). */
export interface IdentityId {
  /** The M-Pin id: any number of bytes, hex. */
  readonly mpinId: Hex;
  /** The identity's public key Pa, 256 hex digits; absent only for identities registered without one. */
  readonly publicKey?: Hex | undefined;
}
