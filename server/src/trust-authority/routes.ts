import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { TrustAuthority } from './authority.ts';

const METHODS = 'GET, OPTIONS';
const HEADERS = 'X-MIRACL-CID, X-MIRACL-CLIENT, Content-Type, Authorization';
/** Preflights are asked again after this, seconds; a capability lives no longer. */
const PREFLIGHT_SECONDS = '60';

type CapabilityRequest = FastifyRequest<{ Params: { '*': string } }>;

function refuse(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  return reply.code(403).header('cache-control', 'no-store')
    .send({ error: 'FORBIDDEN', info: 'The request is forbidden.', context: { requestID: request.id } });
}

/** Lets the one origin of the capability read the answer. @returns false where a page of another origin asks */
function openToOrigin(authority: TrustAuthority, request: CapabilityRequest, reply: FastifyReply): boolean {
  const capability = authority.inspect(request.params['*']);
  const { origin } = request.headers;
  reply.header('vary', 'Origin');
  if (capability === undefined || (origin !== undefined && origin !== capability.origin)) return false;
  if (origin !== undefined) reply.header('access-control-allow-origin', origin);
  return true;
}

/** The authority's side of docs/protocol.md 5.2: capability URLs. */
export function clientShareRoutes(app: FastifyInstance, authority: TrustAuthority): void {
  app.get('/client-share/*', async (request: CapabilityRequest, reply) => {
    const share = openToOrigin(authority, request, reply) ? authority.clientShare(request.params['*']) : undefined;
    if (share === undefined) return refuse(request, reply);
    return reply.header('cache-control', 'no-store').header('cross-origin-resource-policy', 'cross-origin').send({ dvsClientSecret: share });
  });

  app.options('/client-share/*', async (request: CapabilityRequest, reply) => {
    if (request.headers.origin === undefined || !openToOrigin(authority, request, reply)) return refuse(request, reply);
    return reply.code(204).header('access-control-allow-methods', METHODS).header('access-control-allow-headers', HEADERS)
      .header('access-control-max-age', PREFLIGHT_SECONDS).send();
  });
}

/** The authority's side of docs/protocol.md 8.1: a signed request in, a signed answer out. */
export function serverShareRoute(app: FastifyInstance, authority: TrustAuthority): void {
  app.post<{ Body: { request?: unknown } | null }>('/server-share', async (request, reply) => {
    const message = request.body?.request;
    const answer = typeof message === 'string' ? authority.serverShares(message) : undefined;
    return answer === undefined ? refuse(request, reply) : reply.header('cache-control', 'no-store').send({ answer });
  });
}

/** `/healthz`: the process runs. `/readyz`: it can give shares, that is, its keys can be read and its uses counted. */
export function authorityHealthRoutes(app: FastifyInstance, authority: TrustAuthority): void {
  app.get('/healthz', async (_request, reply) => reply.header('cache-control', 'no-store').send({ status: 'ok' }));

  app.get('/readyz', async (request, reply) => {
    reply.header('cache-control', 'no-store');
    try {
      authority.probe();
      return await reply.send({ status: 'ready' });
    } catch (error) {
      request.log.error({ err: error instanceof Error ? error.message : 'unknown' }, 'not ready');
      return reply.code(503).send({ status: 'not ready' });
    }
  });
}
