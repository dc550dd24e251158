import { randomHex } from './fields.ts';

/** What a sign-in token says beyond what all of them say (docs/protocol.md 6.5). */
export interface Claims {
  readonly iss: string;
  readonly aud: string;
  readonly sub: string;
  readonly origin?: string | undefined;
  readonly nonce?: string | undefined;
}

const ALGORITHM = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' };
const LIFETIME_SECONDS = 60;

/** Signs sign-in tokens with a key of its own, which `mpin-pinpad/verify` finds in the key set. Made when first needed. */
export class TokenSigner {
  readonly #kid = `test-${randomHex(4)}`;
  #pair: Promise<CryptoKeyPair> | undefined;

  async sign(claims: Claims, now: number): Promise<string> {
    const { privateKey } = await this.#keys();
    const times = { iat: now, exp: now + LIFETIME_SECONDS, auth_time: now };
    const payload = { ...claims, ...times, jti: randomHex(16), sid: randomHex(16), amr: ['mfa', 'pin', 'swk'] };
    const head = { alg: 'RS256', typ: 'mpin-sign-in+jwt', kid: this.#kid };
    const signed = `${encode(head)}.${encode(payload)}`;
    const signature = await crypto.subtle.sign(ALGORITHM, privateKey, new TextEncoder().encode(signed));
    return `${signed}.${base64url(new Uint8Array(signature))}`;
  }

  /** The key set (RFC 7517). */
  async keySet(): Promise<{ keys: object[] }> {
    const { publicKey } = await this.#keys();
    const { kty, n, e } = await crypto.subtle.exportKey('jwk', publicKey);
    return { keys: [{ kty, n, e, alg: 'RS256', use: 'sig', kid: this.#kid }] };
  }

  #keys(): Promise<CryptoKeyPair> {
    const publicExponent = new Uint8Array([1, 0, 1]);
    this.#pair ??= crypto.subtle.generateKey({ ...ALGORITHM, modulusLength: 2048, publicExponent }, false, ['sign', 'verify']);
    return this.#pair;
  }
}

const encode = (value: object): string => base64url(new TextEncoder().encode(JSON.stringify(value)));

function base64url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}
