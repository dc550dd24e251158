import type { App } from './types.ts';

/**
 * Every body of the scope is JSON, whatever its content type says: some clients send none, or a form's (docs/protocol.md
 * 1.1). A field that is null counts as absent.
 */
export function readEveryBodyAsJson(app: App): void {
  app.addHook('onRequest', async (request) => {
    if (request.method === 'POST') request.raw.headers['content-type'] = 'application/json';
  });
  app.addHook('preValidation', async (request) => {
    const { body } = request;
    if (typeof body !== 'object' || body === null || Array.isArray(body)) return;
    request.body = Object.fromEntries(Object.entries(body).filter(([, value]) => value !== null));
  });
}
