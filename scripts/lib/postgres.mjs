import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { PlainError, run } from './run.mjs';

const oldest = 15;
const asRoot = () => process.getuid?.() === 0;

/** The folder of the newest PostgreSQL's programs that is new enough; undefined when there is none. */
export function findPostgres() {
  const folders = ['/usr/lib/postgresql', '/usr/local/opt', '/opt/homebrew/opt'].flatMap((place) => (existsSync(place) ? readdirSync(place).map((name) => join(place, name, 'bin')) : []));
  const candidates = [...folders, ...(process.env.PATH ?? '').split(delimiter)].filter((folder) => ['initdb', 'postgres'].every((program) => existsSync(join(folder, program))));
  return candidates.map((folder) => ({ folder, version: versionIn(folder) })).filter(({ version }) => version >= oldest).sort((a, b) => b.version - a.version)[0]?.folder;
}

const versionIn = (folder) => Number(/\d+/.exec(execFileSync(join(folder, 'postgres'), ['--version'], { encoding: 'utf8' }))?.[0] ?? 0);

/** Finds PostgreSQL, or installs the distribution's as root on Debian. */
export async function ensurePostgres() {
  const found = findPostgres();
  if (found !== undefined) return found;
  if (asRoot() && existsSync('/etc/debian_version')) {
    console.log('Installing PostgreSQL for the tests…');
    // Its package would start a cluster of its own, which nobody needs.
    const env = { DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' };
    const install = ['install', '-y', '--no-install-recommends', 'postgresql'];
    if ((await run('apt-get', install, { env, quiet: true })) !== 0) {
      await run('apt-get', ['update'], { env, quiet: true });
      await run('apt-get', install, { env, quiet: true });
    }
  }
  const installed = findPostgres();
  if (installed === undefined) throw new PlainError(`The tests need PostgreSQL ${oldest} or newer. Install it (Debian: apt-get install postgresql), with initdb on the PATH or below /usr/lib/postgresql.`);
  return installed;
}

/** PostgreSQL refuses to run as root: then it runs as the user that its package made. */
function owner() {
  if (!asRoot()) return {};
  const id = (which) => {
    try {
      return Number(execFileSync('id', [which, 'postgres'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }));
    } catch {
      throw new PlainError('PostgreSQL does not run as root, and there is no user "postgres" that it could run as. Create one, or run the tests as another user.');
    }
  };
  return { uid: id('-u'), gid: id('-g') };
}

/**
 * Starts a PostgreSQL of its own in a temporary folder, reached through a socket there alone. `durable` makes it flush
 * every commit to the disk, as outside tests.
 */
export async function startPostgres({ durable = false } = {}) {
  const programs = await ensurePostgres();
  const folder = mkdtempSync(join(tmpdir(), 'mpin-postgres-'));
  const user = owner();
  if (user.uid !== undefined) chownSync(folder, user.uid, user.gid);
  const data = join(folder, 'data');
  const spawned = (program, args) => spawn(join(programs, program), args, { ...user, cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] });
  const init = spawned('initdb', ['-D', data, '-U', 'postgres', '--auth=trust', '--encoding=UTF8', '--locale=C', '--no-sync', '--no-instructions']);
  const initErrors = textOf(init.stderr);
  const [initCode] = await once(init, 'exit');
  if (initCode !== 0) throw new PlainError(`initdb failed: ${initErrors()}`);

  let server;
  const remove = () => {
    server?.kill('SIGQUIT');
    rmSync(folder, { recursive: true, force: true });
  };
  process.once('exit', remove);
  async function start() {
    const settings = { listen_addresses: '', unix_socket_directories: folder, max_connections: 300, shared_buffers: '32MB', fsync: durable ? 'on' : 'off', full_page_writes: durable ? 'on' : 'off' };
    const running = spawned('postgres', ['-D', data, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])]);
    const log = textOf(running.stderr);
    await new Promise((resolve, reject) => {
      running.stderr.on('data', () => { if (log().includes('ready to accept connections')) resolve(); });
      running.once('exit', () => reject(new PlainError(`PostgreSQL did not start: ${log()}`)));
    });
    // It ends with this process, and does not keep it alive.
    running.unref();
    running.stderr.unref();
    server = running;
  }
  async function end(signal) {
    const ended = once(server, 'exit');
    server.ref();
    server.kill(signal);
    await ended;
  }
  await start();
  return {
    /** The URL of a database in it. */
    url: (database = 'postgres') => `postgres://postgres@localhost/${database}?host=${encodeURIComponent(folder)}`,
    /** Ends it as a crash would, without a last write, and starts it again. */
    async crash() {
      await end('SIGQUIT');
      await start();
    },
    async stop() {
      await end('SIGINT');
      process.off('exit', remove);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function textOf(stream) {
  let text = '';
  stream.on('data', (chunk) => { text = (text + chunk).slice(-20_000); });
  return () => text;
}
