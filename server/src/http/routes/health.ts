import type { Core } from '../../core/core.ts';
import type { App } from '../types.ts';

/** `/healthz`: the process runs. `/readyz`: it can serve, that is, the database and a checking thread answer. */
export function healthRoutes(app: App, core: Core): void {
  app.get('/healthz', async (_request, reply) => reply.header('cache-control', 'no-store').send({ status: 'ok' }));

  app.get('/readyz', async (request, reply) => {
    reply.header('cache-control', 'no-store');
    try {
      await core.db.queries.selectFrom('keys').select('kid').limit(1).execute();
      await core.checks.ready();
      return await reply.send({ status: 'ready' });
    } catch (error) {
      request.log.error({ err: error instanceof Error ? error.message : 'unknown' }, 'not ready');
      return reply.code(503).send({ status: 'not ready' });
    }
  });
}
