import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { invalidParameters, PlatformError } from '../core/errors.ts';

interface Violation {
  readonly instancePath: string;
  readonly params: Readonly<Record<string, unknown>>;
}

/** The wire's name of the field at fault; items of a list count as the list. */
function fieldOf({ instancePath, params }: Violation): string {
  const path = instancePath.split('/').filter((part) => part !== '' && !/^\d+$/.test(part));
  if (typeof params['missingProperty'] === 'string') path.push(params['missingProperty']);
  return path.join('.');
}

function fromValidation(violations: readonly Violation[]): PlatformError {
  const fields = [...new Set(violations.map(fieldOf))];
  return fields.includes('') ? invalidBody() : invalidParameters(...fields);
}

function invalidBody(): PlatformError {
  return new PlatformError('INVALID_REQUEST_BODY', 'The request body must be a JSON object of acceptable size.');
}

/** PostgreSQL's word for a text that it cannot store, which is the caller's fault and not ours (SQLSTATE, class 22). */
const UNSTORABLE_TEXT = '22021';

/** Turns whatever a request ended in into what its caller is told; `undefined` where it is our own fault. */
export function toPlatformError(error: FastifyError | Error): PlatformError | undefined {
  if (error instanceof PlatformError) return error;
  if ('validation' in error && Array.isArray(error.validation)) return fromValidation(error.validation);
  if ('code' in error && error.code === UNSTORABLE_TEXT) return invalidParameters();
  const status = 'statusCode' in error ? error.statusCode : undefined;
  if (status !== undefined && status >= 400 && status < 500) return invalidBody();
  return undefined;
}

interface Invalid {
  readonly validation: readonly (Violation & { readonly keyword: string })[];
  readonly validationContext?: string;
}

function isInvalid(error: object): error is Invalid {
  return 'validation' in error && Array.isArray(error.validation);
}

/**
 * The same for the back-end API, whose documents tell two more things apart (docs/protocol.md 10.2): text that is no JSON, and JSON of another
 * shape than was asked for.
 */
export function toBackendError(error: FastifyError | Error): PlatformError | undefined {
  if (!isInvalid(error)) {
    const told = toPlatformError(error);
    return told?.code === 'INVALID_REQUEST_BODY' ? new PlatformError('INVALID_REQUEST_BODY', 'The request payload is invalid JSON.') : told;
  }
  const misshapen = error.validation.filter(({ keyword }) => keyword === 'type');
  if (error.validationContext !== 'body' || misshapen.length === 0) return fromValidation(error.validation);
  const params = [...new Set(misshapen.map(fieldOf))].filter((field) => field !== '').join(',');
  return new PlatformError('INVALID_REQUEST_PAYLOAD', 'Request payload doesn\'t match schema.', params === '' ? {} : { params });
}

/** Answers with the envelope of docs/protocol.md 1.3. */
export function answerError(error: FastifyError | Error, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  return answer(toPlatformError(error), error, request, reply);
}

/** The same for routes of the back-end API. */
export function answerBackendError(error: FastifyError | Error, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  return answer(toBackendError(error), error, request, reply);
}

/** Our own faults are logged with their cause, and told without it. */
function answer(known: PlatformError | undefined, error: Error, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const told = known ?? new PlatformError('INTERNAL_ERROR', 'The request failed; nothing was lost. Try again later.');
  if (told.code === 'INTERNAL_ERROR') request.log.error({ err: { name: error.name, message: error.message, stack: error.stack } }, 'a request failed');
  const { backoff } = told.context;
  if (told.code === 'REQUEST_BACKOFF' && backoff !== undefined) reply.header('retry-after', String(Math.max(1, Number(backoff) - Math.floor((request.server.now?.() ?? Date.now()) / 1000))));
  if (told.code === 'UNAUTHORIZED' || told.code === 'UNAUTHORIZED_REQUEST') reply.header('www-authenticate', 'Basic realm="mpin-platform"');
  return reply.code(told.status).header('cache-control', 'no-store')
    .send({ error: told.code, info: told.message, context: { requestID: request.id, ...told.context } });
}
