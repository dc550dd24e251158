import type { FastifyRequest } from 'fastify';
import type { Agent } from '../core/audit.ts';
import type { Core } from '../core/core.ts';
import { authenticateCredentials, requireRight, unauthorized } from '../core/credentials.ts';
import type { Principal } from '../core/credentials.ts';
import { PlatformError } from '../core/errors.ts';
import type { Right } from '../core/rights.ts';
import { callerOf } from './caller.ts';
import type { App } from './types.ts';

/** A route, and the right that it asks for; `undefined` where anybody may call it. */
export interface RouteRight {
  readonly method: string;
  readonly url: string;
  readonly right: Right | undefined;
}

const routes = new WeakMap<App['server'], RouteRight[]>();

/** All routes of the API with their rights, for those who check that none was forgotten. */
export function routeRights(app: Pick<App, 'server'>): readonly RouteRight[] {
  return routes.get(app.server) ?? [];
}

const principals = new WeakMap<FastifyRequest, Principal>();

/** The caller of a route that names a right. */
export function principalOf(request: FastifyRequest): Principal {
  const principal = principals.get(request);
  if (principal === undefined) throw unauthorized();
  return principal;
}

/** Who calls, as the audit log names them. */
export function agentOf(request: FastifyRequest): Agent {
  const { applicationId, actor } = principalOf(request);
  return { ip: callerOf(request).ip, applicationId, actor };
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
  const known: RouteRight[] = [];
  routes.set(app.server, known);
  app.addHook('onRoute', ({ method, url, config }) => {
    for (const one of [method].flat()) known.push({ method: one, url, right: config?.right });
  });
  app.addHook('onRequest', async (request) => {
    const { right, refusal } = request.routeOptions.config;
    if (right === undefined) return;
    try {
      const principal = await authenticateCredentials(core, request.headers.authorization, callerOf(request).ip);
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
