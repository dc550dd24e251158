import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** A new secret of 32 random bytes, base64url: 43 characters that fit into a URL. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** A new public name of 16 random bytes, base64url: 22 characters. */
export function newName(): string {
  return randomBytes(16).toString('base64url');
}

/** Shape of {@link newSecret}; what does not match was never made by it. */
export const SECRET_PATTERN = /^[A-Za-z0-9_-]{43}$/;

/** SHA-256 as lower-case hex. */
export function sha256(...parts: readonly (string | Uint8Array)[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest('hex');
}

/** Equality of two texts that takes the same time wherever they differ. */
export function sameSecret(a: string, b: string): boolean {
  const left = createHash('sha256').update(a).digest();
  const right = createHash('sha256').update(b).digest();
  return timingSafeEqual(left, right);
}

/** What a secret is for; a digest for one purpose is worthless for another. */
export type SecretPurpose = 'webOTT' | 'accessId' | 'activation' | 'authOTT' | 'code' | 'objection' | 'identity' | 'browser' | 'device' | 'accessNumber' | 'signOut' | 'application' | 'service-account' | 'openid' | 'form' | 'token' | 'rate' | 'invitation' | 'console';

/** Turns secrets into what may be stored. */
export interface SecretHasher {
  /** Keyed digest of a secret, 64 hex characters; the key keeps even 6-digit codes from being found by trying. */
  digest(purpose: SecretPurpose, secret: string): string;
}

/** @param key - 32 bytes derived from the master key */
export function createSecretHasher(key: Uint8Array): SecretHasher {
  return {
    digest: (purpose, secret) => createHmac('sha256', key).update(`${purpose}\0`).update(secret).digest('hex'),
  };
}
