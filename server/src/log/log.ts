import { pino } from 'pino';
import type { DestinationStream, Logger } from 'pino';
import type { Config } from '../config/load.ts';

export type Log = Logger;

/** Fields that may reach a log call by mistake and must not come out of it. */
const REDACTED = [
  'userId', 'user_id', 'code', 'pin', 'token', 'activationToken', 'actToken', 'webOTT', 'authOTT', 'jwt', 'secret', 'clientSecret', 'dvsClientSecret',
  'publicKey', 'U', 'V', 'y', 'authorization', 'cookie', 'url', 'accessId', 'WID',
];

/**
 * Structured logs, one JSON line each. Requests are logged by route, never by URL: a URL may hold a code or a capability.
 *
 * @param destination - standard output by default
 */
export function createLog(config: Pick<Config, 'logLevel'>, destination?: DestinationStream): Log {
  const options = {
    level: config.logLevel,
    base: null,
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
    formatters: { level: (label: string) => ({ level: label }) },
    redact: { paths: REDACTED.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]), censor: '[redacted]' },
  };
  return destination === undefined ? pino(options) : pino(options, destination);
}
