import { esbuildPlugin } from '@web/dev-server-esbuild';
import { playwrightLauncher } from '@web/test-runner-playwright';
import { fileURLToPath } from 'node:url';

/** Chromium's own background traffic has no place in a test; as root it cannot make its sandbox. */
const args = [
  '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run', '--disable-quic', '--disable-gpu',
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
];

/** Component tests in a real browser. `MPIN_CHROMIUM` names another one. */
export default {
  files: 'test/**/*.browser.test.ts',
  nodeResolve: { exportConditions: ['browser', 'production'] },
  concurrency: 1,
  browsers: [
    playwrightLauncher({ product: 'chromium', launchOptions: { executablePath: process.env.MPIN_CHROMIUM ?? '/usr/bin/chromium', args } }),
  ],
  plugins: [esbuildPlugin({ ts: true, tsconfig: fileURLToPath(new URL('./tsconfig.json', import.meta.url)) })],
  testFramework: { config: { timeout: 20_000 } },
};
