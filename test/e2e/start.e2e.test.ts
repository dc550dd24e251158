import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { freePorts } from './support/ports.ts';
import { until } from './support/until.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
let dataDir: string;

before(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'mpin-start-'));
});

after(async () => {
  await rm(dataDir, { recursive: true, force: true });
});

interface Run {
  child: ChildProcess;
  output: () => string;
  ended: Promise<number | null>;
}

function start(environment: Record<string, string>, script = 'start', ...words: string[]): Run {
  const child = spawn(process.execPath, [`scripts/${script}.mjs`, ...words], { cwd: root, env: { ...process.env, MPIN_DATA: dataDir, ...environment }, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => (output += text));
  return { child, output: () => output, ended: once(child, 'exit').then(([code]) => code as number | null) };
}

/** The project that the demo site's PIN-pad names. */
async function projectOf(sitePort: number): Promise<string> {
  const page = await (await fetch(`http://localhost:${sitePort}/`)).text();
  return /<mpin-pinpad [^>]*project="([^"]+)"/.exec(page)?.[1] ?? assert.fail(page);
}

const connects = (port: number): Promise<boolean> => fetch(`http://localhost:${port}/`).then(() => true, () => false);

describe('npm start', () => {
  it('starts platform and site, says where, keeps its data, and ends both on Ctrl-C', async () => {
    const [port = 0, sitePort = 0] = await freePorts(2);
    const environment = { PORT: String(port), SITE_PORT: String(sitePort) };
    const ids = [];
    for (let round = 0; round < 2; round += 1) {
      const run = start(environment);
      await until('the welcome', async () => {
        assert.equal(run.child.exitCode, null, run.output());
        return run.output().includes('Ctrl-C ends both') ? true : undefined;
      }, { withinMs: 90_000 });
      assert.match(run.output(), new RegExp(`http://localhost:${sitePort}\\s`));
      assert.ok(run.output().includes(`http://localhost:${port}/dev/inbox`));
      assert.match(await (await fetch(`http://localhost:${sitePort}/`)).text(), new RegExp(`src="http://localhost:${port}/mpin-pinpad.js"`));
      assert.deepEqual(await (await fetch(`http://localhost:${port}/dev/inbox.json`)).json(), []);
      ids.push(await projectOf(sitePort));
      // The command line speaks of the platform that runs; the second round starts with a second project.
      const command = start(environment, 'mpin-platform', 'project', 'create', '--name', 'My shop', '--origin', 'http://localhost:5500');
      assert.equal(await command.ended, 0, command.output());
      assert.equal((await fetch(`http://localhost:${port}/.well-known/project-configuration`)).status, 404);
      assert.equal((await fetch(`http://localhost:${port}/.well-known/project-configuration?id=${ids[round]}`)).status, 200);
      run.child.kill('SIGINT');
      assert.equal(await run.ended, 0, run.output());
      assert.deepEqual([await connects(port), await connects(sitePort)], [false, false]);
    }
    assert.equal(ids[0], ids[1]);
    assert.ok((await stat(dataDir)).isDirectory());
  });

  it('says plainly that a port is in use', async () => {
    const squatter = createServer().listen(0, '127.0.0.1');
    await once(squatter, 'listening');
    const { port } = squatter.address() as { port: number };
    for (const environment of [{ PORT: String(port) }, { PORT: String(port + 1 > 65_535 ? port - 1 : port + 1), SITE_PORT: String(port) }]) {
      const run = start(environment);
      assert.equal(await run.ended, 1);
      assert.match(run.output(), new RegExp(`Port ${port}, where the .+ should run, is in use`));
      assert.doesNotMatch(run.output(), /\n\s+at /);
    }
    squatter.close();
  });

  it('says plainly that a port is none', async () => {
    const run = start({ PORT: 'eighty' });
    assert.equal(await run.ended, 1);
    assert.match(run.output(), /PORT must be a port from 1 to 65535/);
  });
});
