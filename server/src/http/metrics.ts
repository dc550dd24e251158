import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { listenAt } from '../config/listening.ts';
import type { Config } from '../config/load.ts';
import type { Metrics } from '../core/metrics.ts';
import type { Log } from '../log/log.ts';

/** Where metrics are told. */
export interface MetricsServer {
  readonly url: string;
  close(): Promise<void>;
}

/**
 * Tells metrics on a port of its own, so that the way to the platform is not the way to them.
 *
 * @throws ConfigError where the port cannot be had
 */
export async function listenMetrics(metrics: Metrics, { metricsHost, metricsPort }: Pick<Config, 'metricsHost' | 'metricsPort'>, log: Log): Promise<MetricsServer> {
  const server = createServer((request, response) => {
    if (request.url !== '/metrics' || request.method !== 'GET') {
      response.writeHead(404).end();
      return;
    }
    metrics.text().then((text) => response.writeHead(200, { 'content-type': metrics.contentType, 'cache-control': 'no-store' }).end(text), (error: unknown) => {
      log.error({ err: error instanceof Error ? error.message : 'unknown' }, 'metrics could not be read');
      response.writeHead(500).end();
    });
  });
  await listenAt({ variable: 'MPIN_METRICS_PORT', host: metricsHost, port: metricsPort }, () => new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(metricsPort, metricsHost, () => {
      server.off('error', reject);
      resolve();
    });
  }));
  const { address, port, family } = server.address() as AddressInfo;
  const url = `http://${family === 'IPv6' ? `[${address}]` : address}:${port}/metrics`;
  log.info({ metrics: url }, 'metrics ready');
  return {
    url,
    close: () => new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    }),
  };
}
