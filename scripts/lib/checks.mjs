import { checkElements, describeElements } from './element-size.mjs';
import { inRoot } from './paths.mjs';
import { node, PlainError, step } from './run.mjs';
import { checkSize, describeSizes } from './size.mjs';

/** What can be held without running a test. Each throws a {@link PlainError} when it does not hold. */
const checks = {
  Types: () => mustPass([inRoot('node_modules', 'typescript', 'bin', 'tsc'), '-p', 'tsconfig.json', '--noEmit']),
  Lint: () => mustPass([inRoot('node_modules', 'oxlint', 'bin', 'oxlint'), '--type-aware', '--deny-warnings']),
  'The elements\' description': () => mustPass([inRoot('scripts', 'manifest.mjs'), '--check']),
  'Size of the page\'s script': () => console.log(`  ${describeSizes(checkSize())}`),
  'Size of each element by itself': async () => console.log(`  ${describeElements(await checkElements())}`),
};

/** Runs all checks, so that one run shows all that is wrong, and resolves to how many failed. */
export async function runChecks() {
  let failed = 0;
  for (const [title, check] of Object.entries(checks)) {
    try {
      await step(title, check);
    } catch (error) {
      if (!(error instanceof PlainError)) throw error;
      console.error(`✖ ${title}: ${error.message}`);
      failed += 1;
    }
  }
  return failed;
}

async function mustPass(args) {
  if ((await node(args)) !== 0) throw new PlainError('see above');
}
