import { fastify, LogController } from 'fastify';
import type { FastifyBaseLogger } from 'fastify';
import { listenAt } from '../config/listening.ts';
import { answerError } from '../http/errors.ts';
import { refuseOddInput } from '../http/odd-input.ts';
import { arrivalLimits, dropUnasked } from '../http/slow-requests.ts';
import { createLog } from '../log/log.ts';
import type { Log } from '../log/log.ts';
import { openAuthority } from './authority.ts';
import type { Protection } from './protection.ts';
import { authorityHealthRoutes, clientShareRoutes, serverShareRoute } from './routes.ts';
import type { AuthorityConfig } from './settings.ts';

/** A trust authority that listens. */
export interface RunningAuthority {
  readonly url: string;
  /** What the platform is configured with. */
  readonly publicKey: string;
  readonly log: Log;
  close(): Promise<void>;
}

/**
 * Starts a trust authority on its own. Put TLS in front of it: the platform accepts plain http on loopback only.
 *
 * @throws AuthorityError where its keys are sealed with something else
 */
export async function serveAuthority(config: AuthorityConfig, protection: Protection, now: () => number = Date.now): Promise<RunningAuthority> {
  const log = createLog(config);
  const authority = openAuthority({ directory: config.dataDir, protection, platformKey: config.platformKey, now });
  const app = fastify({ loggerInstance: log as FastifyBaseLogger, logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: 'requestID' }), requestIdHeader: false, bodyLimit: 16_384, forceCloseConnections: 'idle', ...arrivalLimits() });
  dropUnasked(app);
  refuseOddInput(app);
  app.addHook('onRequest', async (_request, reply) => void reply.header('x-content-type-options', 'nosniff').header('referrer-policy', 'no-referrer'));
  app.addHook('onResponse', async (request, reply) => {
    log.info({ method: request.method, route: request.routeOptions.url ?? 'none', status: reply.statusCode }, 'request');
  });
  // What the framework would say holds the path, and the path may be a capability.
  app.setNotFoundHandler(async (request, reply) => reply.code(404).send({ error: 'NOT_FOUND', info: 'There is no such path.', context: { requestID: request.id } }));
  app.setErrorHandler(answerError);
  authorityHealthRoutes(app, authority);
  clientShareRoutes(app, authority);
  serverShareRoute(app, authority);
  app.addHook('onClose', async () => authority.close());
  const url = await listenAt({ variable: 'port', host: config.host, port: config.port }, () => app.listen({ host: config.host, port: config.port })).catch(async (error: unknown) => {
    await app.close();
    throw error;
  });
  log.info({ listening: url, authorityKey: authority.publicKey }, 'trust authority ready');
  return { url, publicKey: authority.publicKey, log, close: () => app.close() };
}
