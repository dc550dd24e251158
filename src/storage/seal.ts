import { MpinError } from '../errors.ts';

/** A secret under AES-GCM, as it lies in the storage. */
export interface SealedBox {
  readonly iv: Uint8Array<ArrayBuffer>;
  readonly data: ArrayBuffer;
}

/** NIST SP 800-38D 8.2.1: 96 bits, here random, for far fewer than 2³² messages a key. */
const IV_BYTES = 12;

function subtle(): SubtleCrypto {
  const api = globalThis.crypto?.subtle as SubtleCrypto | undefined;
  if (api === undefined) {
    throw new MpinError('INSECURE_CONTEXT', 'This page has no crypto.subtle: serve it over https or from localhost');
  }
  return api;
}

/** A fresh key that no script can read out. @throws MpinError INSECURE_CONTEXT */
export function createSealingKey(): Promise<CryptoKey> {
  return subtle().generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
}

/** Whether a stored value is such a key: what a browser, an extension or a backup has put in its place seals nothing. @throws MpinError INSECURE_CONTEXT */
export function isSealingKey(value: unknown): value is CryptoKey {
  subtle();
  return value instanceof CryptoKey && value.algorithm.name === 'AES-GCM' && value.usages.includes('encrypt') && value.usages.includes('decrypt');
}

/**
 * Seals a value.
 *
 * @param names - what it belongs to; opening it as something else's fails
 */
export async function seal(key: CryptoKey, names: readonly string[], value: unknown): Promise<SealedBox> {
  const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
  const plain = new TextEncoder().encode(JSON.stringify(value));
  return { iv, data: await subtle().encrypt(parameters(iv, names), key, plain) };
}

/**
 * Opens what `seal` made.
 *
 * @returns undefined for another key, other names or anything that is no sealed box: no more than that can be said
 * @throws MpinError INSECURE_CONTEXT
 */
export async function unseal(key: unknown, names: readonly string[], box: SealedBox): Promise<unknown> {
  const api = subtle();
  try {
    const plain = await api.decrypt(parameters(box.iv, names), key as CryptoKey, box.data);
    return JSON.parse(new TextDecoder().decode(plain));
  } catch {
    return undefined;
  }
}

/** The page's origin is among the names: a record copied to another site's storage stays shut. */
function parameters(iv: Uint8Array<ArrayBuffer>, names: readonly string[]): AesGcmParams {
  const bound = JSON.stringify([globalThis.location?.origin ?? '', ...names]);
  return { name: 'AES-GCM', iv, additionalData: new TextEncoder().encode(bound) };
}
