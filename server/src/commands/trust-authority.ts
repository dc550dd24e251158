import { readAuthorityConfig } from '../trust-authority/settings.ts';
import { serveAuthority } from '../trust-authority/serve.ts';
import { readOptions, requireOption } from './arguments.ts';
import { readJsonFile } from './configuration.ts';
import { untilStopped } from './until-stopped.ts';

/** `mpin-platform trust-authority --config file.json`: runs one trust authority alone until it is told to stop. */
export async function trustAuthority(words: readonly string[], environment: NodeJS.ProcessEnv): Promise<void> {
  const path = requireOption(readOptions(words, ['config']), 'config');
  const authority = await serveAuthority(readAuthorityConfig(readJsonFile('--config', path)), environment['MPIN_MASTER_KEY']);
  untilStopped(() => authority.close(), authority.log);
}
