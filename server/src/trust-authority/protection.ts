import { randomBytes, scryptSync } from 'node:crypto';
import { createSealer } from '../keys/sealing.ts';
import type { Sealer } from '../keys/sealing.ts';
import { AuthorityError } from './errors.ts';

/** How the keys of an authority are sealed at rest. */
export interface Protection {
  /** @returns the file's text */
  seal(secret: string): string;
  /** @throws AuthorityError where this is not what it was sealed with, or the text was changed */
  open(text: string): string;
}

const LABEL = 'trust authority keys';
const SHORTEST = 12;
/** RFC 7914. 128 · N · r bytes: 128 MiB for each guess at a stolen file. The parameters stand in the file, so that they can grow. */
const SCRYPT = { N: 2 ** 17, r: 8, p: 1 };
const MEMORY = 2 ** 30;

interface Envelope {
  readonly version: 1;
  readonly kdf: { readonly name: 'scrypt'; readonly N: number; readonly r: number; readonly p: number; /** Base64url. */ readonly salt: string };
  readonly sealed: string;
}

/** Sealed under the master key of a key file or of the environment: 32 bytes. */
export function keyProtection(masterKey: Uint8Array): Protection {
  const sealer = createSealer(masterKey);
  return {
    seal: (secret) => `${sealer.seal(LABEL, secret)}\n`,
    open(text) {
      if (text.startsWith('{')) throw new AuthorityError('These keys are sealed by a passphrase: give it (docs/operations.md).');
      try {
        return sealer.open(LABEL, text.trim());
      } catch (error) {
        throw new AuthorityError('The master key does not open these keys: it is another one than they were sealed under, or they were changed.', error);
      }
    },
  };
}

function isCost(value: unknown, most: number): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 1 && value <= most;
}

function readObject(text: string): Partial<Envelope> {
  try {
    return JSON.parse(text) as Partial<Envelope>;
  } catch (error) {
    throw new AuthorityError('The file of the keys is damaged: it is no JSON. Restore it from a backup.', error);
  }
}

function parseEnvelope(text: string): Envelope {
  if (!text.startsWith('{')) throw new AuthorityError('These keys are sealed by a key file, not by a passphrase (docs/operations.md says how to go over to one).');
  const { version, kdf, sealed } = readObject(text);
  // Whoever can change the file must not make opening it cost more than the machine has.
  if (version !== 1 || kdf?.name !== 'scrypt' || typeof kdf.salt !== 'string' || typeof sealed !== 'string' || !isCost(kdf.N, 2 ** 20) || !isCost(kdf.r, 16) || !isCost(kdf.p, 4)) throw new AuthorityError('The file of the keys has a form that this release does not know.');
  return { version, kdf, sealed };
}

/**
 * Sealed under a passphrase, by scrypt (RFC 7914) with a salt of its own.
 *
 * @throws AuthorityError where it is too short to protect anything
 */
export function passphraseProtection(passphrase: string): Protection {
  if (passphrase.length < SHORTEST) throw new AuthorityError(`A passphrase needs at least ${SHORTEST} characters.`);
  const sealers = new Map<string, Sealer>();
  const sealerFor = ({ N, r, p, salt }: Envelope['kdf']): Sealer => {
    const known = sealers.get(`${N} ${r} ${p} ${salt}`);
    if (known !== undefined) return known;
    const sealer = createSealer(scryptSync(passphrase.normalize('NFC'), Buffer.from(salt, 'base64url'), 32, { N, r, p, maxmem: MEMORY }));
    sealers.set(`${N} ${r} ${p} ${salt}`, sealer);
    return sealer;
  };
  return {
    seal(secret) {
      const kdf = { name: 'scrypt' as const, ...SCRYPT, salt: randomBytes(16).toString('base64url') };
      return `${JSON.stringify({ version: 1, kdf, sealed: sealerFor(kdf).seal(LABEL, secret) } satisfies Envelope)}\n`;
    },
    open(text) {
      const { kdf, sealed } = parseEnvelope(text);
      const sealer = sealerFor(kdf);
      try {
        return sealer.open(LABEL, sealed);
      } catch (error) {
        throw new AuthorityError('The passphrase is wrong, or the file was changed.', error);
      }
    },
  };
}
