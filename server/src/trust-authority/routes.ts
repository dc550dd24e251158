import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import type { Static } from 'typebox';
import type { CapabilityOrigin, TrustAuthority } from './authority.ts';

const METHODS = 'GET, POST, OPTIONS';
const HEADERS = 'X-MIRACL-CID, X-MIRACL-CLIENT, Content-Type, Authorization';
/** Preflights are asked again after this, seconds; a capability lives no longer. */
const PREFLIGHT_SECONDS = '60';

const NAMED_IDENTITY = Type.Object({ mpinId: Type.String({ pattern: '^([0-9a-fA-F]{2})+$', maxLength: 8192 }), pubKey: Type.String({ pattern: '^[0-9a-fA-F]{256}$' }) });

/** A request whose path ends in what the platform signed. */
type SignedPath = FastifyRequest<{ Params: { '*': string } }>;

function refuse(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  return reply.code(403).header('cache-control', 'no-store')
    .send({ error: 'FORBIDDEN', info: 'The request is forbidden.', context: { requestID: request.id } });
}

/** Lets the one origin that the platform named read the answer. @returns false where a page of another origin asks, or it named none */
function openToOrigin(named: CapabilityOrigin | undefined, request: FastifyRequest, reply: FastifyReply): boolean {
  const { origin } = request.headers;
  reply.header('vary', 'Origin');
  if (named === undefined || (origin !== undefined && origin !== named.origin)) return false;
  if (origin !== undefined) reply.header('access-control-allow-origin', origin);
  return true;
}

function preflight(named: CapabilityOrigin | undefined, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  if (request.headers.origin === undefined || !openToOrigin(named, request, reply)) return refuse(request, reply);
  return reply.code(204).header('access-control-allow-methods', METHODS).header('access-control-allow-headers', HEADERS).header('access-control-max-age', PREFLIGHT_SECONDS).send();
}

function tell(share: object, reply: FastifyReply): FastifyReply {
  return reply.header('cache-control', 'no-store').header('cross-origin-resource-policy', 'cross-origin').send(share);
}

/** The authority's side of docs/protocol.md 5.2: capability URLs, and capabilities that come in a header. */
export function clientShareRoutes(app: FastifyInstance, authority: TrustAuthority): void {
  app.get('/client-share/*', async (request: SignedPath, reply) => {
    const { '*': capability } = request.params;
    const share = openToOrigin(authority.inspect(capability), request, reply) ? authority.clientShare(capability) : undefined;
    return share === undefined ? refuse(request, reply) : tell({ dvsClientSecret: share }, reply);
  });
  app.options('/client-share/*', async (request: SignedPath, reply) => preflight(authority.inspect(request.params['*']), request, reply));

  app.post<{ Params: { '*': string }; Body: Static<typeof NAMED_IDENTITY> }>('/designated-share/*', {
    schema: { body: NAMED_IDENTITY },
    // A body is JSON whatever its content type says (docs/protocol.md 1.1).
    onRequest: async (request) => void (request.raw.headers['content-type'] = 'application/json'),
  }, async (request, reply) => {
    const { mpinId, pubKey } = request.body;
    const [, capability = ''] = /^Bearer ([\w.-]+)$/i.exec(request.headers.authorization ?? '') ?? [];
    const mayAsk = [authority.admits(request.params['*']), authority.inspect(capability)].every((named) => openToOrigin(named, request, reply));
    const share = mayAsk ? authority.designatedShare(capability, { mpinId: mpinId.toLowerCase(), publicKey: pubKey.toLowerCase() }) : undefined;
    return share === undefined ? refuse(request, reply) : tell(share, reply);
  });
  app.options('/designated-share/*', async (request: SignedPath, reply) => preflight(authority.admits(request.params['*']), request, reply));
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
