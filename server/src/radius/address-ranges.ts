import { BlockList, isIP } from 'node:net';
import { RadiusClientError } from './errors.ts';

/** An address or a range of them. */
export interface AddressRange {
  /** One spelling for each range, as in `10.1.0.0/16`; a single address has no slash. */
  readonly text: string;
  /** How many leading bits are fixed: of two ranges that hold an address, the one with more is meant. */
  readonly bits: number;
  /** @param address - in the form that sockets give, IPv4 not mapped into IPv6 */
  holds(address: string): boolean;
}

const family = (version: 4 | 6): 'ipv4' | 'ipv6' => (version === 4 ? 'ipv4' : 'ipv6');

/** URLs have one spelling for each IPv6 address (RFC 5952). */
const canonical = (address: string, version: 4 | 6): string => (version === 4 ? address : new URL(`http://[${address}]/`).hostname.slice(1, -1));

/**
 * Reads an IPv4 or IPv6 address, or a range in CIDR notation.
 *
 * @throws RadiusClientError saying what would be right
 */
export function parseAddressRange(text: string): AddressRange {
  const [address = '', prefix, ...rest] = text.trim().split('/');
  const version = isIP(address);
  const width = version === 4 ? 32 : 128;
  const bits = prefix === undefined ? width : /^\d{1,3}$/.test(prefix) ? Number(prefix) : Number.NaN;
  if ((version !== 4 && version !== 6) || address.includes('%') || rest.length > 0 || !(bits >= 1 && bits <= width)) {
    throw new RadiusClientError('the address (--address) must be an IP address or a range, as in 192.0.2.7, 10.1.0.0/16 or 2001:db8::/32');
  }
  const list = new BlockList();
  list.addSubnet(address, bits, family(version));
  return {
    text: `${canonical(address, version)}${bits === width ? '' : `/${bits}`}`, bits,
    holds(other) {
      const theirs = isIP(other);
      return theirs === version && list.check(other, family(version));
    },
  };
}
