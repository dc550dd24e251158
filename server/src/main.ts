#!/usr/bin/env node
import { inspect } from 'node:util';
import { ConfigError } from './config/errors.ts';
import { administer, administrationUsage, isAdministration } from './commands/administration.ts';
import { readOptions, UsageError } from './commands/arguments.ts';
import { DirectoryError } from './keys/private-directory.ts';
import { DatabaseError } from './store/errors.ts';

const usage = async (): Promise<string> => `mpin-platform                                  runs the platform
${await administrationUsage()}
mpin-platform radius                           runs the RADIUS server alone, on the platform's database
mpin-platform export --out FILE               writes the whole database, sealed as it is
mpin-platform import --in FILE                takes an export into an empty database, of either kind
mpin-platform trust-authority --config FILE    runs one trust authority alone
mpin-platform trust-authority status --config FILE
mpin-platform trust-authority rotate --config FILE [--force yes]
mpin-platform trust-authority retire --config FILE --half NODE [--force yes]
mpin-platform trust-authority backup --config FILE --out FILE [--backup-passphrase-file FILE]
mpin-platform trust-authority restore --config FILE --in FILE [--backup-passphrase-file FILE]
mpin-platform authority-keys                   prints the platform's keys for trust authorities on other hosts
mpin-platform doctor [--json]                  checks configuration, database, files, keys, authorities, mail, clock, public URL and TLS
mpin-platform config                           explains every setting`;

/** The lines of the commands that begin with these words, options apart; all of them where none does. */
async function usageOf(words: readonly string[]): Promise<string> {
  const named = words.slice(0, words.findIndex((word) => word.startsWith('--'))).map((word) => ` ${word}`).join('');
  const all = await usage();
  const found = all.split(/\n(?=mpin-platform)/).filter((line) => `${line} `.startsWith(`mpin-platform${named} `));
  return found.length === 0 ? all : found.join('\n');
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** Each command is loaded when it is called: together they take a second to read. */
async function run(words: readonly string[]): Promise<void> {
  const [command, ...rest] = words;
  if (rest.includes('--help')) return print(await usageOf(words));
  if (isAdministration(command)) return administer(words, process.env, print);
  switch (command) {
    case undefined:
      return (await import('./commands/serve.ts')).serve(process.env);
    case 'radius':
      return (await import('./commands/radius.ts')).radius(rest, process.env);
    case 'export':
      return (await import('./commands/export.ts')).exportCommand(rest, process.env, print);
    case 'import':
      return (await import('./commands/import.ts')).importCommand(rest, process.env, print);
    case 'trust-authority':
      return (await import('./commands/trust-authority.ts')).trustAuthority(rest, process.env, print);
    case 'authority-keys':
      return (await import('./commands/authority-keys.ts')).authorityKeys(process.env, print);
    case 'doctor':
      return (await import('./commands/doctor.ts')).doctor(rest, process.env, print);
    case 'config':
      readOptions(rest, []);
      return print((await import('./commands/configuration.ts')).describeSettings());
    case 'help':
    case '--help':
      return print(await usage());
    default:
      throw new UsageError(`unknown command "${command}"; "mpin-platform help" lists all`);
  }
}

// What the platform and its authorities write is nobody else's to read, in whatever directory it lies: databases, their logs, keys, backups.
process.umask(0o077);

run(process.argv.slice(2)).catch((error: unknown) => {
  const expected = error instanceof ConfigError || error instanceof UsageError || error instanceof DatabaseError || error instanceof DirectoryError;
  const message = expected ? error.message : inspect(error);
  process.stderr.write(process.argv.includes('--json') ? `${JSON.stringify({ error: message })}\n` : `mpin-platform: ${message}\n`);
  process.exitCode = 1;
  if (!expected) process.exit(1);
});
