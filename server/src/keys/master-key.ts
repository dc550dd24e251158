import { randomBytes, randomUUID } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, linkSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { DirectoryError, makePrivateDirectory } from './private-directory.ts';

const PATTERN = /^[0-9a-f]{64}$/i;

/**
 * Writes a file that only its owner may read, unless it exists, and waits until it is on the disk. It appears under its name
 * complete: of two processes that start at once, one writes it and the other reads all of it.
 *
 * @returns false where the file existed already
 */
export function createPrivateFile(path: string, content: string): boolean {
  if (existsSync(path)) return false;
  const draft = `${path}.${randomUUID()}`;
  try {
    const file = openSync(draft, 'wx', 0o600);
    try {
      writeSync(file, content);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    linkSync(draft, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

function readOrMake(dataDir: string, path: string): string {
  try {
    createPrivateFile(path, `${randomBytes(32).toString('hex')}\n`);
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw new DirectoryError(dataDir, error);
  }
}

/**
 * The key that seals all others: the configured one, else the one in `master.key` of the directory, made at first start.
 *
 * @param configured - 64 hex digits
 * @returns 32 bytes
 * @throws DirectoryError where the directory cannot be made, read or written; Error where the file holds no key
 */
export function loadMasterKey(dataDir: string, configured: string | undefined): Buffer {
  if (configured !== undefined) return Buffer.from(configured, 'hex');
  makePrivateDirectory(dataDir);
  const path = join(dataDir, 'master.key');
  const text = readOrMake(dataDir, path).trim();
  if (!PATTERN.test(text)) throw new Error(`${path} must hold 64 hex digits. Restore it from a backup: without it nothing sealed can be opened.`);
  return Buffer.from(text, 'hex');
}
