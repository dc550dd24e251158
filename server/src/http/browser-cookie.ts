import type { FastifyReply, FastifyRequest } from 'fastify';
import { newSecret, SECRET_PATTERN } from '../keys/secrets.ts';
import { ownCookie } from './own-cookie.ts';

/** The cookie that marks a browser, so that confirming in the one that started needs no number (docs/protocol.md 3.1, 4.4). */

const NAME = 'mpin-browser';
const LIFE_SECONDS = 90 * 86_400;

/** The mark of the browser that sends the request, if it has one. */
export function browserOf(request: FastifyRequest, publicUrl: string): string | undefined {
  const mark = ownCookie(publicUrl, NAME).read(request);
  return mark !== undefined && SECRET_PATTERN.test(mark) ? mark : undefined;
}

/** The mark of the browser, made where it has none. For pages of our own: the mark opens nothing by itself. */
export function ensureBrowserMark(request: FastifyRequest, reply: FastifyReply, publicUrl: string): string {
  const known = browserOf(request, publicUrl);
  if (known !== undefined) return known;
  const mark = newSecret();
  ownCookie(publicUrl, NAME).set(reply, mark, LIFE_SECONDS);
  return mark;
}

/** Marks a page's browser where the page is of our own origin. Other origins neither get nor need the mark. */
export function markBrowser(request: FastifyRequest, reply: FastifyReply, publicUrl: string): string | undefined {
  return request.headers.origin === publicUrl ? ensureBrowserMark(request, reply, publicUrl) : undefined;
}
