import { existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

/** A directory for data that cannot be made or used. Its message says why and what to do. */
export class DirectoryError extends Error {
  constructor(path: string, cause: unknown) {
    super(`${path} cannot be used as a directory for data: ${cause instanceof Error ? cause.message : 'unknown'}. Look at MPIN_DATA (dataDir of a trust authority), and at who may write there.`, { cause });
    this.name = 'DirectoryError';
  }
}

/** The directories on the way to `path` that do not exist, from the top. */
function missingTo(path: string): readonly string[] {
  return existsSync(path) ? [] : [...missingTo(dirname(path)), path];
}

/**
 * Makes a directory that only its owner may enter, and those above it, unless they exist.
 *
 * One after the other: what Node.js calls `recursive` tries for ever where a directory exists and nothing can be made in it that is found there afterwards,
 * as in `/proc`.
 *
 * @throws DirectoryError where it cannot be made, or is something else
 */
export function makePrivateDirectory(path: string): void {
  try {
    for (const missing of missingTo(resolve(path))) {
      try {
        mkdirSync(missing, { mode: 0o700 });
      } catch (error) {
        // Another process may have made it meanwhile.
        if (!existsSync(missing)) throw error;
      }
    }
    if (!statSync(path).isDirectory()) throw new Error('it is a file');
  } catch (error) {
    throw new DirectoryError(path, error);
  }
}
