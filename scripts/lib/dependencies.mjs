import { createHash } from 'node:crypto';
import { existsSync, readFileSync, realpathSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { inRoot } from './paths.mjs';
import { must, PlainError } from './run.mjs';

const oldest = [20, 19];
const lockFile = inRoot('package-lock.json');
const installedFile = inRoot('node_modules', '.package-lock.json');
const stampFile = inRoot('node_modules', '.mpin-lock-hash');

/** Refuses a Node that is too old for what the lock file names. */
export function checkNode(version = process.versions.node) {
  const [major, minor] = version.split('.').map(Number);
  if (major < oldest[0] || (major === oldest[0] && minor < oldest[1])) {
    throw new PlainError(`Node ${oldest.join('.')} or newer is needed; this is ${version}.`);
  }
}

/** Installs exactly what the lock file names, when that is not what is installed. */
export async function ensureDependencies() {
  const hash = createHash('sha256').update(readFileSync(lockFile)).digest('hex');
  if (installed(hash)) return;
  console.log('Installing dependencies (a minute or two: the database driver may be compiled)…');
  await must('Installing dependencies', npm(), ['ci', '--no-audit', '--no-fund', '--include=dev', '--loglevel=error'], { env: headersBesideNode() });
  writeFileSync(stampFile, hash);
}

/** By the stamp of the last installation; an installation made by hand counts when it is newer than the lock file. */
function installed(hash) {
  if (!existsSync(installedFile)) return false;
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
