import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { ATTRIBUTE } from './attributes.ts';
import { CODE, encodePacket, HEADER_BYTES, placedAttributes } from './packet.ts';
import type { Attribute, Packet } from './packet.ts';

/** Length of every authenticator: an MD5 digest. MD5 is what the RFCs prescribe; HMAC-MD5, on which all rests here, is not broken. */
const BYTES = 16;

const md5 = (...parts: readonly (Buffer | string)[]): Buffer => parts.reduce((hash, part) => hash.update(part), createHash('md5')).digest();

function withAuthenticator(bytes: Buffer, authenticator: Buffer): Buffer {
  const copy = Buffer.from(bytes);
  authenticator.copy(copy, 4);
  return copy;
}

/** HMAC-MD5 over the packet with the attribute's own value as zeros (RFC 3579 section 3.2). */
function messageAuthenticator(bytes: Buffer, at: number, secret: string): Buffer {
  const copy = Buffer.from(bytes);
  copy.fill(0, at, at + BYTES);
  return createHmac('md5', secret).update(copy).digest();
}

/** What a request's Message-Authenticator says of it. */
export type Proof = 'valid' | 'absent' | 'wrong';

/** Checks the Message-Authenticator of a request, in constant time. One of another length, or several, are wrong. */
export function checkMessageAuthenticator({ bytes, code }: Packet, secret: string): Proof {
  const [found, ...more] = placedAttributes(bytes).filter(({ type }) => type === ATTRIBUTE.messageAuthenticator);
  if (found === undefined) return 'absent';
  if (more.length > 0 || found.value.length !== BYTES) return 'wrong';
  // The authenticator of an Accounting-Request is made last, over the finished packet (RFC 2866 section 3).
  const signed = code === CODE.accountingRequest ? withAuthenticator(bytes, Buffer.alloc(BYTES)) : bytes;
  return timingSafeEqual(messageAuthenticator(signed, found.at, secret), found.value) ? 'valid' : 'wrong';
}

/** Whether an Accounting-Request was made with the secret (RFC 2866 section 3), in constant time. */
export function checkAccountingAuthenticator({ bytes, authenticator }: Packet, secret: string): boolean {
  return timingSafeEqual(md5(withAuthenticator(bytes, Buffer.alloc(BYTES)), secret), authenticator);
}

/**
 * Writes the answer to a request and signs it (RFC 2865 section 3).
 *
 * @param proved - puts a Message-Authenticator in it, before every other attribute, so that nothing in front of it can be chosen by a forger
 *   who collides MD5 (the Blast-RADIUS attack, CVE-2024-3596)
 */
export function signedReply(code: number, request: Packet, attributes: readonly Attribute[], secret: string, proved: boolean): Buffer {
  const first: readonly Attribute[] = proved ? [{ type: ATTRIBUTE.messageAuthenticator, value: Buffer.alloc(BYTES) }] : [];
  const reply = encodePacket(code, request.identifier, request.authenticator, [...first, ...attributes]);
  if (proved) messageAuthenticator(reply, HEADER_BYTES + 2, secret).copy(reply, HEADER_BYTES + 2);
  return withAuthenticator(reply, md5(reply, secret));
}

/**
 * Takes a User-Password apart (RFC 2865 section 5.2): blocks of 16 bytes, each covered with the MD5 of the secret and the block before it.
 *
 * @returns the password without its padding; `undefined` where the length is none that the RFC allows
 */
export function revealPassword(hidden: Buffer, authenticator: Buffer, secret: string): Buffer | undefined {
  if (hidden.length === 0 || hidden.length > 128 || hidden.length % BYTES !== 0) return undefined;
  const clear = Buffer.alloc(hidden.length);
  for (let at = 0; at < hidden.length; at += BYTES) {
    const cover = md5(secret, at === 0 ? authenticator : hidden.subarray(at - BYTES, at));
    for (let i = at; i < at + BYTES; i += 1) clear[i] = (hidden[i] ?? 0) ^ (cover[i - at] ?? 0);
  }
  let end = clear.length;
  while (end > 0 && clear[end - 1] === 0) end -= 1;
  return clear.subarray(0, end);
}

/** Whether a CHAP-Password was made with this password (RFC 2865 sections 2.2 and 5.3), in constant time. */
export function checkChap(response: Buffer, challenge: Buffer, password: string): boolean {
  return timingSafeEqual(md5(response.subarray(0, 1), password, challenge), response.subarray(1));
}

/** Length of a CHAP-Password: the identifier and the digest. */
export const CHAP_BYTES = BYTES + 1;
