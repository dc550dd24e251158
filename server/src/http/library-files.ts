import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/** One built file of the library. */
export interface LibraryFile {
  readonly content: Buffer;
  /** Subresource integrity value. */
  readonly integrity: string;
  readonly contentType: string;
}

/** The built library, in memory. */
export interface Library {
  readonly version: string;
  /** By path below the version, as in `mpin-pinpad.js`. */
  readonly files: ReadonlyMap<string, LibraryFile>;
}

const TYPES: Readonly<Record<string, string>> = {
  js: 'text/javascript; charset=utf-8', map: 'application/json; charset=utf-8', css: 'text/css; charset=utf-8',
};
/** Directories of the build that are for npm, not for pages. */
const NOT_FOR_PAGES = new Set(['npm', 'types']);

function listFiles(directory: string): string[] {
  return readdirSync(directory, { withFileTypes: true }).flatMap((entry) => {
    const path = join(directory, entry.name);
    if (entry.isDirectory()) return NOT_FOR_PAGES.has(entry.name) ? [] : listFiles(path);
    return entry.isFile() ? [path] : [];
  });
}

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
  const files = new Map<string, LibraryFile>();
  for (const path of listFiles(dist)) {
    const contentType = TYPES[path.split('.').at(-1) ?? ''];
    if (contentType === undefined) continue;
    const content = readFileSync(path);
    const integrity = `sha384-${createHash('sha384').update(content).digest('base64')}`;
    files.set(relative(dist, path).split(sep).join('/'), { content, integrity, contentType });
  }
  return { version, files };
}
