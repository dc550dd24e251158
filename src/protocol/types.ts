/** Lower-case hexadecimal of a fixed-length byte string, two digits a byte, without prefix (docs/protocol.md 9.2). */
export type Hex = string;

/** Gives so many cryptographically random bytes. The default is `crypto.getRandomValues`. */
export type RandomSource = (bytes: number) => Uint8Array;

/** What an identity is hashed from (docs/protocol.md 9.3). */
export interface IdentityId {
  /** The M-Pin id: any number of bytes, hex. */
  readonly mpinId: Hex;
  /** The identity's public key Pa, 256 hex digits; absent only for identities registered without one. */
  readonly publicKey?: Hex | undefined;
}
