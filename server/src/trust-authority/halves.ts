import { randomBytes } from 'node:crypto';
import { sha256 } from '../keys/secrets.ts';
import { newSigningKeyPair } from '../keys/signed-message.ts';
import { createMasterSecret } from '../protocol.ts';
import { AuthorityError } from './errors.ts';

/** One half of a master secret. */
export interface Half {
  /** Its id, 64 hex digits: its name in `dtas` (docs/protocol.md 8.2). */
  readonly node: string;
  /** s_i, 64 hex digits. It never leaves the authority. */
  readonly masterSecret: string;
  /** Unix milliseconds; 0 where it was made before halves had dates. */
  readonly createdAt: number;
}

/** What a trust authority keeps: its halves, oldest first, and the key that it proves itself with. */
export interface AuthorityKeys {
  /** The last one is what new identities get. Never empty. */
  readonly halves: readonly Half[];
  /** Ed25519, PKCS #8 in base64url. */
  readonly signingKey: string;
  /** Ed25519, base64url. */
  readonly publicKey: string;
}

/** Halves that an authority holds at most: each costs it a multiplication whenever the platform asks. */
const MOST = 16;

function newHalf(now: number): Half {
  return { node: randomBytes(32).toString('hex'), masterSecret: createMasterSecret(), createdAt: now };
}

/** Keys of a new authority. `now` in Unix milliseconds. */
export function newKeys(now: number): AuthorityKeys {
  const { privateKey, publicKey } = newSigningKeyPair();
  return { halves: [newHalf(now)], signingKey: privateKey, publicKey };
}

/** Adds a new half beside the others. @throws AuthorityError where there are too many already */
export function withNewHalf(keys: AuthorityKeys, now: number): AuthorityKeys {
  if (keys.halves.length >= MOST) throw new AuthorityError(`This authority holds ${MOST} halves. Retire those that nobody uses first.`);
  return { ...keys, halves: [...keys.halves, newHalf(now)] };
}

/** Takes a half away for good. @throws AuthorityError where it is not there, or is the one that new identities get */
export function withoutHalf(keys: AuthorityKeys, node: string): AuthorityKeys {
  if (!keys.halves.some((half) => half.node === node)) throw new AuthorityError(`This authority holds no such half: it was destroyed before, or belongs to the other authority. It holds ${keys.halves.map((half) => half.node).join(', ')}.`);
  if (keys.halves.at(-1)?.node === node) throw new AuthorityError('This is the newest half, which new identities get: rotate first.');
  return { ...keys, halves: keys.halves.filter((half) => half.node !== node) };
}

/** Keys out of their stored text; the form of the time when an authority had one half, named by its public key, as well. */
export function parseKeys(text: string): AuthorityKeys {
  const stored = JSON.parse(text) as AuthorityKeys | { masterSecret: string; signingKey: string; publicKey: string };
  if ('halves' in stored) return stored;
  const { masterSecret, signingKey, publicKey } = stored;
  return { halves: [{ node: sha256(publicKey), masterSecret, createdAt: 0 }], signingKey, publicKey };
}
