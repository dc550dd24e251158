import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import { openFoundation } from '../foundation.ts';
import { exportDatabase } from '../store/transfer.ts';
import { readOptions, requireOption, UsageError } from './arguments.ts';
import { configuration } from './configuration.ts';

/** `mpin-platform export --out FILE`: writes the whole database as lines of JSON. The platform may run meanwhile. */
export async function exportCommand(words: readonly string[], environment: NodeJS.ProcessEnv, print: (line: string) => void): Promise<void> {
  const path = requireOption(readOptions(words, ['out']), 'out');
  const foundation = await openFoundation(configuration(environment));
  try {
    const file = createWriteStream(path, { flags: 'wx', mode: 0o600, flush: true });
    await once(file, 'open').catch((error: unknown) => {
      throw new UsageError(`--out must name a file that can be written and does not exist yet (${(error as NodeJS.ErrnoException).code ?? 'unknown'})`);
    });
    const rows = await exportDatabase(foundation.db, foundation.sealer, async (line) => {
      if (!file.write(line)) await once(file, 'drain');
    });
    file.end();
    await finished(file);
    print(JSON.stringify({ rows }));
  } finally {
    await foundation.db.close();
  }
}
