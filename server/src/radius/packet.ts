/** Packet types that this server speaks (RFC 2865 section 3, RFC 2866 section 3, RFC 5997 section 4). */
export const CODE = { accessRequest: 1, accessAccept: 2, accessReject: 3, accountingRequest: 4, accountingResponse: 5, statusServer: 12 } as const;

/** Code, identifier, length and authenticator (RFC 2865 section 3). */
export const HEADER_BYTES = 20;
/** Longest packet (RFC 2865 section 3). */
const MAX_BYTES = 4096;
/** What an attribute can hold: its length is one byte and counts type and length too (RFC 2865 section 5). */
export const MAX_VALUE_BYTES = 253;
const AUTHENTICATOR_AT = 4;

/** An attribute as it travels: what its value means is up to its type. */
export interface Attribute {
  readonly type: number;
  readonly value: Buffer;
}

/** A packet whose structure is sound. Nothing says yet who sent it. */
export interface Packet {
  readonly code: number;
  readonly identifier: number;
  /** 16 bytes: the Request Authenticator. */
  readonly authenticator: Buffer;
  readonly attributes: readonly Attribute[];
  /** The packet itself, without padding behind it. */
  readonly bytes: Buffer;
}

/** A datagram that is no RADIUS packet; it is dropped without an answer (RFC 2865 section 3). */
export class MalformedPacket extends Error {
  constructor(reason: string) {
    super(reason);
    this.name = 'MalformedPacket';
  }
}

/** Where an attribute's value begins within its packet, for authenticators that leave it out. */
interface Placed extends Attribute {
  readonly at: number;
}

/** The attributes of a packet with their places. @throws MalformedPacket */
export function placedAttributes(bytes: Buffer): readonly Placed[] {
  const found: Placed[] = [];
  for (let at = HEADER_BYTES; at < bytes.length;) {
    const type = bytes[at] ?? 0;
    const length = bytes[at + 1] ?? 0;
    if (type === 0) throw new MalformedPacket('attribute type 0 is reserved');
    if (length < 2 || at + length > bytes.length) throw new MalformedPacket('an attribute does not fit into the packet');
    found.push({ type, value: bytes.subarray(at + 2, at + length), at: at + 2 });
    at += length;
  }
  return found;
}

/**
 * Reads a datagram. Bytes behind the packet's own length are padding; a datagram shorter than that is dropped (RFC 2865 section 3).
 *
 * @throws MalformedPacket
 */
export function decodePacket(datagram: Buffer): Packet {
  if (datagram.length < HEADER_BYTES) throw new MalformedPacket('shorter than a header');
  const length = datagram.readUInt16BE(2);
  if (length < HEADER_BYTES || length > MAX_BYTES || length > datagram.length) throw new MalformedPacket('the length field cannot be true');
  const bytes = datagram.subarray(0, length);
  return {
    code: bytes.readUInt8(0), identifier: bytes.readUInt8(1), authenticator: bytes.subarray(AUTHENTICATOR_AT, HEADER_BYTES),
    attributes: placedAttributes(bytes).map(({ type, value }) => ({ type, value })), bytes,
  };
}

/**
 * Writes a packet.
 *
 * @throws RangeError where an attribute or the packet would be too long
 */
export function encodePacket(code: number, identifier: number, authenticator: Buffer, attributes: readonly Attribute[]): Buffer {
  const parts = attributes.map(({ type, value }) => {
    if (value.length > MAX_VALUE_BYTES) throw new RangeError(`A RADIUS attribute holds at most ${MAX_VALUE_BYTES} bytes.`);
    return Buffer.concat([Buffer.of(type, value.length + 2), value]);
  });
  const body = Buffer.concat(parts);
  const length = HEADER_BYTES + body.length;
  if (length > MAX_BYTES) throw new RangeError(`A RADIUS packet holds at most ${MAX_BYTES} bytes.`);
  const header = Buffer.alloc(AUTHENTICATOR_AT);
  header.writeUInt8(code, 0);
  header.writeUInt8(identifier, 1);
  header.writeUInt16BE(length, 2);
  return Buffer.concat([header, authenticator, body]);
}
