import { ConfigError } from '../config/errors.ts';

/** Configuration of a trust authority that stands alone: a JSON file. */
export interface AuthorityConfig {
  /** Address to listen on. */
  readonly host: string;
  /** Port to listen on; 0 takes any free one. */
  readonly port: number;
  /** Its own directory, shared with nobody. */
  readonly dataDir: string;
  /** The platform's public key for this authority, as `mpin-platform authority-keys` prints it. */
  readonly platformKey: string;
  /** File with the passphrase that seals its keys; without any passphrase a key file in its directory does. */
  readonly passphraseFile: string | undefined;
  readonly logLevel: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent';
}

const LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
const KNOWN = new Set(['host', 'port', 'dataDir', 'platformKey', 'passphraseFile', 'logLevel']);

/** @throws ConfigError naming the entry that is missing or makes no sense */
export function readAuthorityConfig(value: unknown): AuthorityConfig {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new ConfigError('configuration', 'must be a JSON object');
  const unknown = Object.keys(value).find((name) => !KNOWN.has(name));
  if (unknown !== undefined) throw new ConfigError(unknown, 'is no setting of a trust authority');
  const { host = '127.0.0.1', port, dataDir, platformKey, passphraseFile, logLevel = 'info' } = value as Record<string, unknown>;
  if (typeof host !== 'string' || host === '') throw new ConfigError('host', 'must be an address to listen on');
  if (typeof port !== 'number' || !Number.isInteger(port) || port < 0 || port > 65_535) throw new ConfigError('port', 'must be a whole number from 0 to 65535');
  if (typeof dataDir !== 'string' || dataDir === '') throw new ConfigError('dataDir', 'must name a directory');
  if (typeof platformKey !== 'string' || !/^[A-Za-z0-9_-]{43}$/.test(platformKey)) throw new ConfigError('platformKey', 'must be the 43 characters that the platform prints');
  if (passphraseFile !== undefined && (typeof passphraseFile !== 'string' || passphraseFile === '')) throw new ConfigError('passphraseFile', 'must name a file');
  const level = LEVELS.find((name) => name === logLevel);
  if (level === undefined) throw new ConfigError('logLevel', `must be one of ${LEVELS.join(', ')}`);
  return { host, port, dataDir, platformKey, passphraseFile, logLevel: level };
}
