import { gzipSync } from 'node:zlib';
import { inRoot } from './paths.mjs';
import { PlainError } from './run.mjs';
import { withVite } from './with-vite.mjs';

/**
 * Limits in bytes, gzip, of each element by itself: without the layers it stands on, and without what is fetched only when it is shown. What is
 * ours is below 15,000 for each, which is a promise. With Lit, which all elements of a page share, those that hold a keypad have a ratchet, a
 * little above what is reached, to be lowered.
 */
const LIMITS = {
  'mpin-access-number': { ours: 15_000, withLit: 15_000 },
  'mpin-otp': { ours: 15_000, withLit: 15_000 },
  'mpin-identity-list': { ours: 15_000, withLit: 20_500 },
  'mpin-pinpad': { ours: 15_000, withLit: 20_500 },
};
/** The layers that elements stand on, with the errors that they throw (docs/architecture.md). */
const BELOW = /\/src\/(?:(?:client|machine|protocol|storage)\/|errors\.ts)/;
const LIT = /\/node_modules\/(?:lit|lit-html|lit-element|@lit\/reactive-element)\//;
/** Of the page script's plugins, those that make code smaller. */
const SMALLER = new Set(['mpin-tight-styles', 'mpin-second-minifier']);

/**
 * Holds each element to its size, minified as the page's script is.
 *
 * @param limits - by the names of modules in src/elements
 * @returns the sizes by the same names, `ours` and `withLit`
 */
export async function checkElements(limits = LIMITS) {
  return withVite(async ({ build, loadConfigFromFile }) => {
    const { config } = await loadConfigFromFile({ command: 'build', mode: 'script' }, inRoot('vite.config.ts'));
    const measure = async (element, leftOut) => {
      const [{ output }] = await build(alone(element, config, leftOut));
      return output.reduce((sum, { code }) => sum + gzipSync(code, { level: 9 }).length, 0);
    };
    const sizes = await Promise.all(Object.entries(limits).map(async ([element, limit]) => {
      const [ours, withLit] = await Promise.all([measure(element, [BELOW, LIT]), measure(element, [BELOW])]);
      if (ours > limit.ours) throw new PlainError(`<${element}> by itself is ${ours} bytes gzip; the limit is ${limit.ours}.`);
      if (withLit > limit.withLit) throw new PlainError(`<${element}> by itself is ${withLit} bytes gzip with Lit; the limit is ${limit.withLit}.`);
      return [element, { ours, withLit }];
    }));
    return Object.fromEntries(sizes);
  });
}

/** The sizes in one line. */
export const describeElements = (sizes) =>
  `${Object.entries(sizes).map(([element, { ours, withLit }]) => `${element} ${(ours / 1000).toFixed(1)} kB, with Lit ${(withLit / 1000).toFixed(1)} kB`).join('; ')}, gzip`;

/** A build of one element, of which nothing is written. */
const alone = (element, { build, plugins }, leftOut) => ({
  configFile: false,
  logLevel: 'error',
  publicDir: false,
  plugins: [withoutTheRest(leftOut), ...plugins.filter(({ name }) => SMALLER.has(name))],
  build: { ...build, write: false, lib: { formats: ['es'], entry: inRoot('src', 'elements', `${element}.ts`) } },
});

/** Leaves out modules at these places, and what is fetched later. */
function withoutTheRest(leftOut) {
  return {
    name: 'mpin-without-the-rest',
    enforce: 'pre',
    async resolveId(source, importer, options) {
      const found = await this.resolve(source, importer, { ...options, skipSelf: true });
      return found && leftOut.some((place) => place.test(found.id)) ? { id: found.id, external: true } : found;
    },
    resolveDynamicImport: (id) => (typeof id === 'string' ? { id, external: true } : null),
  };
}
