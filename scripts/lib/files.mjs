import { existsSync, readdirSync } from 'node:fs';
import { inRoot } from './paths.mjs';

/** The files under a folder of the repository whose path matches, as sorted paths from the root; none if it is not there. */
export function files(folder, pattern) {
  if (!existsSync(inRoot(folder))) return [];
  return readdirSync(inRoot(folder), { withFileTypes: true })
    .flatMap((entry) => {
      const path = `${folder}/${entry.name}`;
      return entry.isDirectory() ? files(path, pattern) : [path];
    })
    .filter((path) => pattern.test(path))
    .sort((a, b) => (a < b ? -1 : 1));
}
