import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { files } from './files.mjs';
import { inRoot } from './paths.mjs';
import { node } from './run.mjs';

/** Elsewhere: end to end, and in a browser. */
const runsElsewhere = (path) => /^test\/e2e\/|\.browser\.test\.ts$/.test(path);

const takesLong = (path) => /^test\/client\/(?:wire-flow|renewal|extensions)|^test\/protocol\/interop/.test(path);

/** Files of node:test, by where they stand. */
export const testFiles = {
  /** The library's and the platform's. */
  all: () => [...files('test', /\.test\.ts$/), ...files('server/test', /\.test\.ts$/)].filter((path) => !runsElsewhere(path)),
  /** The library's, but for what takes long: whole flows over HTTP, and hundreds of proofs by another implementation. */
  unit: () => files('test', /\.test\.ts$/).filter((path) => !runsElsewhere(path) && !takesLong(path)),
  endToEnd: () => files('test/e2e', /\.e2e\.test\.ts$/),
};

/** Runs files of node:test with their output shown and resolves to how many tests passed and failed. */
export async function runNodeTests(paths, { env = {}, concurrency = availableParallelism() } = {}) {
  if (paths.length === 0) return { passed: 0, failed: 0 };
  const folder = mkdtempSync(join(tmpdir(), 'mpin-counts-'));
  const counts = join(folder, 'counts.json');
  try {
    const code = await node([
      '--import', 'tsx', '--test', `--test-concurrency=${concurrency}`,
      '--test-reporter=spec', '--test-reporter-destination=stdout',
      `--test-reporter=${inRoot('scripts', 'lib', 'count-reporter.mjs')}`, `--test-reporter-destination=${counts}`,
      ...paths,
    ], { env });
    return atLeastOneFailed(JSON.parse(readFileSync(counts, 'utf8')), code);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A runner that ends badly has failed, whatever it counted. */
export function atLeastOneFailed({ passed, failed }, code) {
  return { passed, failed: code === 0 ? failed : Math.max(1, failed) };
}
