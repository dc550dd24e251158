import { createProject } from '../core/projects.ts';
import { openFoundation } from '../foundation.ts';
import { readOptions, requireOption, UsageError } from './arguments.ts';
import { configuration } from './configuration.ts';

function requireOrigin(text: string): string {
  const origin = URL.canParse(text) ? new URL(text).origin : 'null';
  if (origin === 'null' || origin !== text.replace(/\/$/, '')) throw new UsageError(`--origin must be scheme, host and port alone, as in https://www.example.com; got ${text}`);
  return origin;
}

/** `mpin-platform project create`: makes a project and its application, and tells the application's secret once. */
export async function createProjectCommand(words: readonly string[], environment: NodeJS.ProcessEnv, print: (line: string) => void): Promise<void> {
  const options = readOptions(words, ['name', 'origin', 'method', 'pin-length']);
  const name = requireOption(options, 'name');
  const origins = (options.get('origin') ?? []).map(requireOrigin);
  const method = options.get('method')?.[0] ?? 'link';
  if (method !== 'link' && method !== 'code') throw new UsageError('--method must be link or code');
  const pinLength = Number(options.get('pin-length')?.[0] ?? 4);
  if (![4, 5, 6].includes(pinLength)) throw new UsageError('--pin-length must be 4, 5 or 6');
  const foundation = await openFoundation(configuration(environment));
  try {
    const created = await createProject(foundation, { name, origins, verificationMethod: method, pinLength });
    print(JSON.stringify(created, null, 2));
  } finally {
    await foundation.db.close();
  }
}
