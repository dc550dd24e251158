import { Type } from '@fastify/type-provider-typebox';
import type { FastifyRequest } from 'fastify';
import type { Core } from '../../core/core.ts';
import { requireProject } from '../../core/projects.ts';
import { startPush } from '../../core/push.ts';
import { normaliseUserId } from '../../core/user-ids.ts';
import { callerOf, namedProject } from '../caller.ts';
import { userId } from '../fields.ts';
import type { App } from '../types.ts';

const Push = Type.Object({ prerollId: userId });

/** Signing in by a message to the phone (docs/protocol.md 3.10). */
export function pushRoutes(app: App, core: Core): void {
  /** The project of the application that the query names, else as everywhere. */
  const projectOf = async (request: FastifyRequest): Promise<string | undefined> => {
    const { client_id: clientId } = request.query as { client_id?: unknown };
    if (typeof clientId !== 'string' || clientId === '') return namedProject(request);
    const application = await core.db.queries.selectFrom('applications').select('project_id').where('id', '=', clientId).executeTakeFirst();
    return application?.project_id ?? namedProject(request);
  };

  app.post('/pushauth', { config: { rate: 'session', project: projectOf }, schema: { body: Push } }, async (request, reply) => {
    const project = await requireProject(core, await projectOf(request));
    const webOTT = await startPush(core, callerOf(request), project, normaliseUserId(request.body.prerollId));
    return reply.header('cache-control', 'no-store').send({ webOTT });
  });
}
