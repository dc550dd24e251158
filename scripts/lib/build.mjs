import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { files } from './files.mjs';
import { inRoot } from './paths.mjs';
import { must } from './run.mjs';

const stampFile = inRoot('dist', '.source-hash');

/** Builds everything: the page's script, the npm entry points with their types, the playground and the platform. */
export async function build() {
  const hash = sourceHash();
  rmSync(inRoot('dist'), { recursive: true, force: true });
  rmSync(inRoot('server', 'dist'), { recursive: true, force: true });
  const types = () => must('The library\'s types', process.execPath, [tsc, '-p', 'tsconfig.types.json']);
  const server = () => must('The platform\'s build', process.execPath, [tsc, '-p', 'server/tsconfig.json']);
  await Promise.all([bundles(), types().then(server)]);
  await must('The elements\' description', process.execPath, [inRoot('scripts', 'manifest.mjs')]);
  mkdirSync(inRoot('dist'), { recursive: true });
  writeFileSync(stampFile, hash);
}

/** Builds when a source, a configuration or the lock file differs from what was last built. */
export async function buildIfStale() {
  const fresh = existsSync(stampFile) && existsSync(inRoot('server', 'dist')) && readFileSync(stampFile, 'utf8') === sourceHash();
  if (!fresh) await build();
  return !fresh;
}

const tsc = inRoot('node_modules', 'typescript', 'bin', 'tsc');

async function bundles() {
  for (const mode of ['script', 'npm', 'mobile', 'playground']) {
    await must(`The ${mode} build`, process.execPath, [inRoot('node_modules', 'vite', 'bin', 'vite.js'), 'build', '--mode', mode, '--logLevel', 'warn']);
  }
}

/** By content, not by time: a checkout changes times. */
function sourceHash() {
  const hash = createHash('sha256');
  const configuration = ['package.json', 'package-lock.json', 'vite.config.ts', 'tsconfig.json', 'tsconfig.types.json', 'server/tsconfig.json', 'index.html'];
  const sources = [...files('src', /./), ...files('server/src', /./), ...files('demo/playground', /./)];
  for (const file of [...configuration.filter((name) => existsSync(inRoot(name))), ...sources]) {
    hash.update(file).update('\0').update(readFileSync(inRoot(file))).update('\0');
  }
  return hash.digest('hex');
}
