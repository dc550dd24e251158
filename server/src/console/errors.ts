import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { preferredLanguage } from '../http/caller.ts';
import { toPlatformError } from '../http/errors.ts';
import { consoleHeaders, consoleMessage } from './frame.ts';
import { consoleLanguages } from './texts/texts.ts';

/** Whether a form is refused for its size: as a whole, or for one of its fields. */
function isTooLarge(error: FastifyError | Error): boolean {
  if (!('code' in error)) return false;
  return error.code === 'FST_ERR_CTP_BODY_TOO_LARGE' || (error.validationContext === 'body' && error.validation?.some(({ keyword }) => keyword === 'maxLength') === true);
}

/** Whatever a page of the console ended in, as a person may read it; our own faults are logged with their cause. */
export async function answerConsole(error: Error, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const told = toPlatformError(error);
  const lang = preferredLanguage(request, consoleLanguages);
  reply.headers(consoleHeaders);
  if (told?.code === 'REQUEST_BACKOFF') return reply.code(429).send(consoleMessage(lang, 'rate-limited'));
  if (isTooLarge(error)) return reply.code(413).send(consoleMessage(lang, 'too-large'));
  if (told !== undefined) return reply.code(told.status).send(consoleMessage(lang, told.status === 404 ? 'not-found' : 'invalid'));
  request.log.error({ err: { name: error.name, message: error.message, stack: error.stack } }, 'a page of the console failed');
  return reply.code(500).send(consoleMessage(lang, 'failed'));
}
