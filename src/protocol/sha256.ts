import { _SHA256 } from '@noble/hashes/sha2.js';

/**
 * SHA-256 over all parts, joined. It takes noble's class itself, as the function around it brings checks of options that
 * nobody gives here, a third of the whole in a page.
 */
export function sha256(...parts: readonly Uint8Array[]): Uint8Array {
  const hash = new _SHA256();
  for (const part of parts) hash.update(part);
  return hash.digest();
}
