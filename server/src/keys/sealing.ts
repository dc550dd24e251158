import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

/** Seals secrets for storage with AES-256-GCM, each bound to a label that says what it is. */
export interface Sealer {
  /** @returns base64url of nonce ‖ ciphertext ‖ tag */
  seal(label: string, secret: string): string;
  /** @throws Error where the label, the key or a byte is not the one it was sealed with */
  open(label: string, sealed: string): string;
}

const NONCE = 12;
const TAG = 16;

/** A key for one purpose out of the master key (HKDF-SHA-256, RFC 5869). */
export function deriveKey(masterKey: Uint8Array, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', masterKey, new Uint8Array(0), `mpin-platform ${purpose}`, 32));
}

/** @param masterKey - 32 bytes */
export function createSealer(masterKey: Uint8Array): Sealer {
  const key = deriveKey(masterKey, 'sealing');
  return {
    seal(label, secret) {
      const nonce = randomBytes(NONCE);
      const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(label));
      const body = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]);
      return Buffer.concat([nonce, body, cipher.getAuthTag()]).toString('base64url');
    },
    open(label, sealed) {
      const bytes = Buffer.from(sealed, 'base64url');
      if (bytes.length < NONCE + TAG) throw new Error(`What is stored as ${label} is not sealed.`);
      try {
        const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, NONCE)).setAAD(Buffer.from(label));
        decipher.setAuthTag(bytes.subarray(bytes.length - TAG));
        return Buffer.concat([decipher.update(bytes.subarray(NONCE, bytes.length - TAG)), decipher.final()]).toString('utf8');
      } catch (error) {
        throw new Error(`Cannot open the sealed ${label}: the master key is not the one it was sealed with, or it was changed.`, { cause: error });
      }
    },
  };
}
