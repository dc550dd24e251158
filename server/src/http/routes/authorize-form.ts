import { pageHeaders } from '../../pages/index.ts';
import type { App } from '../types.ts';

/** Bytes of a request at most: as a URL it has to fit, with everything else, into the 16 KiB that Node.js takes of a request's head. */
const LONGEST = 8192;

/**
 * `POST /authorize` (OpenID Connect Core 1.0, section 3.1.2.1): leads to the same request by GET, every parameter as it came.
 *
 * A browser sends no `SameSite=Lax` cookie with another site's form, but does when it follows a redirect to a page. So whoever is signed in stays signed in,
 * without cookies that go with every request of every site, which is what the library asks for before it takes forms itself.
 */
export function authorizeFormRoutes(app: App): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_request, body, done) => done(null, body));
  app.post('/authorize', { config: { rate: 'page' }, bodyLimit: LONGEST }, async (request, reply) => {
    const sent = new URLSearchParams(typeof request.body === 'string' ? request.body : '');
    return reply.headers(pageHeaders).redirect(`/authorize?${sent.toString()}`, 303);
  });
}
