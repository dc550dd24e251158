import { buildPlatform } from '../build-platform.ts';
import { configuration } from './configuration.ts';
import { printFirstLink } from './first-link.ts';
import { untilStopped } from './until-stopped.ts';

/** `mpin-platform`: runs the platform until it is told to stop. */
export async function serve(environment: NodeJS.ProcessEnv): Promise<void> {
  const config = configuration(environment);
  const platform = await buildPlatform(config);
  untilStopped(() => platform.close(), platform.core.log);
  const listening = await platform.listen().catch(async (error: unknown) => {
    await platform.close();
    throw error;
  });
  platform.core.log.info({ listening, publicUrl: config.publicUrl, development: config.dev, data: config.dataDir, workers: config.workers }, 'platform ready');
  await printFirstLink(platform.core, process.stdout);
}
