import { createHash } from 'node:crypto';
import { existsSync, readFileSync, realpathSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { inRoot } from './paths.mjs';
import { must, PlainError } from './run.mjs';

const oldest = [20, 19];
const lockFile = inRoot('package-lock.json');
const installedFile = inRoot('node_modules', '.package-lock.json');
/** The last that an installation makes. */
const driverFile = inRoot('node_modules', 'better-sqlite3', 'build', 'Release', 'better_sqlite3.node');
const stampFile = inRoot('node_modules', '.mpin-lock-hash');

/** Refuses a Node that is too old for what the lock file names. */
export function checkNode(version = process.versions.node) {
  const [major, minor] = version.split('.').map(Number);
  if (major < oldest[0] || (major === oldest[0] && minor < oldest[1])) {
    throw new PlainError(`Node ${oldest.join('.')} or newer is needed; this is ${version}.`);
  }
}

/**
 * Installs exactly what the lock file names, when that is not what is installed.
 *
 * @param meanwhile - what needs the packages and nothing that they compile: compiling keeps one core busy for most of the time
 * @returns what `meanwhile` resolves to
 */
export async function ensureDependencies(meanwhile = async () => undefined) {
  const hash = createHash('sha256').update(readFileSync(lockFile)).digest('hex');
  if (installed(hash)) return meanwhile();
  console.log('Installing dependencies (a minute or two: the database driver may be compiled)…');
  const options = ['--no-audit', '--no-fund', '--loglevel=error'];
  await must('Installing dependencies', npm(), ['ci', '--ignore-scripts', '--include=dev', ...options]);
  const compiling = must('Compiling dependencies', npm(), ['rebuild', ...options], { env: headersBesideNode() });
  // Where both fail, what was waited for first is told.
  compiling.catch(() => undefined);
  const result = await meanwhile();
  await compiling;
  writeFileSync(stampFile, hash);
  return result;
}

/** By the stamp of the last installation; one made by hand counts when it is newer than the lock file, and one that was broken off does not. */
function installed(hash) {
  if (!existsSync(installedFile) || !existsSync(driverFile)) return false;
  if (existsSync(stampFile)) return readFileSync(stampFile, 'utf8') === hash;
  return statSync(installedFile).mtimeMs >= statSync(lockFile).mtimeMs;
}

const npm = () => (process.platform === 'win32' ? 'npm.cmd' : 'npm');

/** Where Node's own headers stand beside it, native modules compile with those, and nothing has to be downloaded. */
function headersBesideNode() {
  const prefix = dirname(dirname(realpathSync(process.execPath)));
  const found = existsSync(join(prefix, 'include', 'node', 'node.h'));
  return found && process.env.npm_config_nodedir === undefined ? { npm_config_nodedir: prefix } : {};
}
