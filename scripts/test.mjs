import { ensureBrowser } from './lib/browser.mjs';
import { buildIfStale } from './lib/build.mjs';
import { runChecks } from './lib/checks.mjs';
import { checkNode, ensureDependencies } from './lib/dependencies.mjs';
import { runEndToEnd, runNodeTests, runPlatformTests, testFiles } from './lib/node-tests.mjs';
import { main, step } from './lib/run.mjs';

/** `npm test`: everything, from a fresh clone on. The last line is the sum of all runners. */
await main(async () => {
  checkNode();
  const counts = await ensureDependencies(withoutDatabase);
  counts.push(await step('Tests of the library in Node', () => runNodeTests(testFiles.library())));
  counts.push(await runPlatformTests());
  counts.push(await step('End to end', runEndToEnd));
  const passed = counts.reduce((sum, count) => sum + count.passed, 0);
  const failed = counts.reduce((sum, count) => sum + count.failed, 0);
  console.log(`\n${passed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
});

/** What begins while the database's driver is still being compiled. */
async function withoutDatabase() {
  process.env.MPIN_CHROMIUM = await ensureBrowser();
  await step('Build', buildIfStale);
  const failed = await runChecks();
  // Its runner is a dependency: it can only be loaded now.
  const { runBrowserTests } = await import('./lib/browser-tests.mjs');
  return [{ passed: 0, failed }, await step('Tests of the elements in Chromium', runBrowserTests)];
}
