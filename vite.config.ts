import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { relative, resolve } from 'node:path';
import { minify } from 'terser';
import { defineConfig } from 'vite';
import type { Plugin, Rolldown, UserConfig } from 'vite';

const fromRoot = (path: string): string => resolve(import.meta.dirname, path);

/**
 * `script` writes what a page embeds, `npm` the package's entry points, `mobile` what the phone site adds, `playground` the root page; without a mode,
 * `vite` serves the playground.
 */
export default defineConfig(({ mode }) => {
  if (mode === 'script') return script;
  if (mode === 'npm') return entryPoints;
  if (mode === 'mobile') return phoneSite;
  return playground;
});

/** dist/mpin-pinpad.js: everything bundled, what is seldom needed in chunks beside it. */
const script: UserConfig = {
  // Chunks are found from the script's own address, wherever it is served.
  base: './',
  publicDir: false,
  build: {
    outDir: 'dist',
    emptyOutDir: false,
    target: 'es2022',
    lib: { formats: ['es'], entry: { 'mpin-pinpad': fromRoot('src/elements/define.ts') }, fileName: (_format, name) => `${name}.js` },
    // A library's modules keep their white space unless told otherwise, for bundlers that read annotations; a page reads none.
    rolldownOptions: {
      // What the chunks share with the script may stay in it, so that few requests bring all that is needed at once.
      preserveEntrySignatures: 'allow-extension',
      // The second minifier takes its seconds, and needs no warning at every build.
      checks: { pluginTimings: false },
      output: {
        minify: true,
        chunkFileNames: 'mpin-pinpad-[name]-[hash].js',
        // Hexadecimal digits compress where the lists of languages name a hundred files.
        hashCharacters: 'hex',
        codeSplitting: {
          groups: [
            // What is loaded at once is one file, which one `integrity` attribute covers.
            { name: 'mpin-pinpad', tags: ['$initial'], priority: 1 },
            { name: 'mathematics', test: /\/src\/protocol\//, minShareCount: 2 },
          ],
        },
      },
    },
  },
  plugins: [tightStyles(), namesForMessages(), qrReader(), secondMinifier(), integrity()],
};

/** dist/npm/*.js: readable modules whose dependencies stay imports. */
const entryPoints: UserConfig = {
  publicDir: false,
  build: {
    outDir: 'dist/npm',
    target: 'es2022',
    minify: false,
    lib: {
      formats: ['es'],
      fileName: (_format, name) => `${name}.js`,
      entry: {
        index: fromRoot('src/index.ts'),
        define: fromRoot('src/elements/define.ts'),
        client: fromRoot('src/client/index.ts'),
        machine: fromRoot('src/machine/index.ts'),
        storage: fromRoot('src/storage/index.ts'),
        protocol: fromRoot('src/protocol/index.ts'),
        verify: fromRoot('src/verify/index.ts'),
        react: fromRoot('src/react/index.ts'),
        testing: fromRoot('src/testing/index.ts'),
        'testing-refused': fromRoot('src/testing/refused.ts'),
      },
    },
    rolldownOptions: {
      external: /^(?:node:|[@a-z][^:]*$)/,
      output: {
        chunkFileNames: 'chunks/[name]-[hash].js',
        // React's servers are told by this directive that the wrapper's components live in the browser.
        banner: ({ name, isEntry }) => (isEntry && name === 'react' ? "'use client';" : ''),
      },
    },
  },
};

/** dist/mobile/*.js: the phone site's own page script and its service worker, each one file. */
const phoneSite: UserConfig = {
  publicDir: false,
  build: {
    outDir: 'dist/mobile',
    target: 'es2022',
    lib: { formats: ['es'], entry: { page: fromRoot('src/mobile/page.ts'), otp: fromRoot('src/mobile/otp.ts'), worker: fromRoot('src/mobile/worker.ts') }, fileName: (_format, name) => `${name}.js` },
    rolldownOptions: { output: { minify: true } },
  },
};

const playground: UserConfig = {
  base: './',
  build: {
    // For browsers that know light-dark(): what stands in for it elsewhere does not reach into shadow roots.
    outDir: 'dist/playground', target: 'es2022', cssTarget: ['chrome123', 'firefox120', 'safari17.5'], modulePreload: { polyfill: false },
    rolldownOptions: { input: [fromRoot('index.html'), ...['bank', 'game', 'hospital', 'developer', 'shop'].map((skin) => fromRoot(`demo/skins/${skin}.html`))] },
  },
};

/**
 * Leaves white space and comments out of styles: minifiers keep strings as they are. Only literals tagged `css` are touched.
 * (Nothing is escaped: module scripts are UTF-8 whatever the page is, as the HTML standard has it.)
 */
function tightStyles(): Plugin {
  const css = (styles: string): string => styles.replace(/\/\*.*?\*\//gs, '').replace(/\s+/g, ' ').replace(/ ?([{};,]) ?/g, '$1').replace(/: /g, ':').replace(/;\}/g, '}').replace(/\b0(\.\d)/g, '$1').trim();
  return {
    name: 'mpin-tight-styles',
    enforce: 'pre',
    transform(code, id) {
      if (!id.includes('/src/elements/')) return undefined;
      return { code: code.replace(/\bcss`([^`$]*)`/g, (_, styles: string) => `css\`${css(styles)}\``), map: null };
    },
  };
}

