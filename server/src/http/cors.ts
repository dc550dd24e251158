import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Core } from '../core/core.ts';
import { PlatformError } from '../core/errors.ts';
import { isListedOrigin, requireProject } from '../core/projects.ts';
import { namedProject } from './caller.ts';
import type { App } from './types.ts';

const METHODS = 'GET, POST, PUT, DELETE, OPTIONS';
const HEADERS = 'X-MIRACL-CID, X-MIRACL-CLIENT, Content-Type, Authorization';
const READABLE = 'Retry-After';

/** Lets the page read the answer, errors too, where some project lists its origin or it is our own. */
export async function openToListed(core: Core, request: FastifyRequest, reply: FastifyReply): Promise<boolean> {
  reply.header('vary', 'Origin');
  const { origin } = request.headers;
  if (origin === undefined) return false;
  const listed = origin === core.config.publicUrl || (await isListedOrigin(core, origin));
  if (listed) reply.header('access-control-allow-origin', origin).header('access-control-expose-headers', READABLE);
  return listed;
}

/**
 * Cross-origin access by docs/protocol.md 1.4, for every route of the scope: a preflight is allowed for an origin that
 * any project lists, the request itself only for one that its own project lists.
 */
export function crossOrigin(app: App, core: Core): void {
  app.addHook('onRequest', async (request, reply) => {
    if (request.routeOptions.config.everyOrigin === true) reply.header('access-control-allow-origin', '*');
    else await openToListed(core, request, reply);
  });

  app.addHook('preHandler', async (request) => {
    const { origin } = request.headers;
    const { project: find } = request.routeOptions.config;
    if (origin === undefined || origin === core.config.publicUrl || find === undefined) return;
    const project = await requireProject(core, (await find(request)) ?? namedProject(request));
    if (!project.origins.includes(origin)) {
      throw new PlatformError('ORIGIN_NOT_ALLOWED', 'This origin is not on the list of the project; add it to its allowed origins.');
    }
  });

  app.options('*', { config: { rate: 'discovery' } }, async (request, reply) => {
    const open = request.url.startsWith('/.well-known/');
    if (open) reply.header('access-control-allow-origin', '*');
    if (!open && !reply.hasHeader('access-control-allow-origin')) {
      throw new PlatformError('ORIGIN_NOT_ALLOWED', 'No project lists this origin.');
    }
    return reply.code(204).header('access-control-allow-methods', METHODS).header('access-control-allow-headers', HEADERS).header('access-control-max-age', '600').send();
  });
}
