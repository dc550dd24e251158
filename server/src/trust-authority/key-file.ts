import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createPrivateFile } from '../keys/master-key.ts';
import { createSealer } from '../keys/sealing.ts';
import { newSigningKeyPair } from '../keys/signed-message.ts';
import { createMasterSecret } from '../protocol.ts';

/** What a trust authority keeps: half of the master secret, and the key that it proves itself with. */
export interface AuthorityKeys {
  /** s_i, 64 hex digits. It never leaves the authority. */
  readonly masterSecret: string;
  /** Ed25519, PKCS #8 in base64url. */
  readonly signingKey: string;
  /** Ed25519, base64url. */
  readonly publicKey: string;
}

const LABEL = 'trust authority keys';

/**
 * The keys in the authority's own directory, sealed under the master key; made at first start, mode 0600.
 *
 * @throws Error where the file cannot be opened with this master key
 */
export function loadAuthorityKeys(directory: string, masterKey: Uint8Array): AuthorityKeys {
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const path = join(directory, 'authority.key');
  const sealer = createSealer(masterKey);
  const { privateKey, publicKey } = newSigningKeyPair();
  const fresh: AuthorityKeys = { masterSecret: createMasterSecret(), signingKey: privateKey, publicKey };
  createPrivateFile(path, `${sealer.seal(LABEL, JSON.stringify(fresh))}\n`);
  return JSON.parse(sealer.open(LABEL, readFileSync(path, 'utf8').trim())) as AuthorityKeys;
}
