import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { inRoot } from './paths.mjs';
import { PlainError } from './run.mjs';

/**
 * Limits in bytes, gzip (README, figures). `atOnce`: what a page loads before anything is shown. `signIn`: that and the mathematics, which
 * come while the PIN is typed. `firstTime`: what a first visit loads until somebody has signed in with a new PIN. `altogether`: everything but
 * languages and the QR code; `qr`: what draws that; `language`: each part of one. `signIn` is a promise; the others are ratchets, a little above
 * what is reached, to be lowered.
 */
const LIMITS = { atOnce: 36_700, signIn: 40_000, firstTime: 62_000, altogether: 99_000, qr: 8000, language: 1500 };
const ENTRY = 'mpin-pinpad.js';
const PROVING = 'src/client/proving.ts';
/** What is fetched where nobody is set up. */
const FIRST_TIME = [PROVING, 'src/elements/screens/set-up-screens.ts', 'src/client/set-up.ts'];
const QR = 'src/elements/access-number/qr.ts';
const LANGUAGE = /^src\/elements\/texts\/[a-z]{2}(?:-han[st])?\//;
/** The pairing, and what only a server does with it, must never reach a browser; nor must the verifier's library. */
const FORBIDDEN = [/^src\/protocol\/(?:server|pairing|miller|fp12|final-exponentiation|verifier|trust-authority|noble-curve)\.ts$/, /node_modules\/@noble\/curves\//, /node_modules\/jose\//, /^src\/verify\//];

/**
 * Holds the built page script to its sizes and contents.
 *
 * @param dist - where the build and its list of contents are
 * @returns the sizes, named as the limits are
 */
export function checkSize(dist = inRoot('dist')) {
  const contents = JSON.parse(readFileSync(join(dist, 'mpin-pinpad.modules.json'), 'utf8'));
  for (const [file, { modules }] of Object.entries(contents)) {
    const intruder = modules.find((module) => FORBIDDEN.some((pattern) => pattern.test(module)));
    if (intruder !== undefined) throw new PlainError(`dist/${file} contains ${intruder}, which no browser needs.`);
  }
  const bytes = (files) => [...files].reduce((sum, file) => sum + gzipSync(readFileSync(join(dist, file)), { level: 9 }).length, 0);
  const isLanguage = (file) => contents[file].modules.length > 0 && contents[file].modules.every((module) => LANGUAGE.test(module));
  const [others, languages] = [Object.keys(contents).filter((file) => !isLanguage(file)), Object.keys(contents).filter(isLanguage)];
  const qr = fetchedFor(contents, QR);
  const sizes = {
    atOnce: bytes(loaded(contents, [ENTRY])),
    signIn: bytes(loaded(contents, [ENTRY, fetchedFor(contents, PROVING)])),
    firstTime: bytes(loaded(contents, [ENTRY, ...FIRST_TIME.map((module) => fetchedFor(contents, module))])),
    altogether: bytes(others.filter((file) => file !== qr)),
    qr: bytes([qr]),
    language: Math.max(0, ...languages.map((file) => bytes([file]))),
  };
  hold(sizes.atOnce, LIMITS.atOnce, 'The page\'s script is');
  hold(sizes.signIn, LIMITS.signIn, 'What a sign-in loads is');
  hold(sizes.firstTime, LIMITS.firstTime, 'What a first visit loads is');
  hold(sizes.altogether, LIMITS.altogether, 'The page\'s script and all that it may fetch but languages and the QR code are');
  hold(sizes.qr, LIMITS.qr, 'What draws the QR code is');
  hold(sizes.language, LIMITS.language, 'The largest part of a language is');
  return sizes;
}

/** The sizes in one line. */
export const describeSizes = ({ atOnce, signIn, firstTime, altogether, qr, language }) =>
  `${kB(atOnce)} at once, ${kB(signIn)} for a sign-in, ${kB(firstTime)} for a first visit, ${kB(altogether)} altogether, the QR code ${kB(qr)}, languages up to ${kB(language)}, gzip`;

const kB = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;

function hold(bytes, limit, what) {
  if (bytes > limit) throw new PlainError(`${what} ${bytes} bytes gzip; the limit is ${limit}.`);
}

/** The file that is fetched when a module is imported. */
function fetchedFor(contents, module) {
  const found = Object.keys(contents).find((file) => contents[file].entry === module);
  if (found === undefined) throw new PlainError(`No file of the page's script is fetched for ${module}.`);
  return found;
}

/** These files, and all that is loaded with them. */
function loaded(contents, files, seen = new Set()) {
  for (const file of files) {
    if (seen.has(file)) continue;
    seen.add(file);
    loaded(contents, contents[file]?.imports ?? [], seen);
  }
  return seen;
}
