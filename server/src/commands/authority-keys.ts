import { authorityLinkKeys } from '../core/authorities.ts';
import { openFoundation } from '../foundation.ts';
import { configuration } from './configuration.ts';

/** `mpin-platform authority-keys`: the platform's public keys, of which each trust authority on another host gets its own. */
export async function authorityKeys(environment: NodeJS.ProcessEnv, print: (line: string) => void): Promise<void> {
  const foundation = await openFoundation(configuration(environment));
  try {
    print(JSON.stringify(await authorityLinkKeys(foundation.db, foundation.sealer)));
  } finally {
    await foundation.db.close();
  }
}
