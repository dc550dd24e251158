import type { FastifyRequest } from 'fastify';
import type { Core } from '../core/core.ts';
import { sameSecret } from '../keys/secrets.ts';

/** The token that a form of ours carries: bound to what it is about, and to be had only by who may read the page. */
export function formToken({ hasher }: Pick<Core, 'hasher'>, subject: string): string {
  return hasher.digest('form', subject);
}

/**
 * Whether a request comes from a form or script of our own pages: it carries the token, and the browser does not say otherwise, by Fetch Metadata
 * where it knows that, else by `Origin` (RFC 6454), which is `null` for forms of pages that keep their address to themselves. The cookies that go with
 * it are `SameSite=Lax` besides.
 */
export function isOwnForm(core: Pick<Core, 'hasher' | 'config'>, request: FastifyRequest, subject: string, token: unknown): boolean {
  const { origin, 'sec-fetch-site': site } = request.headers;
  const own = site === undefined ? origin === undefined || origin === core.config.publicUrl : site === 'same-origin';
  return own && typeof token === 'string' && sameSecret(token, formToken(core, subject));
}
