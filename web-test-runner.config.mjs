import { esbuildPlugin } from '@web/dev-server-esbuild';
import { playwrightLauncher } from '@web/test-runner-playwright';
import { build } from 'esbuild';
import { fileURLToPath } from 'node:url';
import { browserArguments } from './scripts/lib/browser.mjs';

/** Browsers know no CommonJS: what is written so is bundled into a module, as every build does. */
const commonJs = {
  name: 'common-js',
  resolveImport: ({ source }) => (source.startsWith('qrcode/') ? `/__common-js/${source}` : undefined),
  async serve({ path }) {
    if (!path.startsWith('/__common-js/')) return undefined;
    const { outputFiles } = await build({ entryPoints: [path.slice('/__common-js/'.length)], bundle: true, format: 'esm', platform: 'browser', write: false });
    return { body: outputFiles[0].text, type: 'js' };
  },
};

/** Component tests in a real browser. `MPIN_CHROMIUM` names another one. */
export default {
  files: 'test/**/*.browser.test.ts',
  nodeResolve: { exportConditions: ['browser', 'production'] },
  concurrency: 2,
  browsers: [
    playwrightLauncher({ product: 'chromium', launchOptions: { executablePath: process.env.MPIN_CHROMIUM ?? '/usr/bin/chromium', args: browserArguments } }),
  ],
  plugins: [commonJs, esbuildPlugin({ ts: true, tsconfig: fileURLToPath(new URL('./tsconfig.json', import.meta.url)) })],
  // Whole files: every screen in every theme and direction takes its time on a busy machine.
  testsFinishTimeout: 300_000,
  testFramework: { config: { timeout: 20_000 } },
};
