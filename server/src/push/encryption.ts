import { createCipheriv, createECDH, hkdfSync, randomBytes } from 'node:crypto';
import type { ECDH } from 'node:crypto';

/** The largest record that every push service takes (RFC 8030, 7.2); a message is one record. */
const RECORD_BYTES = 4096;
const AUTH_BYTES = 16;
const POINT_BYTES = 65;

/** Whom a message is for: the subscription's keys, decoded. */
export interface Recipient {
  /** The device's public key, an uncompressed point of P-256. */
  readonly publicKey: Buffer;
  /** Its authentication secret. */
  readonly auth: Buffer;
}

/** The keys of a subscription. @returns `undefined` where they have not the form of RFC 8291, 2 */
export function recipientOf(p256dh: string, auth: string): Recipient | undefined {
  const recipient = { publicKey: Buffer.from(p256dh, 'base64url'), auth: Buffer.from(auth, 'base64url') };
  const { publicKey } = recipient;
  return publicKey.length === POINT_BYTES && publicKey[0] === 4 && recipient.auth.length === AUTH_BYTES ? recipient : undefined;
}

/** What is random in a message: its salt and the sender's key pair, both used once. */
export interface Randomness {
  readonly salt: Buffer;
  readonly sender: ECDH;
}

function fresh(): Randomness {
  const sender = createECDH('prime256v1');
  sender.generateKeys();
  return { salt: randomBytes(16), sender };
}

/**
 * Encrypts a message for one device: RFC 8291 in the coding aes128gcm of RFC 8188, as one record.
 *
 * @param randomness - for the RFC's example alone
 * @throws Error where the device's key is no point of the curve
 */
export function encryptMessage(message: Uint8Array, { publicKey, auth }: Recipient, { salt, sender }: Randomness = fresh()): Buffer {
  const derive = (key: Buffer, by: Buffer, info: string | Buffer, bytes: number): Buffer => Buffer.from(hkdfSync('sha256', key, by, info, bytes));
  const senderKey = sender.getPublicKey();
  const input = derive(sender.computeSecret(publicKey), auth, Buffer.concat([Buffer.from('WebPush: info\0'), publicKey, senderKey]), 32);
  const cipher = createCipheriv('aes-128-gcm', derive(input, salt, 'Content-Encoding: aes128gcm\0', 16), derive(input, salt, 'Content-Encoding: nonce\0', 12));
  const header = Buffer.alloc(5);
  header.writeUInt32BE(RECORD_BYTES);
  header.writeUInt8(senderKey.length, 4);
  // The delimiter of the last record, without padding.
  return Buffer.concat([salt, header, senderKey, cipher.update(message), cipher.update(Buffer.of(2)), cipher.final(), cipher.getAuthTag()]);
}
