import { lookup } from 'node:dns';
import type { LookupAddress } from 'node:dns';
import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { BlockList, isIP } from 'node:net';
import type { LookupFunction } from 'node:net';

/** Addresses that are nobody's on the Internet (RFC 6890 and its registries): what we are asked to call never leads there. */
const PRIVATE = new BlockList();
for (const [network, bits] of [
  ['0.0.0.0', 8], ['10.0.0.0', 8], ['100.64.0.0', 10], ['127.0.0.0', 8], ['169.254.0.0', 16], ['172.16.0.0', 12], ['192.0.0.0', 24], ['192.0.2.0', 24],
  ['192.88.99.0', 24], ['192.168.0.0', 16], ['198.18.0.0', 15], ['198.51.100.0', 24], ['203.0.113.0', 24], ['224.0.0.0', 4], ['240.0.0.0', 4],
] as const) PRIVATE.addSubnet(network, bits, 'ipv4');
for (const [network, bits] of [
  ['::', 128], ['::1', 128], ['64:ff9b::', 96], ['64:ff9b:1::', 48], ['100::', 64], ['2001::', 23], ['2001:db8::', 32], ['2002::', 16], ['fc00::', 7],
  ['fe80::', 10], ['fec0::', 10], ['ff00::', 8],
] as const) PRIVATE.addSubnet(network, bits, 'ipv6');

const LOOPBACK = new BlockList();
LOOPBACK.addSubnet('127.0.0.0', 8, 'ipv4');
LOOPBACK.addAddress('::1', 'ipv6');

/** Whether an address may be called. `allowLoopback` is for development, where everything stands on one machine. */
export function isCallable(address: string, allowLoopback: boolean): boolean {
  const plain = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1] ?? address;
  const family = isIP(plain) === 6 ? 'ipv6' : 'ipv4';
  if (isIP(plain) === 0) return false;
  return (allowLoopback && LOOPBACK.check(plain, family)) || !PRIVATE.check(plain, family);
}

/** Whether a URL's host may be called, as far as it says by itself: names of loopback (RFC 6761, 6.3) lead nowhere else, any other is judged when it is called. */
export function isCallableHost(hostname: string, allowLoopback: boolean): boolean {
  const host = hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '');
  if (isIP(host) !== 0) return isCallable(host, allowLoopback);
  return allowLoopback || !/(?:^|\.)localhost$/i.test(host);
}

/** A URL, or where it leads, is not to be called: nothing changes that by another try. */
export class ForbiddenAddressError extends Error {
  override name = 'ForbiddenAddressError';
}

/** Choices of {@link callOut}. */
export interface CallOptions {
  readonly method: 'GET' | 'POST';
  readonly body?: string | Uint8Array;
  readonly contentType?: string;
  /** Further headers; they win over the content type. */
  readonly headers?: Readonly<Record<string, string>>;
  /** True lets loopback addresses and plain http be called: development mode alone. */
  readonly allowLoopback: boolean;
  readonly timeoutMs: number;
  /** Most of an answer that is read, bytes. */
  readonly limit?: number;
}

/** An answer. */
export interface CallAnswer {
  readonly status: number;
  readonly body: string;
}

/**
 * Calls a URL that somebody else chose: https, the address checked when the connection is made (so that a name cannot change its mind between
 * check and call), redirects not followed, the answer read to a limit.
 *
 * @throws ForbiddenAddressError where the URL or its address is not to be called; Error where nothing answers in time
 */
export async function callOut(target: string, options: CallOptions): Promise<CallAnswer> {
  const url = new URL(target);
  if (url.protocol !== 'https:' && !(options.allowLoopback && url.protocol === 'http:')) throw new ForbiddenAddressError('Only https is called.');
  if (!isCallableHost(url.hostname, options.allowLoopback)) throw new ForbiddenAddressError('This address is not to be called.');
  const send = url.protocol === 'https:' ? requestHttps : requestHttp;
  return new Promise((resolve, reject) => {
    const request = send(url, {
      method: options.method, lookup: guardedLookup(options.allowLoopback), signal: AbortSignal.timeout(options.timeoutMs), agent: false,
      headers: options.body === undefined ? { ...options.headers } : { 'content-type': options.contentType ?? 'application/octet-stream', ...options.headers, 'content-length': Buffer.byteLength(options.body) },
    }, (response) => {
      const chunks: Buffer[] = [];
      let length = 0;
      response.on('data', (chunk: Buffer) => {
        length += chunk.length;
        if (length > (options.limit ?? 65_536)) request.destroy(new Error('The answer is too long.'));
        else chunks.push(chunk);
      });
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body: Buffer.concat(chunks).toString('utf8') }));
      response.on('error', reject);
    });
    request.on('error', reject);
    request.end(options.body);
  });
}

function guardedLookup(allowLoopback: boolean): LookupFunction {
  return (hostname, options, done) => {
    lookup(hostname, { ...options, all: true }, (error, addresses: LookupAddress[]) => {
      if (error !== null) return done(error, '', 0);
      const [first] = addresses;
      const allowed = first !== undefined && addresses.every(({ address }) => isCallable(address, allowLoopback));
      if (!allowed) return done(new ForbiddenAddressError('This address is not to be called.'), '', 0);
      return options.all === true ? done(null, addresses) : done(null, first.address, first.family);
    });
  };
}
