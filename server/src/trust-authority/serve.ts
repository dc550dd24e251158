import { fastify, LogController } from 'fastify';
import type { FastifyBaseLogger } from 'fastify';
import { loadMasterKey } from '../keys/master-key.ts';
import { createLog } from '../log/log.ts';
import type { Log } from '../log/log.ts';
import { openAuthority } from './authority.ts';
import { clientShareRoutes, serverShareRoute } from './routes.ts';
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
 * @param masterKey - 64 hex digits, or `undefined` for the file in its own directory
 */
export async function serveAuthority(config: AuthorityConfig, masterKey: string | undefined, now: () => number = Date.now): Promise<RunningAuthority> {
  const log = createLog(config);
  const authority = openAuthority({ directory: config.dataDir, masterKey: loadMasterKey(config.dataDir, masterKey), platformKey: config.platformKey, now });
  const app = fastify({ loggerInstance: log as FastifyBaseLogger, logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: 'requestID' }), requestIdHeader: false, bodyLimit: 16_384, forceCloseConnections: 'idle' });
  app.addHook('onResponse', async (request, reply) => {
    log.info({ method: request.method, route: request.routeOptions.url ?? 'none', status: reply.statusCode }, 'request');
  });
  app.get('/healthz', async () => ({ status: 'ok' }));
  clientShareRoutes(app, authority);
  serverShareRoute(app, authority);
  app.addHook('onClose', async () => authority.close());
  const url = await app.listen({ host: config.host, port: config.port });
  log.info({ listening: url, authorityKey: authority.publicKey }, 'trust authority ready');
  return { url, publicKey: authority.publicKey, log, close: () => app.close() };
}
