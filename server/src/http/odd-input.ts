import type { FastifyInstance } from 'fastify';
import { invalidParameters, PlatformError } from '../core/errors.ts';

const NUL = '\u0000';
/** Deeper than anything that a route takes, and far from what a stack of calls holds. */
const DEEPEST = 32;

/** The fields, named as validation names them (`signature.hash`), whose text or name holds the character NUL. */
function fieldsWithNul(value: unknown, field: string, depth = 0): string[] {
  if (depth > DEEPEST) throw new PlatformError('INVALID_REQUEST_BODY', 'The request body is nested too deeply.');
  if (typeof value === 'string') return value.includes(NUL) ? [field] : [];
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return [];
  if (Array.isArray(value)) return value.some((entry) => fieldsWithNul(entry, field, depth + 1).length > 0) ? [field] : [];
  return Object.entries(value).flatMap(([name, inner]) => {
    const inside = [field, name.replaceAll(NUL, '')].filter((part) => part !== '').join('.');
    return name.includes(NUL) ? [inside] : fieldsWithNul(inner, inside, depth + 1);
  });
}

function requireNone(values: unknown): void {
  // What is no object has no fields; validation refuses it as it is.
  if (typeof values !== 'object') return;
  const wrong = fieldsWithNul(values, '');
  if (wrong.length > 0) throw invalidParameters(...wrong);
}

/**
 * Refuses what no route takes, so that no rule has to think of it. The character NUL in path, query and body: PostgreSQL stores no text that holds it
 * (SQLSTATE 22021), and no name, address or code has one. A body that is nested more deeply than {@link DEEPEST}.
 */
export function refuseOddInput(app: Pick<FastifyInstance, 'addHook'>): void {
  app.addHook('onRequest', async (request) => {
    requireNone(request.params);
    requireNone(request.query);
  });
  app.addHook('preValidation', async (request) => requireNone(request.body));
}
