import type { FastifyReply, FastifyRequest } from 'fastify';
import { consoleHeaders, consoleMessage } from '../console/frame.ts';
import { consoleLanguages } from '../console/texts/texts.ts';
import { PlatformError } from '../core/errors.ts';
import { connectMessagePage, messagePage, pageHeaders, PLATFORM_LOOK, unknownServicePage } from '../pages/index.ts';
import type { ConnectMessage } from '../pages/index.ts';
import { prefersPage } from './accept.ts';
import { preferredLanguage } from './caller.ts';
import { answerError, toPlatformError } from './errors.ts';

/** Our own faults are logged with their cause; what a visitor did wrong is told as `kind`. */
function tell(kind: ConnectMessage, error: Error, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const told = toPlatformError(error);
  const lang = preferredLanguage(request);
  reply.headers(pageHeaders);
  if (told?.code === 'REQUEST_BACKOFF') return reply.code(429).send(messagePage({ lang, ...PLATFORM_LOOK, kind: 'rate-limited' }));
  if (told?.code === 'UNKNOWN_PROJECT') return reply.code(404).send(unknownServicePage(lang));
  if (told !== undefined) return reply.code(told.status).send(connectMessagePage({ lang, ...PLATFORM_LOOK, kind }));
  request.log.error({ err: { name: error.name, message: error.message, stack: error.stack } }, 'a page of a log-in failed');
  return reply.code(500).send(connectMessagePage({ lang, ...PLATFORM_LOOK, kind: 'failed' }));
}

/** Whatever a page of a log-in ended in, as a person may read it. */
export async function answerPage(error: Error, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  return tell('log-in-over', error, request, reply);
}

/** Why a request to the OpenID provider never reached it: to people, who are sent there by applications, as a page; to programs as everywhere. */
export async function answerProvider(error: Error, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  return prefersPage(request) ? tell('bad-request', error, request, reply) : answerError(error, request, reply);
}

/** There is no such path: to people as a page, of the console where they looked for one there; to programs as everywhere. */
export function answerNowhere(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const error = new PlatformError('NOT_FOUND', 'There is no such path.');
  if (!prefersPage(request)) return answerError(error, request, reply);
  if (request.url.startsWith('/console/')) return reply.code(error.status).headers(consoleHeaders).send(consoleMessage(preferredLanguage(request, consoleLanguages), 'not-found'));
  return tell('no-page', error, request, reply);
}
