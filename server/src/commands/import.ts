import { createReadStream, existsSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { openFoundation } from '../foundation.ts';
import { importDatabase, TransferError } from '../store/transfer.ts';
import { readOptions, requireOption, UsageError } from './arguments.ts';
import { configuration } from './configuration.ts';

/** `mpin-platform import --in FILE`: takes an export into an empty database, of either kind, before the platform first runs on it. */
export async function importCommand(words: readonly string[], environment: NodeJS.ProcessEnv, print: (line: string) => void): Promise<void> {
  const path = requireOption(readOptions(words, ['in']), 'in');
  if (!existsSync(path)) throw new UsageError(`--in must name an export; there is no ${path}`);
  const foundation = await openFoundation(configuration(environment));
  try {
    const lines = createInterface({ input: createReadStream(path), crlfDelay: Infinity });
    print(JSON.stringify({ rows: await importDatabase(foundation.db, foundation.sealer, lines) }));
  } catch (error) {
    throw error instanceof TransferError ? new UsageError(error.message) : error;
  } finally {
    await foundation.db.close();
  }
}
