import { pageHeaders } from '../../pages/index.ts';
import type { OpenApiDocument } from '../openapi.ts';
import { openApiPage } from '../openapi-page.ts';
import type { App } from '../types.ts';

/** The API's document, for programs and as a page. It is made when it is first asked for, and the same for everybody from then on. */
export function openApiRoutes(app: App): void {
  let made: { readonly json: string; readonly page: string } | undefined;
  const document = (): { readonly json: string; readonly page: string } => {
    if (made === undefined) {
      const api = app.swagger() as unknown as OpenApiDocument;
      made = { json: JSON.stringify(api), page: openApiPage(api) };
    }
    return made;
  };

  app.get('/openapi.json', { config: { rate: 'discovery', everyOrigin: true } }, async (_request, reply) =>
    reply.header('access-control-allow-origin', '*').header('content-type', 'application/json; charset=utf-8').header('cache-control', 'public, max-age=300').send(document().json));

  app.get('/openapi', { config: { rate: 'page' } }, async (_request, reply) => reply.headers(pageHeaders).send(document().page));
}
