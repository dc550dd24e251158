import type { IncomingMessage } from 'node:http';

/** The value of a cookie, or undefined. */
export function readCookie(request: IncomingMessage, name: string): string | undefined {
  const pairs = (request.headers.cookie ?? '').split(/;\s*/).map((pair) => pair.split('='));
  return pairs.find(([key]) => key === name)?.[1];
}

/** A `Set-Cookie` value that scripts cannot read and that other sites' forms do not carry. An empty value removes it. */
export function cookie(name: string, value: string, { secure }: { secure: boolean }): string {
  return `${name}=${value}; Path=/; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}${value === '' ? '; Max-Age=0' : ''}`;
}
