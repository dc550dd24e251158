import { ConfigError } from '../config/errors.ts';
import type { Config } from '../config/load.ts';
import { DatabaseError } from '../store/errors.ts';
import { readOptions, UsageError } from './arguments.ts';
import { configuration } from './configuration.ts';
import { CHECKS } from './doctor-checks.ts';
import type { Finding } from './doctor-checks.ts';

const MARKS: Readonly<Record<Finding['state'], string>> = { good: 'good   ', warning: 'WARNING', bad: 'BAD    ' };

/** A connection that nobody takes says so in its cause alone; a database that cannot be used says all of it, to the first check that needs it. */
function detailOf(error: unknown, former: readonly Finding[]): string {
  if (!(error instanceof Error)) return 'unknown';
  if (error instanceof DatabaseError) return former.some(({ detail }) => detail === error.message) ? 'This needs the database; see above.' : error.message;
  return error.cause instanceof Error && error.cause.message !== '' ? `${error.message} (${error.cause.message})` : error.message;
}

/** Checks everything that a platform of this environment stands on. */
export async function examine(environment: NodeJS.ProcessEnv): Promise<readonly Finding[]> {
  let config: Config;
  try {
    config = configuration(environment);
  } catch (error) {
    if (error instanceof ConfigError) return [{ check: 'configuration', state: 'bad', detail: error.message }];
    throw error;
  }
  const findings: Finding[] = [{ check: 'configuration', state: config.dev ? 'warning' : 'good', detail: config.dev ? 'development mode: for this machine alone' : 'complete' }];
  for (const [check, run] of Object.entries(CHECKS)) {
    findings.push({ check, ...(await run(config).catch((error: unknown) => ({ state: 'bad' as const, detail: detailOf(error, findings) }))) });
  }
  return findings;
}

/**
 * `mpin-platform doctor [--json]`: what is wrong, and what to do about it. Run it where the platform runs, under its environment.
 *
 * @throws UsageError where something is bad, after all was printed
 */
export async function doctor(words: readonly string[], environment: NodeJS.ProcessEnv, print: (line: string) => void): Promise<void> {
  const json = words.includes('--json');
  readOptions(words.filter((word) => word !== '--json'), []);
  const findings = await examine(environment);
  if (json) print(JSON.stringify(findings));
  else for (const { check, state, detail } of findings) print(`${MARKS[state]}  ${check}: ${detail}`);
  if (findings.some(({ state }) => state === 'bad')) throw new UsageError('something is bad; see above');
}
