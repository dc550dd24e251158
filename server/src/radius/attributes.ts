import { isIPv4 } from 'node:net';
import { RadiusClientError } from './errors.ts';
import { MAX_VALUE_BYTES } from './packet.ts';
import type { Attribute, Packet } from './packet.ts';

/** Attributes that the server itself reads or writes. */
export const ATTRIBUTE = {
  userName: 1, userPassword: 2, chapPassword: 3, proxyState: 33, acctStatusType: 40, chapChallenge: 60, eapMessage: 79, messageAuthenticator: 80,
} as const;

/** The values of an attribute in a packet, in order. */
export function valuesOf({ attributes }: Packet, type: number): readonly Buffer[] {
  return attributes.filter((attribute) => attribute.type === type).map(({ value }) => value);
}

type Kind = 'text' | 'integer' | 'ipv4';

/** What an operator may have put into an Access-Accept (RFC 2865 section 5; Framed-Pool: RFC 2869 section 5.18). */
const CONFIGURABLE: Readonly<Record<string, readonly [type: number, kind: Kind]>> = {
  'Service-Type': [6, 'integer'], 'Framed-Protocol': [7, 'integer'], 'Framed-IP-Address': [8, 'ipv4'], 'Framed-IP-Netmask': [9, 'ipv4'],
  'Filter-Id': [11, 'text'], 'Framed-MTU': [12, 'integer'], 'Reply-Message': [18, 'text'], 'Framed-Route': [22, 'text'], Class: [25, 'text'],
  'Session-Timeout': [27, 'integer'], 'Idle-Timeout': [28, 'integer'], 'Framed-Pool': [88, 'text'],
};

/** Vendor-Specific with a text value: `Vendor-<enterprise number>-<type>` (RFC 2865 section 5.26). */
const VENDOR = /^Vendor-(\d{1,8})-(\d{1,3})$/;
const VENDOR_SPECIFIC = 26;

/** Names that {@link encodeAttribute} knows, for messages. */
const ATTRIBUTE_NAMES = [...Object.keys(CONFIGURABLE), 'Vendor-<number>-<type>'] as const;

/**
 * The bytes of an attribute that an operator names.
 *
 * @param value - text; a number; an IPv4 address: by the attribute
 * @throws RadiusClientError saying what would be right
 */
export function encodeAttribute(name: string, value: string): Attribute {
  const vendor = VENDOR.exec(name);
  if (vendor !== null) return vendorSpecific(Number(vendor[1]), Number(vendor[2]), value);
  const known = Object.hasOwn(CONFIGURABLE, name) ? CONFIGURABLE[name] : undefined;
  if (known === undefined) throw new RadiusClientError(`there is no attribute ${name}; known are ${ATTRIBUTE_NAMES.join(', ')}`);
  const [type, kind] = known;
  return { type, value: encodeValue(name, kind, value) };
}

function encodeValue(name: string, kind: Kind, value: string): Buffer {
  switch (kind) {
    case 'integer': {
      const number = /^\d{1,10}$/.test(value) ? Number(value) : Number.NaN;
      if (!(number <= 0xff_ff_ff_ff)) throw new RadiusClientError(`${name} must be a number from 0 to 4294967295`);
      const bytes = Buffer.alloc(4);
      bytes.writeUInt32BE(number);
      return bytes;
    }
    case 'ipv4':
      if (!isIPv4(value)) throw new RadiusClientError(`${name} must be an IPv4 address`);
      return Buffer.from(value.split('.').map(Number));
    case 'text':
      return text(name, value, MAX_VALUE_BYTES);
  }
}

function text(name: string, value: string, limit: number): Buffer {
  const bytes = Buffer.from(value, 'utf8');
  if (bytes.length === 0 || bytes.length > limit) throw new RadiusClientError(`${name} must have 1 to ${limit} bytes`);
  return bytes;
}

function vendorSpecific(vendor: number, type: number, value: string): Attribute {
  if (vendor > 0xff_ff_ff || type < 1 || type > 255) throw new RadiusClientError('a vendor has at most 24 bits, its types are 1 to 255');
  const bytes = text('Vendor-Specific', value, MAX_VALUE_BYTES - 6);
  const head = Buffer.alloc(6);
  head.writeUInt32BE(vendor, 0);
  head.writeUInt8(type, 4);
  head.writeUInt8(bytes.length + 2, 5);
  return { type: VENDOR_SPECIFIC, value: Buffer.concat([head, bytes]) };
}
