import { ensureBrowser } from './lib/browser.mjs';
import { checkNode, ensureDependencies } from './lib/dependencies.mjs';
import { main } from './lib/run.mjs';

/** Makes a fresh clone ready: `node scripts/setup.mjs [--browser]`. */
await main(async () => {
  checkNode();
  await ensureDependencies();
  if (process.argv.includes('--browser')) console.log(`Browser: ${await ensureBrowser()}`);
});
