import { isIPv4, isIPv6 } from 'node:net';

function expandIPv6(address: string): readonly string[] {
  const [head = '', tail] = address.split('::');
  const left = head === '' ? [] : head.split(':');
  const right = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = tail === undefined ? [] : Array.from({ length: Math.max(0, 8 - left.length - right.length) }, () => '0');
  return [...left, ...zeros, ...right];
}

/** An address in the form that is stored: IPv4 also where it arrives mapped into IPv6. */
export function plainAddress(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address);
  return mapped?.[1] ?? address;
}

function prefixOf(address: string, groups: number): string {
  const first = expandIPv6(address.split('%')[0] ?? '').slice(0, groups).map((group) => Number.parseInt(group || '0', 16).toString(16));
  return `${first.join(':')}::/${groups * 16}`;
}

/** Who calls, as rates count it: an IPv4 address, or a /64 of IPv6, which is what one subscriber has at least (RFC 6177). */
export function subscriberOf(address: string): string {
  const plain = plainAddress(address);
  return isIPv6(plain) ? prefixOf(plain, 4) : plain;
}

/** The network an address belongs to: /24 of IPv4, /48 of IPv6, so that whoever owns one does not pass for many. */
export function networkOf(address: string): string {
  const plain = plainAddress(address);
  if (isIPv4(plain)) return `${plain.split('.').slice(0, 3).join('.')}.0/24`;
  return isIPv6(plain) ? prefixOf(plain, 3) : plain;
}
