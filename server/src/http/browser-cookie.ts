import type { FastifyReply, FastifyRequest } from 'fastify';
import { newSecret, SECRET_PATTERN } from '../keys/secrets.ts';

/** The cookie that marks a browser, so that confirming in the one that started needs no number (docs/protocol.md 3.1, 4.4). */

const DAYS = 90;

function cookieName(publicUrl: string): string {
  return publicUrl.startsWith('https:') ? '__Host-mpin-browser' : 'mpin-browser';
}

/** The mark of the browser that sends the request, if it has one. */
export function browserOf(request: FastifyRequest, publicUrl: string): string | undefined {
  const name = cookieName(publicUrl);
  for (const pair of (request.headers.cookie ?? '').split(';')) {
    const [key, value] = pair.trim().split('=');
    if (key === name && value !== undefined && SECRET_PATTERN.test(value)) return value;
  }
  return undefined;
}

/** The mark of the browser, made where it has none. For pages of our own: the mark opens nothing by itself. */
export function ensureBrowserMark(request: FastifyRequest, reply: FastifyReply, publicUrl: string): string {
  const known = browserOf(request, publicUrl);
  if (known !== undefined) return known;
  const mark = newSecret();
  const secure = publicUrl.startsWith('https:') ? '; Secure' : '';
  reply.header('set-cookie', `${cookieName(publicUrl)}=${mark}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${DAYS * 86_400}${secure}`);
  return mark;
}

/** Marks a page's browser where the page is of our own origin. Other origins neither get nor need the mark. */
export function markBrowser(request: FastifyRequest, reply: FastifyReply, publicUrl: string): string | undefined {
  return request.headers.origin === publicUrl ? ensureBrowserMark(request, reply, publicUrl) : undefined;
}
