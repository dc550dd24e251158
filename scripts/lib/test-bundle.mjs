import { mkdirSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { inRoot, root } from './paths.mjs';
import { withVite } from './with-vite.mjs';

/** Inside `node_modules`, so that packages are found from there and nothing else looks at it. */
const OUT = inRoot('node_modules', '.cache', 'mpin-tests');

/**
 * Where a source says that it is. What a test reads beside itself stays where it is; the platform stands where it was built, since what it starts
 * by its own place, such as its threads, must run without a loader.
 */
function place(path) {
  const built = /^server\/src\/(.*)\.ts$/.exec(path);
  return pathToFileURL(built === null ? inRoot(path) : inRoot('server', 'dist', 'server', 'src', `${built[1]}.js`)).href;
}

const keepPlaces = {
  name: 'keep-places',
  enforce: 'pre',
  transform(code, id) {
    if (!id.startsWith(root) || !code.includes('import.meta.url')) return undefined;
    return { code: code.replaceAll('import.meta.url', JSON.stringify(place(relative(root, id)))), map: null };
  },
};

/** What a source has become. */
const bundled = (path) => join(OUT, path.replace(/\.ts$/, '.js'));

/**
 * Puts files of node:test and all of ours that they import together as JavaScript, since a loader that translates each file of the platform in each
 * of more than a hundred processes takes as much time as their tests.
 *
 * @param paths - from the repository's root
 * @returns what each has become
 */
export async function bundleTests(paths) {
  await withVite(({ build }) => build({
    root, configFile: false, logLevel: 'warn', publicDir: false,
    plugins: [keepPlaces],
    build: {
      ssr: true, outDir: OUT, emptyOutDir: true, minify: false, target: 'node20', sourcemap: 'inline',
      rolldownOptions: {
        input: Object.fromEntries(paths.map((path) => [path.replace(/\.ts$/, ''), inRoot(path)])),
        output: { entryFileNames: '[name].js', chunkFileNames: 'shared/[name]-[hash].js' },
      },
    },
  }));
  return paths.map(bundled);
}

/**
 * Deals files out to a few processes, one after the other in each: what they share is loaded and warmed up once for all of them.
 *
 * @param paths - sources, from the repository's root, that {@link bundleTests} has put together
 * @param processes - how many to make of them
 * @param name - of this deal
 * @returns one file for each process
 */
export function dealTests(paths, processes, name) {
  const folder = join(OUT, 'dealt', name);
  mkdirSync(folder, { recursive: true });
  return Array.from({ length: Math.min(processes, paths.length) }, (_, hand) => {
    const mine = paths.filter((_path, index) => index % processes === hand);
    const suites = mine.map((path) => `describe(${JSON.stringify(path)}, async () => { await import(${JSON.stringify(pathToFileURL(bundled(path)).href)}); });\n`);
    const file = join(folder, `${hand + 1}.js`);
    writeFileSync(file, `import { describe } from 'node:test';\n${suites.join('')}`);
    return file;
  });
}
