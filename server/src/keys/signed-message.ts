import { createPrivateKey, createPublicKey, generateKeyPairSync, sign, verify } from 'node:crypto';
import type { KeyObject } from 'node:crypto';

const HEADER = Buffer.from(JSON.stringify({ alg: 'EdDSA' })).toString('base64url');

/** An Ed25519 key pair as it is stored: PKCS #8, base64url, and the raw public key, base64url. */
export interface SigningKeyPair {
  readonly privateKey: string;
  readonly publicKey: string;
}

/** A new Ed25519 key pair. */
export function newSigningKeyPair(): SigningKeyPair {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const { x } = publicKey.export({ format: 'jwk' });
  if (x === undefined) throw new Error('An Ed25519 key without its public half.');
  return { privateKey: privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64url'), publicKey: x };
}

/** @param text - PKCS #8, base64url */
export function privateKeyOf(text: string): KeyObject {
  return createPrivateKey({ key: Buffer.from(text, 'base64url'), format: 'der', type: 'pkcs8' });
}

/** @param text - the 32 bytes of the public key, base64url */
export function publicKeyOf(text: string): KeyObject {
  return createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: text }, format: 'jwk' });
}

/** A compact JWS (RFC 7515) over claims, signed with Ed25519 (RFC 8037). Synchronous, for it is made inside transactions. */
export function signMessage(claims: object, key: KeyObject): string {
  const input = `${HEADER}.${Buffer.from(JSON.stringify(claims)).toString('base64url')}`;
  return `${input}.${sign(null, Buffer.from(input), key).toString('base64url')}`;
}

/** The claims of a message that this key signed; `undefined` for anything else. The header is fixed: no choice of algorithm. */
export function openMessage(message: string, key: KeyObject): Readonly<Record<string, unknown>> | undefined {
  const [header, payload, signature, ...rest] = message.split('.');
  if (header !== HEADER || payload === undefined || signature === undefined || rest.length > 0) return undefined;
  const bytes = Buffer.from(signature, 'base64url');
  if (bytes.toString('base64url') !== signature || !verify(null, Buffer.from(`${header}.${payload}`), key, bytes)) return undefined;
  const claims: unknown = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'));
  return typeof claims === 'object' && claims !== null ? (claims as Record<string, unknown>) : undefined;
}
