import { openAdmission, openCapability, openShareRequest, signShareAnswer } from '../keys/authority-messages.ts';
import type { Capability } from '../keys/authority-messages.ts';
import { privateKeyOf, publicKeyOf } from '../keys/signed-message.ts';
import { clientShare, hashIdentity, serverShare } from '../protocol.ts';
import { openKeyStore } from './key-store.ts';
import type { Protection } from './protection.ts';
import { openUses } from './uses.ts';

/** A client share is given twice at most: once, and once more after a broken connection. */
const USES = 2;
/** A request for the server shares is answered once; longer than it lives. */
const REQUEST_MEMORY_SECONDS = 120;

/** Whose secret a share is part of: hex of an M-Pin id, and its public key. */
export interface NamedIdentity {
  readonly mpinId: string;
  readonly publicKey: string;
}

/** A client share, with the half that it was made with. */
export interface DesignatedShare {
  readonly node: string;
  readonly share: string;
}

/** Which page may read the answer to a capability; `undefined` in `origin` means none. */
export interface CapabilityOrigin {
  readonly origin: string | undefined;
}

/** One trust authority: its halves of master secrets, and the two things that it does with them. */
export interface TrustAuthority {
  /** Ed25519 public key, base64url. */
  readonly publicKey: string;
  /** Who may read the answer to this capability; `undefined` where it is not a living one of our platform. */
  inspect(capability: string): CapabilityOrigin | undefined;
  /** Who may ask by POST at the URL that this stands in; `undefined` where it is not a living one of our platform. */
  admits(admission: string): CapabilityOrigin | undefined;
  /** The client share that a capability asks for, 130 hex digits; `undefined` where it does not live or is used up. */
  clientShare(capability: string): string | undefined;
  /** The same for whoever can name the identity; to others the capability gives nothing, and is not used up. */
  designatedShare(capability: string, identity: NamedIdentity): DesignatedShare | undefined;
  /** The signed answer to the platform's signed request; `undefined` where the platform did not sign it just now. */
  serverShares(request: string): string | undefined;
  /** @throws Error where it could not give a share now */
  probe(): void;
  close(): void;
}

/** Where an authority keeps what it has, and whom it answers. */
export interface AuthorityOptions {
  readonly directory: string;
  readonly protection: Protection;
  /** The platform's Ed25519 public key for this authority, base64url. */
  readonly platformKey: string;
  /** Unix milliseconds. */
  readonly now: () => number;
}

/**
 * Opens the authority whose keys lie in a directory. Halves that another process adds or takes away there count at once.
 *
 * @throws AuthorityError where the keys are sealed with something else
 */
export function openAuthority({ directory, protection, platformKey, now }: AuthorityOptions): TrustAuthority {
  const store = openKeyStore(directory, protection, now());
  const uses = openUses(directory);
  const platform = publicKeyOf(platformKey);
  const { publicKey, signingKey } = store.read();
  const signer = privateKeyOf(signingKey);
  const shares = new Map<string, string>();
  const shareOf = (node: string, masterSecret: string): string => {
    const share = shares.get(node) ?? serverShare(masterSecret);
    shares.set(node, share);
    return share;
  };
  const seconds = (): number => Math.floor(now() / 1000);
  const give = (capability: Capability | undefined): DesignatedShare | undefined => {
    const half = store.read().halves.find(({ node }) => node === capability?.node);
    if (capability === undefined || half === undefined || !uses.take(capability.id, capability.expiresAt, USES, seconds())) return undefined;
    return { node: half.node, share: clientShare(half.masterSecret, capability.identityHash) };
  };
  return {
    publicKey,
    inspect(text) {
      const capability = openCapability(platform, text, seconds());
      return capability && { origin: capability.origin };
    },
    admits: (text) => openAdmission(platform, text, seconds()),
    clientShare: (text) => give(openCapability(platform, text, seconds()))?.share,
    designatedShare(text, { mpinId, publicKey: clientKey }) {
      const capability = openCapability(platform, text, seconds());
      return capability?.identityHash === hashIdentity({ mpinId, publicKey: clientKey }) ? give(capability) : undefined;
    },
    serverShares(text) {
      const at = seconds();
      const request = openShareRequest(platform, text, at);
      if (request === undefined || !uses.take(`request ${request.nonce}`, at + REQUEST_MEMORY_SECONDS, 1, at)) return undefined;
      uses.remember(request.uses, at);
      return signShareAnswer(signer, request.nonce, store.read().halves.map(({ node, masterSecret }) => ({ node, share: shareOf(node, masterSecret) })));
    },
    probe() {
      store.read();
      uses.probe();
    },
    close: () => uses.close(),
  };
}
