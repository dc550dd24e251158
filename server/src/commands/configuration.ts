import { readFileSync } from 'node:fs';
import { ConfigError } from '../config/errors.ts';
import { loadConfig } from '../config/load.ts';
import type { Config } from '../config/load.ts';
import { SETTINGS } from '../config/settings.ts';

/** Parses a JSON file. @throws ConfigError naming what pointed at it */
export function readJsonFile(variable: string, path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new ConfigError(variable, error instanceof SyntaxError ? 'names a file that is not JSON' : 'names a file that cannot be read');
  }
}

/** The configuration of this process: its environment over the file that `MPIN_CONFIG` names. */
export function configuration(environment: NodeJS.ProcessEnv): Config {
  const path = environment['MPIN_CONFIG'];
  return loadConfig(environment, path === undefined ? {} : (readJsonFile('MPIN_CONFIG', path) as Record<string, unknown>));
}

/** Every setting, with its default and what it is for. */
export function describeSettings(): string {
  return Object.values(SETTINGS).map(({ variable, fallback, about }) => `${variable}${fallback === undefined ? '' : ` [${fallback}]`}\n    ${about}`).join('\n');
}
