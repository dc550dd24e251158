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
  return subtle().generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']) as Promise<CryptoKey>;
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

/** Opens what `seal` made. @throws MpinError IDENTITY_DAMAGED for another key, other names or changed bytes */
export async function unseal(key: unknown, names: readonly string[], box: SealedBox): Promise<unknown> {
  const api = subtle();
  try {
    const plain = await api.decrypt(parameters(box.iv, names), key as CryptoKey, box.data);
    return JSON.parse(new TextDecoder().decode(plain));
  } catch {
    // No cause: a parser's message would quote what it read.
    throw new MpinError('IDENTITY_DAMAGED', 'The stored secret cannot be opened; register again');
  }
}

/** The page's origin is among the names: a record copied to another site's storage stays shut. */
function parameters(iv: Uint8Array<ArrayBuffer>, names: readonly string[]): AesGcmParams {
  const bound = JSON.stringify([globalThis.location?.origin ?? '', ...names]);
  return { name: 'AES-GCM', iv, additionalData: new TextEncoder().encode(bound) };
}
