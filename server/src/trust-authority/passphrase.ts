import { readFileSync } from 'node:fs';
import { loadMasterKey } from '../keys/master-key.ts';
import { ConfigError } from '../config/errors.ts';
import { keyProtection, passphraseProtection } from './protection.ts';
import type { Protection } from './protection.ts';

/** Where a passphrase may come from; never from the command line, which every user of the machine can read. */
export interface PassphraseSources {
  /** An open file descriptor, as in `3</run/secrets/ta`. */
  readonly descriptor?: string | undefined;
  /** A file that its owner alone can read. */
  readonly file?: string | undefined;
  /** The value of an environment variable. */
  readonly value?: string | undefined;
}

function readText(name: string, source: string | number): string {
  try {
    return readFileSync(source, 'utf8').replace(/\r?\n$/, '');
  } catch {
    throw new ConfigError(name, 'cannot be read');
  }
}

/** The passphrase of the first source that is given. @throws ConfigError where it cannot be read */
export function readPassphrase({ descriptor, file, value }: PassphraseSources): string | undefined {
  if (descriptor !== undefined) {
    if (!/^\d{1,4}$/.test(descriptor)) throw new ConfigError('--passphrase-fd', 'must be the number of an open file descriptor');
    return readText('--passphrase-fd', Number(descriptor));
  }
  if (file !== undefined) return readText('passphraseFile', file);
  return value === undefined || value === '' ? undefined : value;
}

/** What seals an authority's keys: a passphrase, else a master key from the environment, else the key file in its directory. */
export function protectionOf(passphrase: string | undefined, masterKey: string | undefined, directory: string): Protection {
  return passphrase === undefined ? keyProtection(loadMasterKey(directory, masterKey)) : passphraseProtection(passphrase);
}
