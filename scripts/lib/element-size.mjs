import { gzipSync } from 'node:zlib';
import { inRoot } from './paths.mjs';
import { PlainError } from './run.mjs';
import { withVite } from './with-vite.mjs';

/**
 * Limits in bytes, gzip, of each element by itself: with Lit (5.7 kB), without the layers it stands on, and without what is fetched only when
 * it is shown. 15,000 is a promise; the others, which hold a keypad, are ratchets, a little above what is reached, to be lowered.
 */
const LIMITS = { 'mpin-access-number': 15_000, 'mpin-otp': 15_000, 'mpin-identity-list': 20_500, 'mpin-pinpad': 20_500 };
/** The layers that elements stand on (docs/architecture.md). */
const BELOW = /\/src\/(?:client|machine|protocol|storage)\//;
/** Of the page script's plugins, those that make code smaller. */
const SMALLER = new Set(['mpin-tight-styles', 'mpin-second-minifier']);

/**
 * Holds each element to its size, minified as the page's script is.
 *
 * @param limits - by the names of modules in src/elements
 * @returns the sizes by the same names
 */
export async function checkElements(limits = LIMITS) {
  return withVite(async ({ build, loadConfigFromFile }) => {
    const { config } = await loadConfigFromFile({ command: 'build', mode: 'script' }, inRoot('vite.config.ts'));
    const sizes = await Promise.all(Object.entries(limits).map(async ([element, limit]) => {
      const [{ output }] = await build(alone(element, config));
      const bytes = output.reduce((sum, { code }) => sum + gzipSync(code, { level: 9 }).length, 0);
      if (bytes > limit) throw new PlainError(`<${element}> by itself is ${bytes} bytes gzip; the limit is ${limit}.`);
      return [element, bytes];
    }));
    return Object.fromEntries(sizes);
  });
}

/** The sizes in one line. */
export const describeElements = (sizes) => `${Object.entries(sizes).map(([element, bytes]) => `${element} ${(bytes / 1000).toFixed(1)} kB`).join(', ')}, gzip`;

/** A build of one element, of which nothing is written. */
const alone = (element, { build, plugins }) => ({
  configFile: false,
  logLevel: 'error',
  publicDir: false,
  plugins: [withoutTheRest(), ...plugins.filter(({ name }) => SMALLER.has(name))],
  build: { ...build, write: false, lib: { formats: ['es'], entry: inRoot('src', 'elements', `${element}.ts`) } },
});

/** Leaves out the layers below, and what is fetched later. */
function withoutTheRest() {
  return {
    name: 'mpin-without-the-rest',
    enforce: 'pre',
    async resolveId(source, importer, options) {
      const found = await this.resolve(source, importer, { ...options, skipSelf: true });
      return found && BELOW.test(found.id) ? { id: found.id, external: true } : found;
    },
    resolveDynamicImport: (id) => (typeof id === 'string' ? { id, external: true } : null),
  };
}
