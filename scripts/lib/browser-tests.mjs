import { existsSync } from 'node:fs';
import { startTestRunner } from '@web/test-runner';
import { inRoot } from './paths.mjs';

/**
 * Runs the component tests of web-test-runner.config.mjs in Chromium and resolves to how many passed and failed.
 * A page that does not load and a file without a result count as a failure each.
 */
export async function runBrowserTests() {
  if (!existsSync(inRoot('web-test-runner.config.mjs'))) return { passed: 0, failed: 0 };
  const runner = await startTestRunner({ readCliArgs: false, readFileConfig: true, autoExitProcess: false, config: { watch: false } });
  if (runner === undefined) return { passed: 0, failed: 1 };
  const clean = await new Promise((resolve) => runner.on('finished', resolve));
  const sessions = [...runner.sessions.all()];
  const results = sessions.flatMap((session) => (session.testResults === undefined ? [] : [...leaves(session.testResults)]));
  const broken = sessions.filter((session) => session.testResults === undefined || session.errors.length > 0).length;
  const passed = results.filter((test) => test.passed && !test.skipped).length;
  const failed = results.length - passed + broken;
  return { passed, failed: clean ? failed : Math.max(1, failed) };
}

function* leaves({ tests, suites }) {
  yield* tests;
  for (const suite of suites) yield* leaves(suite);
}
