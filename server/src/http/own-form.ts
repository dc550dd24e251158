import type { FastifyRequest } from 'fastify';
import type { Core } from '../core/core.ts';
import { PlatformError } from '../core/errors.ts';
import { sameSecret } from '../keys/secrets.ts';
import type { App } from './types.ts';

/** The token that a form of ours carries: bound to what it is about, and to be had only by who may read the page. */
export function formToken({ hasher }: Pick<Core, 'hasher'>, subject: string): string {
  return hasher.digest('form', subject);
}

/**
 * Whether the browser, where it says anything, says that a page of ours sends the request: by Fetch Metadata, or where it does not know that by `Origin`
 * (RFC 6454), which is `null` for forms of pages that keep their address to themselves, as ours do.
 */
function isFromOwnPage({ config }: Pick<Core, 'config'>, { headers: { origin, 'sec-fetch-site': site } }: FastifyRequest): boolean {
  return site === undefined ? origin === undefined || origin === 'null' || origin === config.publicUrl : site === 'same-origin';
}

/**
 * Whether a request comes from a form or script of our own pages: it carries the token, and the browser does not say otherwise. The cookies that go with
 * it are `SameSite=Lax` besides.
 */
export function isOwnForm(core: Pick<Core, 'hasher' | 'config'>, request: FastifyRequest, subject: string, token: unknown): boolean {
  return isFromOwnPage(core, request) && typeof token === 'string' && sameSecret(token, formToken(core, subject));
}

/**
 * Refuses whatever another site sends to the scope's forms. Theirs carry the code of a mailed link, which whoever was sent the link knows: without this
 * a page of his could have a visitor's browser enrolled in his name.
 */
export function takeOwnFormsOnly(app: App, core: Pick<Core, 'config'>): void {
  app.addHook('onRequest', async (request) => {
    if (request.method === 'POST' && !isFromOwnPage(core, request)) throw new PlatformError('ORIGIN_NOT_ALLOWED', 'A form of our pages is sent by our pages alone.');
  });
}
