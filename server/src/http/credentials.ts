import type { FastifyRequest } from 'fastify';
import type { Core } from '../core/core.ts';
import { authenticateCredentials, requireRight, unauthorized } from '../core/credentials.ts';
import type { Principal } from '../core/credentials.ts';
import { PlatformError } from '../core/errors.ts';
import type { App } from './types.ts';

const principals = new WeakMap<FastifyRequest, Principal>();

/** The caller of a route that names a right. */
export function principalOf(request: FastifyRequest): Principal {
  const principal = principals.get(request);
  if (principal === undefined) throw unauthorized();
  return principal;
}

/** The project of the caller, for the limits and origins of routes that name a right. */
export async function projectOfPrincipal(request: FastifyRequest): Promise<string | undefined> {
  return principals.get(request)?.projectId;
}

/**
 * The one place that decides who may use the back-end API: before anything of a request is read, whoever calls a route that names a right must
 * prove who they are, hold it, and belong to the project that the path names. A body may name a project too: {@link requireOwnProject}.
 */
export function authorise(app: App, core: Core): void {
  app.addHook('onRequest', async (request) => {
    const { right, refusal } = request.routeOptions.config;
    if (right === undefined) return;
    try {
      const principal = await authenticateCredentials(core, request.headers.authorization);
      principals.set(request, principal);
      const { projectId } = request.params as { projectId?: string };
      requireRight(principal, right, projectId);
    } catch (error) {
      if (error instanceof PlatformError && error.code === 'UNAUTHORIZED' && refusal !== undefined) throw new PlatformError(refusal, error.message);
      throw error;
    }
  });
}

/** Refuses a body that names somebody else's project. @throws PlatformError FORBIDDEN */
export function requireOwnProject(principal: Principal, projectId: string | undefined): void {
  if (projectId !== undefined && projectId !== '' && projectId !== principal.projectId) throw new PlatformError('FORBIDDEN', 'The request is forbidden.');
}
