import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { files } from './files.mjs';
import { inRoot } from './paths.mjs';
import { startPostgres } from './postgres.mjs';
import { node, step } from './run.mjs';
import { bundleTests } from './test-bundle.mjs';

/** Elsewhere: end to end, and in a browser. */
const runsElsewhere = (path) => /^test\/e2e\/|\.browser\.test\.ts$/.test(path);

const contains = (path, pattern) => pattern.test(readFileSync(inRoot(path), 'utf8'));

/** Whole flows with a running server, hundreds of proofs by another implementation, and the walk through all that the machine can do. */
const takesLong = (path) => /^test\/(?:client\/(?:wire-flow|renewal)|protocol\/interop|machine\/properties)/.test(path) || contains(path, /\/server\/test\/support\/|\/support\/wire-server\//);

/** Stores something: by the support that gives it a database of the kind that this pass is for. */
const storesSomething = (path) => contains(path, /from '\.\/support\/(?:test-platform|database)\.ts'/);

/** Is about both kinds of database in one pass. */
const choosesItsDatabases = (path) => contains(path, /from '\.\/support\/postgres\.ts'|^import \{[^}]*\bKINDS\b[^}]*\} from '\.\/support\/database\.ts'/m);

/** Files of node:test, by where they stand. */
export const testFiles = {
  library: () => files('test', /\.test\.ts$/).filter((path) => !runsElsewhere(path)),
  /** The library's, but for what takes long. */
  unit: () => testFiles.library().filter((path) => !takesLong(path)),
  platform: () => files('server/test', /\.test\.ts$/),
  /** The platform's, but for what has no database to choose. */
  onEitherDatabase: () => testFiles.platform().filter((path) => storesSomething(path) && !choosesItsDatabases(path)),
  endToEnd: () => files('test/e2e', /\.e2e\.test\.ts$/),
};

/**
 * Runs files of node:test with their output shown and resolves to how many tests passed and failed.
 *
 * @param paths - sources, or what {@link bundleTests} made of them
 */
export async function runNodeTests(paths, { env = {}, concurrency = availableParallelism() } = {}) {
  if (paths.length === 0) return { passed: 0, failed: 0 };
  const folder = mkdtempSync(join(tmpdir(), 'mpin-counts-'));
  const counts = join(folder, 'counts.json');
  try {
    const code = await node([
      ...(paths.some((path) => path.endsWith('.ts')) ? ['--import', 'tsx'] : ['--enable-source-maps']), '--test', `--test-concurrency=${concurrency}`,
      '--test-reporter=spec', '--test-reporter-destination=stdout',
      `--test-reporter=${inRoot('scripts', 'lib', 'count-reporter.mjs')}`, `--test-reporter-destination=${counts}`,
      ...paths,
    ], { env });
    return atLeastOneFailed(JSON.parse(readFileSync(counts, 'utf8')), code);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Runs the platform's tests, and those that store something a second time, on a PostgreSQL that is started for them. */
export async function runPlatformTests() {
  const postgres = await startPostgres();
  try {
    const paths = testFiles.platform();
    const bundled = await bundleTests(paths);
    const again = new Set(testFiles.onEitherDatabase());
    const env = { MPIN_TEST_POSTGRES: postgres.url(), MPIN_TEST_BUILT: '1' };
    const embedded = await step('The platform, on its embedded database', () => runNodeTests(bundled, { env }));
    const server = await step('The platform, on PostgreSQL', () =>
      runNodeTests(bundled.filter((_, index) => again.has(paths[index])), { env: { ...env, MPIN_TEST_DATABASE: 'postgres' } }));
    return { passed: embedded.passed + server.passed, failed: embedded.failed + server.failed };
  } finally {
    await postgres.stop();
  }
}

/** A runner that ends badly has failed, whatever it counted. */
export function atLeastOneFailed({ passed, failed }, code) {
  return { passed, failed: code === 0 ? failed : Math.max(1, failed) };
}
