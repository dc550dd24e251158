import { ConfigError } from '../config/errors.ts';
import { backUp, restore } from '../trust-authority/backup.ts';
import { AuthorityError } from '../trust-authority/errors.ts';
import { authorityStatus, destroyHalf, rotateHalf } from '../trust-authority/keeping.ts';
import type { Keeping } from '../trust-authority/keeping.ts';
import { protectionOf, readPassphrase } from '../trust-authority/passphrase.ts';
import { passphraseProtection } from '../trust-authority/protection.ts';
import type { Protection } from '../trust-authority/protection.ts';
import { readAuthorityConfig } from '../trust-authority/settings.ts';
import { serveAuthority } from '../trust-authority/serve.ts';
import { readOptions, requireOption, UsageError } from './arguments.ts';
import type { Options } from './arguments.ts';
import { isForced, optionalOption } from './administration-command.ts';
import { readJsonFile } from './configuration.ts';
import { untilStopped } from './until-stopped.ts';

type Print = (line: string) => void;

/** What a subcommand works with. */
interface Given {
  readonly keeping: Keeping;
  readonly options: Options;
  readonly environment: NodeJS.ProcessEnv;
}

function backupOf({ options, environment }: Given, option: 'out' | 'in'): { path: string; protection: Protection } {
  const passphrase = readPassphrase({ descriptor: optionalOption(options, 'backup-passphrase-fd'), file: optionalOption(options, 'backup-passphrase-file'), value: environment['MPIN_BACKUP_PASSPHRASE'] });
  if (passphrase === undefined) throw new ConfigError('MPIN_BACKUP_PASSPHRASE', 'is needed, or --backup-passphrase-file, or --backup-passphrase-fd: a backup is sealed by a passphrase of its own');
  return { path: requireOption(options, option), protection: passphraseProtection(passphrase) };
}

/** What an operator does at the authority's own host; each prints JSON. */
const SUBCOMMANDS: Readonly<Record<string, (given: Given) => unknown>> = {
  status: ({ keeping }) => authorityStatus(keeping),
  rotate: ({ keeping, options }) => rotateHalf(keeping, isForced(options)),
  retire: ({ keeping, options }) => destroyHalf(keeping, requireOption(options, 'half'), isForced(options)),
  backup(given) {
    const backup = backupOf(given, 'out');
    backUp(given.keeping, backup);
    return { written: backup.path };
  },
  restore: (given) => ({ authorityKey: restore(given.keeping, backupOf(given, 'in')) }),
};

const OPTIONS = ['config', 'passphrase-fd', 'half', 'force', 'out', 'in', 'backup-passphrase-fd', 'backup-passphrase-file'];

/**
 * `mpin-platform trust-authority [status|rotate|retire|backup|restore] --config file.json`: runs one trust authority alone until it
 * is told to stop, or keeps its halves. Keys are sealed by a passphrase (`--passphrase-fd`, `passphraseFile` in the file,
 * `MPIN_AUTHORITY_PASSPHRASE`), else by `MPIN_MASTER_KEY` or a key file.
 *
 * @throws UsageError saying what would be right
 */
export async function trustAuthority(words: readonly string[], environment: NodeJS.ProcessEnv, print: Print): Promise<void> {
  const [first] = words;
  const name = first === undefined || first.startsWith('--') ? undefined : first;
  const subcommand = name !== undefined && Object.hasOwn(SUBCOMMANDS, name) ? SUBCOMMANDS[name] : undefined;
  if (name !== undefined && subcommand === undefined) throw new UsageError(`there are ${Object.keys(SUBCOMMANDS).map((known) => `"trust-authority ${known}"`).join(', ')}`);
  const options = readOptions(name === undefined ? words : words.slice(1), OPTIONS);
  const config = readAuthorityConfig(readJsonFile('--config', requireOption(options, 'config')));
  const passphrase = readPassphrase({ descriptor: optionalOption(options, 'passphrase-fd'), file: config.passphraseFile, value: environment['MPIN_AUTHORITY_PASSPHRASE'] });
  try {
    const protection = protectionOf(passphrase, environment['MPIN_MASTER_KEY'], config.dataDir);
    if (subcommand === undefined) {
      const authority = await serveAuthority(config, protection);
      return untilStopped(() => authority.close(), authority.log);
    }
    return print(JSON.stringify(subcommand({ keeping: { directory: config.dataDir, protection, now: Date.now }, options, environment })));
  } catch (error) {
    if (error instanceof AuthorityError) throw new UsageError(error.message);
    throw error;
  }
}
