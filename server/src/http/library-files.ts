import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PackedFile } from './packed.ts';

/** One built file of the library. */
export interface LibraryFile {
  readonly file: PackedFile;
  /** Subresource integrity value, of the content itself. */
  readonly integrity: string;
}

/** The built library, in memory. */
export interface Library {
  readonly version: string;
  /** Where it was built to. */
  readonly directory: string;
  /** By name, as in `mpin-pinpad.js`. */
  readonly files: ReadonlyMap<string, LibraryFile>;
}

/** What a page may load lies at the top of the build and is named so; the rest is for npm and for development. */
const FOR_PAGES = /^mpin-pinpad[\w-]*\.(?:js|wasm)$/;

/** The root of the library's package, above wherever this file runs from. */
function packageRoot(): string | undefined {
  for (let directory = dirname(fileURLToPath(import.meta.url)); directory !== dirname(directory); directory = dirname(directory)) {
    const manifest = join(directory, 'package.json');
    if (existsSync(manifest) && (JSON.parse(readFileSync(manifest, 'utf8')) as { name?: string }).name === 'mpin-pinpad') return directory;
  }
  return undefined;
}

/**
 * Reads the built library.
 *
 * @param directory - where it was built to; found beside the platform where not given
 * @returns `undefined` where it was not built
 */
export function readLibrary(directory: string | undefined): Library | undefined {
  const root = packageRoot();
  const dist = directory ?? (root === undefined ? undefined : join(root, 'dist'));
  if (root === undefined || dist === undefined || !existsSync(join(dist, 'mpin-pinpad.js'))) return undefined;
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  const files = new Map(readdirSync(dist).filter((name) => FOR_PAGES.test(name)).map((name) => {
    const content = readFileSync(join(dist, name));
    return [name, { file: new PackedFile(content), integrity: `sha384-${createHash('sha384').update(content).digest('base64')}` }] as const;
  }));
  return { version, directory: dist, files };
}
