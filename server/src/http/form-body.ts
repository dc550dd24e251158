import type { App } from './types.ts';

/** Forms of our pages, as the scope's routes read them: an object of texts, of fields that come twice the last one. */
export function readForms(app: App): void {
  app.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_request, body, done) => {
    done(null, Object.fromEntries(new URLSearchParams(body.toString())));
  });
}
