import type { FastifyRequest } from 'fastify';
import type { Caller } from '../core/core.ts';
import { plainAddress } from '../core/network.ts';
import { favouriteOf, languages } from '../text/languages.ts';
import type { Language } from '../text/languages.ts';

/** Who is calling; forwarded addresses count only where a trusted proxy says them. */
export function callerOf(request: FastifyRequest): Caller {
  return { ip: plainAddress(request.ip), origin: request.headers.origin };
}

/** The project that a request names beside its body: the query's `project_id`, else the header. */
export function namedProject(request: FastifyRequest): string | undefined {
  const query = request.query as Record<string, unknown>;
  const fromQuery = query['project_id'];
  const header = request.headers['x-miracl-cid'];
  if (typeof fromQuery === 'string' && fromQuery !== '') return fromQuery;
  return typeof header === 'string' && header !== '' ? header : undefined;
}

/**
 * The language that a browser prefers, for requests that name none.
 *
 * @param among - those that are spoken there
 */
export function preferredLanguage(request: FastifyRequest, among: readonly Language[] = languages): string {
  return favouriteOf(request.headers['accept-language'] ?? '', among);
}
