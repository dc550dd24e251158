import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { SETTINGS } from '../src/config/settings.ts';
import { loadConfig } from '../src/config/load.ts';

/** What can be checked of the files of a deployment without deploying: that they speak of what there is. */

const root = fileURLToPath(new URL('../..', import.meta.url));
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const ENTRY = 'server/dist/server/src/main.js';
const known = new Set([...Object.values(SETTINGS).map(({ variable }) => variable), 'MPIN_CONFIG']);
const variables = (text: string): string[] => [...text.matchAll(/\b(?:MPIN_[A-Z0-9_]+|PORT)(?=["']?\s*[:=])/g)].map(([name]) => name);
const tracked = new Set(execFileSync('git', ['ls-files'], { cwd: root, encoding: 'utf8' }).split('\n'));

/** Instructions of a Dockerfile, continued lines joined. */
function instructions(): readonly (readonly [string, string])[] {
  return read('deploy/Dockerfile').replaceAll(/\\\n/g, ' ').split('\n').filter((line) => /^[A-Z]+ /.test(line)).map((line) => [line.slice(0, line.indexOf(' ')), line.slice(line.indexOf(' ') + 1)] as const);
}

describe('the files of a deployment', () => {
  it('name settings that there are', () => {
    for (const path of ['deploy/Dockerfile', 'deploy/compose.yaml', 'deploy/platform.env.example', 'deploy/mpin-platform.service']) {
      const named = variables(read(path));
      assert.ok(named.length > 0, path);
      assert.deepEqual(named.filter((name) => !known.has(name)), [], path);
    }
  });

  it('start the program that the build makes and the package names', () => {
    const { bin } = JSON.parse(read('server/package.json')) as { bin: Record<string, string> };
    assert.equal(join('server', bin['mpin-platform'] ?? ''), ENTRY);
    const { compilerOptions } = JSON.parse(read('server/tsconfig.json')) as { compilerOptions: { outDir: string; rootDir: string } };
    assert.deepEqual([compilerOptions.outDir, compilerOptions.rootDir], ['dist', '..']);
    assert.ok(instructions().some(([name, rest]) => name === 'ENTRYPOINT' && (JSON.parse(rest) as string[]).join(' ') === `node ${ENTRY}`));
    assert.match(read('deploy/mpin-platform.service'), new RegExp(`^ExecStart=/usr/bin/node ${ENTRY.replaceAll('.', '\\.')}$`, 'm'));
    assert.ok(existsSync(join(root, 'server/src/main.ts')));
  });

  it('of a container: pinned base, files that there are, no root, a check of health, nothing of ours but what is meant', () => {
    const all = instructions();
    const stages = all.filter(([name]) => name === 'FROM').map(([, rest]) => rest);
    assert.ok(stages.every((stage) => /^node:\d+-\w+-slim( AS \w+)?$/.test(stage)), stages.join());
    assert.ok(Number(/^node:(\d+)/.exec(stages[0] ?? '')?.[1]) >= 20);
    const lastStage = all.slice(all.map(([name]) => name).lastIndexOf('FROM'));
    assert.ok(lastStage.some(([name, rest]) => name === 'USER' && rest !== 'root'));
    assert.ok(lastStage.some(([name, rest]) => name === 'HEALTHCHECK' && rest.includes('/readyz')));
    for (const [name, rest] of all) {
      if (name === 'ADD') assert.fail('COPY does what is needed');
      if (name === 'RUN' && rest.includes('apt-get install')) assert.match(rest, /apt-get update && .*--no-install-recommends.*rm -rf \/var\/lib\/apt\/lists/);
      if (name !== 'COPY' || rest.startsWith('--from') || rest === '. .') continue;
      for (const path of rest.split(' ').slice(0, -1)) assert.ok(tracked.has(path), path);
    }
    const ignored = read('.dockerignore').split('\n');
    for (const path of ['.git', '**/node_modules', 'data', 'deploy/platform.env', 'deploy/database-password']) assert.ok(ignored.includes(path), path);
  });

  it('of compose: builds what there is, keeps keys and data in volumes, lets nodes finish', () => {
    const text = read('deploy/compose.yaml');
    assert.ok(existsSync(join(root, 'deploy', /context: (\S+)/.exec(text)?.[1] ?? 'none', /dockerfile: (\S+)/.exec(text)?.[1] ?? 'none')));
    const declared = [...(/^volumes:\n([\s\S]*)$/m.exec(text)?.[1] ?? '').matchAll(/^ {2}(\w+):/gm)].map(([, name]) => name);
    const used = [...text.matchAll(/volumes: \["(\w+):/g)].map(([, name]) => name);
    assert.deepEqual(used.toSorted(), declared.toSorted());
    assert.ok(read('deploy/Dockerfile').includes(/keys:(\/[\w/-]+)/.exec(text)?.[1] ?? 'none'), 'the volume is where MPIN_DATA is');
    assert.match(text, /stop_grace_period: 25s/);
    assert.match(read('server/src/commands/until-stopped.ts'), /PATIENCE_MS = 20_000/);
  });

  it('of systemd are taken by systemd, and leave the time to finish', () => {
    const text = read('deploy/mpin-platform.service');
    assert.ok(Number(/^TimeoutStopSec=(\d+)$/m.exec(text)?.[1]) > 20);
    for (const hardening of ['NoNewPrivileges=yes', 'ProtectSystem=strict', 'DynamicUser=yes', 'StateDirectoryMode=0700']) assert.ok(text.includes(`\n${hardening}\n`), hardening);
    assert.ok(text.includes(`Environment=MPIN_DATA=/var/lib/${/^StateDirectory=(.+)$/m.exec(text)?.[1]}`));
  });

  it('of an environment make a configuration, once they are filled in', () => {
    // Read by a shell, which is stricter about quotes than systemd and compose are.
    const printed = execFileSync('/bin/sh', ['-euac', '. "$1"; env -0', 'sh', join(root, 'deploy/platform.env.example')], { encoding: 'utf8', env: { PATH: process.env['PATH'] } });
    const lines = printed.split('\0').filter((line) => /^MPIN_[A-Z_]+=/.test(line)).map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)] as const);
    const config = loadConfig(Object.fromEntries(lines));
    assert.equal(config.publicUrl, 'https://auth.example.com');
    assert.equal(config.mailFrom, 'Example <noreply@example.com>');
  });
});

describe('docs/operations.md', () => {
  it('names every metric group, command and setting that it speaks of rightly', () => {
    const text = read('docs/operations.md');
    for (const name of variables(text.replaceAll(/`(MPIN_[A-Z0-9_]+)`/g, '$1='))) assert.ok(known.has(name) || ['MPIN_BACKUP_PASSPHRASE', 'MPIN_AUTHORITY_PASSPHRASE'].includes(name), name);
    for (const section of ['Install', 'Upgrade', 'Backup', 'Keys and secrets', 'Limits', 'Monitoring', 'People', 'What to do when', 'Figures']) assert.match(text, new RegExp(`^## ${section}$`, 'm'), section);
  });
});
