import type { Config } from './config/load.ts';
import { loadMasterKey } from './keys/master-key.ts';
import { createSealer, deriveKey } from './keys/sealing.ts';
import type { Sealer } from './keys/sealing.ts';
import { createSecretHasher } from './keys/secrets.ts';
import type { SecretHasher } from './keys/secrets.ts';
import { createLog } from './log/log.ts';
import type { Log } from './log/log.ts';
import { openDatabase } from './store/database.ts';
import type { Database } from './store/database.ts';

/** What the platform and its commands both stand on: the database and the keys that open what is sealed in it. */
export interface Foundation {
  readonly db: Database;
  readonly masterKey: Uint8Array;
  readonly sealer: Sealer;
  readonly hasher: SecretHasher;
  readonly log: Log;
  /** Unix milliseconds. */
  readonly now: () => number;
}

/** Opens the database and loads the master key. */
export async function openFoundation(config: Config, options: { now?: () => number; log?: Log } = {}): Promise<Foundation> {
  const masterKey = loadMasterKey(config.dataDir, config.masterKey);
  return {
    db: await openDatabase(config), masterKey, sealer: createSealer(masterKey), hasher: createSecretHasher(deriveKey(masterKey, 'digests')),
    log: options.log ?? createLog(config), now: options.now ?? Date.now,
  };
}
