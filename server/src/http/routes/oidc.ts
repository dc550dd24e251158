import type { FastifyRequest } from 'fastify';
import type { Connect } from '../../oidc/connect.ts';
import type { App } from '../types.ts';

/** The provider's own paths (docs/protocol.md 11.1) and what each counts towards; requests that come as a form have a route of their own. */
const PATHS = {
  '/authorize': 'page', '/authorize/:uid': 'page', '/oidc/logout': 'page', '/oidc/logout/confirm': 'page', '/oidc/logout/success': 'page',
  '/oidc/token': 'authenticate', '/oidc/userinfo': 'poll', '/oidc/revoke': 'authenticate', '/oidc/certs': 'discovery', '/.well-known/openid-configuration': 'discovery',
} as const;

/**
 * Tells the library under which URL it is reached: the configured one, whatever `Host` or forwarded headers a request brings, since links and cookies
 * follow from it (docs/security.md).
 */
export function reachedAt(publicUrl: string, { raw }: FastifyRequest): void {
  const { host, protocol } = new URL(publicUrl);
  raw.headers.host = host;
  raw.headers['x-forwarded-host'] = host;
  raw.headers['x-forwarded-proto'] = protocol.slice(0, -1);
}

/** OpenID Connect: these paths are the provider's, body and answer included. */
export function oidcRoutes(app: App, connect: Connect, publicUrl: string): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', (_request, _payload, done) => done(null));
  for (const [url, rate] of Object.entries(PATHS)) {
    app.route({
      method: url === '/authorize' ? ['GET', 'OPTIONS'] : ['GET', 'POST', 'OPTIONS'], url, config: { rate },
      handler(request, reply) {
        // What hooks have said of every answer of the platform holds for the library's too.
        reply.raw.setHeaders(new Map(Object.entries(reply.getHeaders()).flatMap(([name, value]) => (value === undefined ? [] : [[name, typeof value === 'number' ? String(value) : value] as const]))));
        reply.hijack();
        reachedAt(publicUrl, request);
        void connect.provider().callback()(request.raw, reply.raw);
      },
    });
  }
}
