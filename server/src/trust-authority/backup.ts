import { readFileSync } from 'node:fs';
import { createPrivateFile } from '../keys/master-key.ts';
import { AuthorityError } from './errors.ts';
import { parseKeys } from './halves.ts';
import { createKeys, hasKeys, openKeyStore } from './key-store.ts';
import type { Protection } from './protection.ts';

/**
 * Writes an authority's keys into one file, mode 0600, sealed under a passphrase of its own. What was counted is not in it: no
 * capability outlives a minute.
 *
 * @throws AuthorityError where the keys are sealed with something else, or the file exists
 */
export function backUp(authority: { directory: string; protection: Protection }, backup: { path: string; protection: Protection }): void {
  if (!hasKeys(authority.directory)) throw new AuthorityError(`${authority.directory} holds no keys of a trust authority.`);
  const keys = openKeyStore(authority.directory, authority.protection, 0).read();
  if (!createPrivateFile(backup.path, backup.protection.seal(JSON.stringify(keys)))) throw new AuthorityError(`${backup.path} exists; a backup overwrites nothing.`);
}

/**
 * Puts the keys of a backup into an empty directory, sealed as that authority is configured.
 *
 * @returns the authority's public key
 * @throws AuthorityError where the keys are sealed with something else, or there are keys already
 */
export function restore(authority: { directory: string; protection: Protection }, backup: { path: string; protection: Protection }): string {
  if (hasKeys(authority.directory)) throw new AuthorityError(`${authority.directory} holds keys already, which nothing overwrites: identities may hang on them. Move them away first.`);
  const keys = parseKeys(backup.protection.open(readFileSync(backup.path, 'utf8')));
  if (!createKeys(authority.directory, authority.protection, keys)) throw new AuthorityError(`${authority.directory} was given keys at this moment.`);
  return keys.publicKey;
}
