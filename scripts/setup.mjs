import { ensureBrowser } from './lib/browser.mjs';
import { checkNode, ensureDependencies } from './lib/dependencies.mjs';
import { ensurePostgres } from './lib/postgres.mjs';
import { main } from './lib/run.mjs';

/** Makes a fresh clone ready: `node scripts/setup.mjs [--browser] [--postgres]`, the last two for the tests. */
await main(async () => {
  checkNode();
  await ensureDependencies();
  if (process.argv.includes('--browser')) console.log(`Browser: ${await ensureBrowser()}`);
  if (process.argv.includes('--postgres')) console.log(`PostgreSQL: ${await ensurePostgres()}`);
});
