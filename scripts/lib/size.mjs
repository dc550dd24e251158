import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { inRoot } from './paths.mjs';
import { PlainError } from './run.mjs';

/** Bytes, gzip: what a page loads before anything is shown (README, figures). */
const LIMIT = 40_000;
const ENTRY = 'mpin-pinpad.js';
/** The pairing, and what only a server does with it, must never reach a browser; nor must the verifier's library. */
const FORBIDDEN = [/^src\/protocol\/(?:server|pairing|miller|fp12|final-exponentiation|verifier|trust-authority)\.ts$/, /abstract\/bls\.js$/, /node_modules\/jose\//, /^src\/verify\//];

/**
 * Holds the built page script to its size and contents.
 *
 * @param dist - where the build and its list of contents are
 * @returns the size of the script with all that it loads at once
 */
export function checkSize(dist = inRoot('dist')) {
  const contents = JSON.parse(readFileSync(join(dist, 'mpin-pinpad.modules.json'), 'utf8'));
  for (const [file, { modules }] of Object.entries(contents)) {
    const intruder = modules.find((module) => FORBIDDEN.some((pattern) => pattern.test(module)));
    if (intruder !== undefined) throw new PlainError(`dist/${file} contains ${intruder}, which no browser needs.`);
  }
  const bytes = [...loadedAtOnce(contents)].reduce((sum, file) => sum + gzipSync(readFileSync(join(dist, file)), { level: 9 }).length, 0);
  if (bytes > LIMIT) throw new PlainError(`The page's script is ${bytes} bytes gzip; the limit is ${LIMIT}.`);
  return bytes;
}

function loadedAtOnce(contents, file = ENTRY, seen = new Set()) {
  seen.add(file);
  for (const next of contents[file]?.imports ?? []) if (!seen.has(next)) loadedAtOnce(contents, next, seen);
  return seen;
}
