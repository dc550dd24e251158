import { invalidParameters } from '../core/errors.ts';
import type { App } from './types.ts';

const NUL = '\u0000';

/** Whether a text somewhere in a value holds the character NUL; names of fields count as well. */
function holdsNul(value: unknown): boolean {
  if (typeof value === 'string') return value.includes(NUL);
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return false;
  return Object.entries(value).some(([name, inner]) => name.includes(NUL) || holdsNul(inner));
}

function requireNone(values: unknown): void {
  if (typeof values !== 'object' || values === null) return;
  const wrong = Object.entries(values).filter(([name, value]) => name.includes(NUL) || holdsNul(value)).map(([name]) => name.replaceAll(NUL, ''));
  if (wrong.length > 0) throw invalidParameters(...wrong);
}

/**
 * Refuses the character NUL in path, query and body of every route: PostgreSQL stores no text that holds it (SQLSTATE 22021), and no name, address
 * or code has one. So the two databases cannot differ, and no rule has to think of it.
 */
export function refuseNul(app: App): void {
  app.addHook('onRequest', async (request) => {
    requireNone(request.params);
    requireNone(request.query);
  });
  app.addHook('preValidation', async (request) => requireNone(request.body));
}
