import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { inRoot } from './paths.mjs';
import { PlainError } from './run.mjs';

/**
 * Limits in bytes, gzip (README, figures). `atOnce`: what a page loads before anything is shown. `signIn`: that and the mathematics, which
 * come while the PIN is typed. `altogether`: everything but languages; `language`: each part of one. All but the first are a ratchet: a little
 * above what is reached, to be lowered.
 */
const LIMITS = { atOnce: 40_000, signIn: 43_500, altogether: 66_000, language: 2600 };
const ENTRY = 'mpin-pinpad.js';
const PROOF = 'src/protocol/proof.ts';
const LANGUAGE = /^src\/elements\/texts\/[a-z]{2}(?:-set-up|-phone)?\.ts$/;
/** The pairing, and what only a server does with it, must never reach a browser; nor must the verifier's library. */
const FORBIDDEN = [/^src\/protocol\/(?:server|pairing|miller|fp12|final-exponentiation|verifier|trust-authority|noble-curve)\.ts$/, /node_modules\/@noble\/curves\//, /node_modules\/jose\//, /^src\/verify\//];

/**
 * Holds the built page script to its sizes and contents.
 *
 * @param dist - where the build and its list of contents are
 * @returns the sizes: of the script with all that it loads at once, of that with the mathematics, of everything but languages, and of the
 *   largest part of a language
 */
export function checkSize(dist = inRoot('dist')) {
  const contents = JSON.parse(readFileSync(join(dist, 'mpin-pinpad.modules.json'), 'utf8'));
  for (const [file, { modules }] of Object.entries(contents)) {
    const intruder = modules.find((module) => FORBIDDEN.some((pattern) => pattern.test(module)));
    if (intruder !== undefined) throw new PlainError(`dist/${file} contains ${intruder}, which no browser needs.`);
  }
  const bytes = (files) => files.reduce((sum, file) => sum + gzipSync(readFileSync(join(dist, file)), { level: 9 }).length, 0);
  const isLanguage = (file) => contents[file].modules.length > 0 && contents[file].modules.every((module) => LANGUAGE.test(module));
  const languages = Object.keys(contents).filter(isLanguage);
  const sizes = {
    atOnce: bytes([...loadedAtOnce(contents)]),
    signIn: bytes([...loadedAtOnce(contents, fileOf(contents, PROOF), loadedAtOnce(contents))]),
    altogether: bytes(Object.keys(contents).filter((file) => !isLanguage(file))),
    language: Math.max(0, ...languages.map((file) => bytes([file]))),
  };
  hold(sizes.atOnce, LIMITS.atOnce, 'The page\'s script is');
  hold(sizes.signIn, LIMITS.signIn, 'What a sign-in loads is');
  hold(sizes.altogether, LIMITS.altogether, 'The page\'s script and all that it may fetch but languages are');
  hold(sizes.language, LIMITS.language, 'The largest part of a language is');
  return sizes;
}

/** The sizes in one line. */
export const describeSizes = ({ atOnce, signIn, altogether, language }) => `${kB(atOnce)} at once, ${kB(signIn)} for a sign-in, ${kB(altogether)} altogether, languages up to ${kB(language)}, gzip`;

const kB = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;

function hold(bytes, limit, what) {
  if (bytes > limit) throw new PlainError(`${what} ${bytes} bytes gzip; the limit is ${limit}.`);
}

/** The file that holds a module. */
function fileOf(contents, module) {
  const found = Object.keys(contents).find((file) => contents[file].modules.includes(module));
  if (found === undefined) throw new PlainError(`No file of the page's script contains ${module}.`);
  return found;
}

function loadedAtOnce(contents, file = ENTRY, seen = new Set()) {
  seen.add(file);
  for (const next of contents[file]?.imports ?? []) if (!seen.has(next)) loadedAtOnce(contents, next, seen);
  return seen;
}
