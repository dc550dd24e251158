import { openFoundation } from '../foundation.ts';
import { listenRadius } from '../radius/server.ts';
import { readOptions } from './arguments.ts';
import { configuration } from './configuration.ts';
import { untilStopped } from './until-stopped.ts';

/** `mpin-platform radius`: runs the RADIUS server alone, on the platform's database, until it is told to stop. */
export async function radius(words: readonly string[], environment: NodeJS.ProcessEnv): Promise<void> {
  readOptions(words, []);
  const config = configuration(environment);
  const foundation = await openFoundation(config);
  const server = await listenRadius({ ...foundation, config }).catch(async (error: unknown) => {
    await foundation.db.close();
    throw error;
  });
  untilStopped(async () => {
    await server.close();
    await foundation.db.close();
  }, foundation.log);
}
