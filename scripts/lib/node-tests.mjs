import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { files } from './files.mjs';
import { inRoot } from './paths.mjs';
import { startPostgres } from './postgres.mjs';
import { node, step } from './run.mjs';
import { bundleTests, dealTests } from './test-bundle.mjs';

/** A file that hangs fails after this time, so that the others are heard of; the longest takes a third of it on two slow cores. */
const LONGEST_MS = 20 * 60_000;

/** Among how many processes the platform's files are dealt out: enough to keep every core busy to the end, few enough to share what they load. */
const PROCESSES = 12;

/** These take minutes each and begin first, so that no core has nothing to do at the end. */
const longest = /looks-matrix|frameworks/;

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
  endToEnd: () => files('test/e2e', /\.e2e\.test\.ts$/).sort((a, b) => Number(longest.test(b)) - Number(longest.test(a))),
};

/**
 * Runs files of node:test with their output shown and resolves to how many tests passed and failed.
 *
 * @param paths - sources, or what {@link bundleTests} and {@link dealTests} made of them
 */
export async function runNodeTests(paths, { env = {}, concurrency = availableParallelism() } = {}) {
  if (paths.length === 0) return { passed: 0, failed: 0 };
  const folder = mkdtempSync(join(tmpdir(), 'mpin-counts-'));
  const counts = join(folder, 'counts.json');
  try {
    const code = await node([
      ...(paths.some((path) => path.endsWith('.ts')) ? ['--import', 'tsx'] : ['--enable-source-maps']), '--test', `--test-concurrency=${concurrency}`, `--test-timeout=${LONGEST_MS}`,
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
    await bundleTests(paths);
    const env = { MPIN_TEST_POSTGRES: postgres.url(), MPIN_TEST_BUILT: '1' };
    const embedded = await step('The platform, on its embedded database', () => runNodeTests(dealTests(paths, PROCESSES, 'embedded'), { env }));
    const server = await step('The platform, on PostgreSQL', () =>
      runNodeTests(dealTests(testFiles.onEitherDatabase(), PROCESSES, 'postgres'), { env: { ...env, MPIN_TEST_DATABASE: 'postgres' } }));
    return { passed: embedded.passed + server.passed, failed: embedded.failed + server.failed };
  } finally {
    await postgres.stop();
  }
}

/** Walks through browsers wait for mails, clocks and installations: one more of them than there are cores keeps all busy. */
export async function runEndToEnd() {
  const bundled = await bundleTests(testFiles.endToEnd());
  return runNodeTests(bundled, { concurrency: availableParallelism() + 1 });
}

/** A runner that ends badly has failed, whatever it counted. */
export function atLeastOneFailed({ passed, failed }, code) {
  return { passed, failed: code === 0 ? failed : Math.max(1, failed) };
}
