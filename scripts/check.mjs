import { buildIfStale } from './lib/build.mjs';
import { runChecks } from './lib/checks.mjs';
import { checkNode, ensureDependencies } from './lib/dependencies.mjs';
import { runNodeTests, testFiles } from './lib/node-tests.mjs';
import { main, step } from './lib/run.mjs';

/** `npm run check`: types, lint, size and unit tests, for every commit. */
await main(async () => {
  checkNode();
  await ensureDependencies();
  await step('Build', buildIfStale);
  const failedChecks = await runChecks();
  const { passed, failed } = await step('Unit tests', () => runNodeTests(testFiles.unit()));
  console.log(`\n${passed} passed, ${failed + failedChecks} failed`);
  return failed + failedChecks === 0 ? 0 : 1;
});
