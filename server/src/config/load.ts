import { ConfigError } from './errors.ts';
import { SETTINGS } from './settings.ts';

type Raw = { readonly [K in keyof typeof SETTINGS]: ReturnType<(typeof SETTINGS)[K]['read']> };

/** The platform's configuration, checked. Times are in the unit that a name ends in. */
export type Config = Omit<Raw, 'publicUrl'> & {
  /** An origin: scheme, host and port, without a slash at its end. */
  readonly publicUrl: string;
};

/** Names that begin like settings but belong to the demo site and the development tools. */
const NOT_OURS = new Set(['MPIN_CONFIG', 'MPIN_SERVER', 'MPIN_PROJECT', 'MPIN_CHROMIUM']);

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\]|::1)$/;

/** True for hosts that never leave this machine. */
export function isLoopback(host: string): boolean {
  return LOOPBACK.test(host);
}

function readAll(source: Readonly<Record<string, string | undefined>>): Raw {
  const entries = Object.entries(SETTINGS).map(([key, setting]) => {
    const value = source[setting.variable];
    return [key, setting.read(value === '' ? undefined : value)] as const;
  });
  return Object.fromEntries(entries) as Raw;
}

function checkPublicUrl(raw: Raw): string {
  const given = raw.publicUrl ?? (raw.dev ? `http://localhost:${raw.port}` : undefined);
  if (given === undefined) throw new ConfigError('MPIN_PUBLIC_URL', 'is needed: the https URL that people reach the platform under');
  if (!URL.canParse(given)) throw new ConfigError('MPIN_PUBLIC_URL', 'must be a URL, as in https://auth.example.com');
  const url = new URL(given);
  const local = isLoopback(url.hostname);
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && local)) {
    throw new ConfigError('MPIN_PUBLIC_URL', 'must be https, unless its host is loopback');
  }
  if (url.pathname !== '/' || url.search !== '' || url.hash !== '' || url.username !== '') {
    throw new ConfigError('MPIN_PUBLIC_URL', 'must be a host alone, without path, query, fragment or user name');
  }
  if (raw.dev && !local) throw new ConfigError('MPIN_PUBLIC_URL', 'must be loopback in development mode (MPIN_DEV=1)');
  return url.origin;
}

function checkTogether(raw: Raw): void {
  if (raw.dev && !isLoopback(raw.host)) throw new ConfigError('MPIN_HOST', 'must be loopback in development mode (MPIN_DEV=1)');
  if (!raw.dev && raw.smtpUrl === undefined) {
    throw new ConfigError('MPIN_SMTP_URL', 'is needed: without mail nobody can register (MPIN_DEV=1 brings a development inbox instead)');
  }
  if (raw.smtpUrl !== undefined && !/^smtps?:\/\/./.test(raw.smtpUrl)) throw new ConfigError('MPIN_SMTP_URL', 'must begin with smtp:// or smtps://');
  if (raw.masterKey !== undefined && !/^[0-9a-f]{64}$/i.test(raw.masterKey)) throw new ConfigError('MPIN_MASTER_KEY', 'must be 64 hex digits (32 bytes)');
  if (raw.dataDir.trim() === '') throw new ConfigError('MPIN_DATA', 'must name a directory');
  if (raw.databaseUrl !== undefined && !(/^postgres(ql)?:\/\//.test(raw.databaseUrl) && URL.canParse(raw.databaseUrl))) {
    throw new ConfigError('MPIN_DATABASE_URL', 'must be a URL that begins with postgres://');
  }
  for (const authority of raw.authorities) {
    const url = new URL(authority.url);
    if (url.protocol !== 'https:' && !isLoopback(url.hostname)) throw new ConfigError('MPIN_AUTHORITIES', 'every "url" must be https, unless its host is loopback');
  }
}

/**
 * Reads the configuration: the environment, over an optional file whose keys are the same names.
 *
 * @param environment - `process.env`, or anything of its shape
 * @param file - parsed JSON of the file named by `MPIN_CONFIG`
 * @throws ConfigError naming the first variable that makes no sense
 */
export function loadConfig(environment: Readonly<Record<string, string | undefined>>, file: Readonly<Record<string, unknown>> = {}): Config {
  const known = new Set<string>(Object.values(SETTINGS).map((setting) => setting.variable));
  for (const name of Object.keys(environment)) {
    if (name.startsWith('MPIN_') && !NOT_OURS.has(name) && !known.has(name)) throw new ConfigError(name, 'is no setting of this platform; is it misspelt?');
  }
  const source: Record<string, string | undefined> = {};
  for (const [name, value] of Object.entries(file)) {
    if (!known.has(name)) throw new ConfigError(name, 'in the configuration file is no setting of this platform');
    source[name] = typeof value === 'object' ? JSON.stringify(value) : String(value);
  }
  for (const [name, value] of Object.entries(environment)) if (value !== undefined) source[name] = value;
  const raw = readAll(source);
  checkTogether(raw);
  return { ...raw, publicUrl: checkPublicUrl(raw), sitePort: raw.sitePort === 0 ? raw.port + 1 : raw.sitePort };
}
