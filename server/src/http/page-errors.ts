import type { FastifyReply, FastifyRequest } from 'fastify';
import { connectMessagePage, messagePage, pageHeaders, PLATFORM_LOOK, unknownServicePage } from '../pages/index.ts';
import { preferredLanguage } from './caller.ts';
import { toPlatformError } from './errors.ts';

/** Whatever a page of a log-in ended in, as a person may read it; our own faults are logged with their cause. */
export async function answerPage(error: Error, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const told = toPlatformError(error);
  const lang = preferredLanguage(request);
  reply.headers(pageHeaders);
  if (told?.code === 'REQUEST_BACKOFF') return reply.code(429).send(messagePage({ lang, ...PLATFORM_LOOK, kind: 'rate-limited' }));
  if (told?.code === 'UNKNOWN_PROJECT') return reply.code(404).send(unknownServicePage(lang));
  if (told !== undefined) return reply.code(told.status).send(connectMessagePage({ lang, ...PLATFORM_LOOK, kind: 'log-in-over' }));
  request.log.error({ err: { name: error.name, message: error.message, stack: error.stack } }, 'a page of a log-in failed');
  return reply.code(500).send(connectMessagePage({ lang, ...PLATFORM_LOOK, kind: 'failed' }));
}
