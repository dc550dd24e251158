import type { Signature } from '../client/types.ts';

/** What every call that waits for a person takes. */
export interface WaitOptions {
  /** Gives the call up: it rejects with `ABORTED`. */
  readonly signal?: AbortSignal;
}

/** Who signed in, with the signed token for the site's server (docs/protocol.md 6.5); absent where the server gives none. */
export interface SignedIn {
  readonly userId: string;
  readonly token?: string;
}

/** Who signed, with the signature for an application's server to check (docs/protocol.md 7). */
export interface SignedDocument {
  readonly userId: string;
  readonly signature: Signature;
}

/** What a person is asked to confirm with their PIN. */
export interface ConfirmRequest extends WaitOptions {
  /** What it is, in the site's words and the person's language; at most 300 characters. */
  readonly reason: string;
  /** How much it is about: as it is to be read, or a number that is formatted in the element's language. */
  readonly amount?: string | { readonly value: number; readonly currency: string };
  /** What is to be signed: a text, which is shown whole, or bytes, of which the SHA-256 is shown. */
  readonly document?: string | Uint8Array;
  /** The SHA-256 of what is to be signed, hex, in place of `document`. */
  readonly hash?: string;
}

/** A request that ends with a signature. */
export type SigningRequest = ConfirmRequest & ({ readonly document: string | Uint8Array } | { readonly hash: string });
