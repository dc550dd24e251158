import type { App } from './types.ts';

const WITH_BODY: ReadonlySet<string> = new Set(['POST', 'PUT', 'DELETE']);

/**
 * Every body of the scope is JSON, whatever its content type says: some clients send none, or a form's (docs/protocol.md
 * 1.1). A field that is null counts as absent, and so does the whole body where a route says that it may.
 */
export function readEveryBodyAsJson(app: App): void {
  app.addHook('onRequest', async (request) => {
    const { headers } = request.raw;
    const empty = headers['transfer-encoding'] === undefined && Number(headers['content-length'] ?? 0) === 0;
    if (empty && request.routeOptions.config.optionalBody === true) delete headers['content-type'];
    else if (WITH_BODY.has(request.method)) headers['content-type'] = 'application/json';
  });
  app.addHook('preValidation', async (request) => {
    if (request.routeOptions.config.optionalBody === true) request.body ??= {};
    const { body } = request;
    if (typeof body !== 'object' || body === null || Array.isArray(body)) return;
    request.body = Object.fromEntries(Object.entries(body).filter(([, value]) => value !== null));
  });
}
