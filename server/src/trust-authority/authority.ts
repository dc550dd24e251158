import { openCapability, openShareRequest, signShareAnswer } from '../keys/authority-messages.ts';
import { sha256 } from '../keys/secrets.ts';
import { privateKeyOf, publicKeyOf } from '../keys/signed-message.ts';
import { clientShare, serverShare } from '../protocol.ts';
import { loadAuthorityKeys } from './key-file.ts';
import { openUses } from './uses.ts';

/** A client share is given twice at most: once, and once more after a broken connection. */
const USES = 2;
/** A request for the server share is answered once; longer than it lives. */
const REQUEST_MEMORY_SECONDS = 120;

/** Which page may read the answer to a capability; `undefined` in `origin` means none. */
export interface CapabilityOrigin {
  readonly origin: string | undefined;
}

/** One trust authority: half a master secret, and the two things that it does with it. */
export interface TrustAuthority {
  /** Ed25519 public key, base64url. */
  readonly publicKey: string;
  /** SHA-256 of the public key: its name in `dtas`. */
  readonly node: string;
  /** Who may read the answer to this capability; `undefined` where it is not a living one of our platform. */
  inspect(capability: string): CapabilityOrigin | undefined;
  /** The client share that a capability asks for, 130 hex digits; `undefined` where it does not live or is used up. */
  clientShare(capability: string): string | undefined;
  /** The signed answer to the platform's signed request; `undefined` where the platform did not sign it just now. */
  serverShare(request: string): string | undefined;
  close(): void;
}

/**
 * Opens the authority whose keys lie in `directory`.
 *
 * @param options.platformKey - the platform's Ed25519 public key for this authority, base64url
 * @param options.now - Unix milliseconds
 */
export function openAuthority(options: { directory: string; masterKey: Uint8Array; platformKey: string; now: () => number }): TrustAuthority {
  const keys = loadAuthorityKeys(options.directory, options.masterKey);
  const uses = openUses(options.directory);
  const platform = publicKeyOf(options.platformKey);
  const signingKey = privateKeyOf(keys.signingKey);
  const node = sha256(keys.publicKey);
  const seconds = (): number => Math.floor(options.now() / 1000);
  return {
    publicKey: keys.publicKey,
    node,
    inspect(text) {
      const capability = openCapability(platform, text, seconds());
      return capability && { origin: capability.origin };
    },
    clientShare(text) {
      const now = seconds();
      const capability = openCapability(platform, text, now);
      if (capability === undefined || !uses.take(capability.id, capability.expiresAt, USES, now)) return undefined;
      return clientShare(keys.masterSecret, capability.identityHash);
    },
    serverShare(request) {
      const now = seconds();
      const nonce = openShareRequest(platform, request, now);
      if (nonce === undefined || !uses.take(`request ${nonce}`, now + REQUEST_MEMORY_SECONDS, 1, now)) return undefined;
      return signShareAnswer(signingKey, nonce, { share: serverShare(keys.masterSecret), node });
    },
    close: () => uses.close(),
  };
}