/**
 * Leaves the names of the mathematics' errors for their messages: in a page they are only ever the cause of one of the
 * client's errors, which says what to do. The npm entry points, which programmers call, keep every word.
 */
function namesForMessages(): Plugin {
  return {
    name: 'mpin-names-for-messages',
    enforce: 'pre',
    transform(code, id) {
      if (!id.includes('/src/protocol/') || id.endsWith('/pin.ts')) return undefined;
      return { code: code.replace(/new MpinError\((\s*'\w+'),\s*(?:'(?:[^'\\]|\\.)*'|`[^`]*`)/g, 'new MpinError($1, $1'), map: null };
    },
  };
}

/**
 * Puts the WebAssembly that reads QR codes beside the script, named by its content, and that name where it is loaded. It is the very file that the
 * bundled library was made with: another version's breaks it.
 */
function qrReader(): Plugin {
  const require = createRequire(createRequire(import.meta.url).resolve('barcode-detector/ponyfill'));
  return {
    name: 'mpin-qr-reader',
    enforce: 'pre',
    transform(code, id) {
      if (!id.endsWith('/src/elements/scanner/wasm.ts')) return undefined;
      const source = readFileSync(require.resolve('zxing-wasm/reader/zxing_reader.wasm'));
      const fileName = `mpin-pinpad-qr-reader-${createHash('sha256').update(source).digest('hex').slice(0, 8)}.wasm`;
      this.emitFile({ type: 'asset', fileName, source });
      return { code: code.replace('zxing_reader.wasm', fileName), map: null };
    },
  };
}

/**
 * A second minifier over the first one's work finds another fiftieth. What line breaks are left then are those of templates: with its
 * indentation each becomes the one space that HTML makes of it. Nobody asks for a function's `length` here, or makes objects of methods.
 */
function secondMinifier(): Plugin {
  return {
    name: 'mpin-second-minifier',
    async generateBundle(_options, bundle) {
      for (const output of Object.values(bundle)) {
        if (output.type !== 'chunk') continue;
        const { code } = await minify(output.code, { module: true, ecma: 2020, compress: { passes: 4, unsafe_arrows: true, unsafe_methods: true, keep_fargs: false }, format: { comments: false } });
        output.code = (code ?? output.code).replace(/\n {2,}/g, ' ');
      }
    },
  };
}

/**
 * Writes, beside the script, dist/mpin-pinpad.integrity.json, for `integrity` attributes and for the server that
 * serves it; and dist/mpin-pinpad.modules.json, what each file was made of, for the gate of `npm run check`.
 */
function integrity(): Plugin {
  return {
    name: 'mpin-integrity',
    writeBundle(_options, bundle) {
      const chunks = Object.values(bundle).filter((output) => output.type === 'chunk');
      const hashes = chunks.map(({ fileName, code }): [string, string] => [fileName, `sha384-${createHash('sha384').update(code).digest('base64')}`]);
      const { version } = JSON.parse(readFileSync(fromRoot('package.json'), 'utf8')) as { version: string };
      const file = 'mpin-pinpad.js';
      const others = hashes.filter(([name]) => name !== file);
      writeJson('dist/mpin-pinpad.integrity.json', { version, file, integrity: Object.fromEntries(hashes)[file], chunks: Object.fromEntries(others) });
      writeJson('dist/mpin-pinpad.modules.json', Object.fromEntries(chunks.map((chunk) => [chunk.fileName, contents(chunk)])));
    },
  };
}

/** The modules of which something is left in a chunk, the one that is imported when it is fetched, and the chunks that are loaded with it. */
function contents(chunk: Rolldown.OutputChunk): { modules: string[]; entry: string | undefined; imports: string[] } {
  const path = (id: string): string => relative(import.meta.dirname, id);
  const modules = Object.entries(chunk.modules).filter(([, module]) => module.renderedLength > 0);
  return { modules: modules.map(([id]) => path(id)), entry: chunk.facadeModuleId ? path(chunk.facadeModuleId) : undefined, imports: chunk.imports };
}

function writeJson(path: string, value: unknown): void {
  writeFileSync(fromRoot(path), `${JSON.stringify(value, undefined, 2)}\n`);
}
