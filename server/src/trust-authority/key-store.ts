import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, statSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createPrivateFile } from '../keys/master-key.ts';
import { makePrivateDirectory } from '../keys/private-directory.ts';
import { newKeys, parseKeys } from './halves.ts';
import type { AuthorityKeys } from './halves.ts';
import type { Protection } from './protection.ts';

/** The keys of an authority in its own directory, as they are on the disk at this moment. */
export interface KeyStore {
  /** Read again where another process has changed the file. @throws AuthorityError */
  read(): AuthorityKeys;
  /**
   * Puts other keys in their place, complete and on the disk when it returns: a process that dies leaves the old or the new.
   * Only within `exclusive` of the directory's uses (uses.ts), as two who change at once would lose one change.
   */
  replace(keys: AuthorityKeys): void;
}

function keyFile(directory: string): string {
  return join(directory, 'authority.key');
}

/** Whether a directory holds an authority's keys. */
export function hasKeys(directory: string): boolean {
  return existsSync(keyFile(directory));
}

function syncDirectory(path: string): void {
  const directory = openSync(path, 'r');
  try {
    fsyncSync(directory);
  } finally {
    closeSync(directory);
  }
}

/** The draft has one name, so that what a process that died left of it is written over, and no half outlives its end in it. */
function replacePrivateFile(path: string, content: string): void {
  const draft = `${path}.next`;
  const file = openSync(draft, 'w', 0o600);
  try {
    writeSync(file, content);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(draft, path);
  syncDirectory(dirname(path));
}

/** Writes the first keys of a directory, mode 0600. @returns false where it holds keys already, which stay */
export function createKeys(directory: string, protection: Protection, keys: AuthorityKeys): boolean {
  makePrivateDirectory(directory);
  return !hasKeys(directory) && createPrivateFile(keyFile(directory), protection.seal(JSON.stringify(keys)));
}

/**
 * Opens the keys of a directory; they are made at first start.
 *
 * @param now - Unix milliseconds
 * @throws AuthorityError where they are sealed with something else
 */
export function openKeyStore(directory: string, protection: Protection, now: number): KeyStore {
  const path = keyFile(directory);
  if (!hasKeys(directory)) createKeys(directory, protection, newKeys(now));
  let seen = '';
  let keys: AuthorityKeys | undefined;
  const store: KeyStore = {
    read() {
      const { ino, mtimeMs, size } = statSync(path);
      const state = `${ino} ${mtimeMs} ${size}`;
      if (keys === undefined || state !== seen) {
        keys = parseKeys(protection.open(readFileSync(path, 'utf8')));
        seen = state;
      }
      return keys;
    },
    replace(changed) {
      replacePrivateFile(path, protection.seal(JSON.stringify(changed)));
    },
  };
  store.read();
  return store;
}
