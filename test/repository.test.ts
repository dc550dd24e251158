import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { lstatSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const tracked = execFileSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8' }).split('\0').filter((path) => path !== '' && isFile(path));

function isFile(path: string): boolean {
  return lstatSync(join(root, path), { throwIfNoEntry: false })?.isFile() === true;
}

describe('the repository', () => {
  // Written apart, so that this file does not name what it looks for.
  const hosts = [['registry', 'npmjs.org'], ['registry', 'yarnpkg.com'], ['npm', 'pkg.github.com'], ['registry', 'npmmirror.com']].map((labels) => labels.join('.'));

  it('names no package registry in any file: whoever installs, chooses', () => {
    const naming = tracked.filter((path) => hosts.some((host) => readFileSync(join(root, path)).includes(host)));
    assert.deepEqual(naming, []);
    const configuring = tracked.filter((path) => path.endsWith('.npmrc') && /registry\s*=\s*\S+:/.test(readFileSync(join(root, path), 'utf8')));
    assert.deepEqual(configuring, []);
  });

  it('has a lock file without addresses and with a hash for every package', () => {
    interface Entry { resolved?: string; link?: boolean; integrity?: string; inBundle?: boolean }
    const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as { packages: Record<string, Entry> };
    const installed = Object.entries(packages).filter(([path, entry]) => path.includes('node_modules/') && entry.link !== true);
    assert.ok(installed.length > 100);
    assert.deepEqual(Object.entries(packages).filter(([, { resolved }]) => resolved !== undefined && /^[a-z+]+:/.test(resolved)).map(([path]) => path), []);
    assert.deepEqual(installed.filter(([, { integrity, inBundle }]) => integrity === undefined && inBundle !== true).map(([path]) => path), []);
  });

  it('holds no file that is made from others', () => {
    assert.deepEqual(tracked.filter((path) => /(^|\/)(?:node_modules|dist|data|coverage)\//.test(path)), []);
  });

  it('holds source files of one purpose each: none past 400 lines', () => {
    const long = tracked.filter((path) => /\.(?:ts|mjs|js|css)$/.test(path) && readFileSync(join(root, path), 'utf8').split('\n').length > 401);
    assert.deepEqual(long, []);
  });
});
