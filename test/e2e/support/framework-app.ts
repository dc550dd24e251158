import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { until } from './until.ts';

const root = new URL('../../../', import.meta.url);
const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
const types: Readonly<Record<string, string>> = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css' };

/** One of the example applications in `demo/`, installed and built as its reader would do it. */
export class FrameworkApp {
  readonly #folder: URL;
  readonly #server: string;

  /** @param server - the platform that the application is to use */
  constructor(name: string, server: string) {
    this.#folder = new URL(`demo/${name}/`, root);
    this.#server = server;
  }

  /** Installs what its lock file names, unless that stands there already; the library is always the one just built. */
  async install(): Promise<void> {
    const lock = await readFile(new URL('package-lock.json', this.#folder), 'utf8');
    const stamp = new URL('node_modules/.mpin-lock', this.#folder);
    if ((await readFile(stamp, 'utf8').catch(() => '')) !== lock) {
      await this.#run(npm, ['ci', '--no-audit', '--no-fund', '--loglevel=error']);
      await writeFile(stamp, lock);
    }
    const library = new URL('node_modules/mpin-pinpad/', this.#folder);
    await rm(library, { recursive: true, force: true });
    await mkdir(library, { recursive: true });
    await cp(new URL('package.json', root), new URL('package.json', library));
    await cp(new URL('dist', root), new URL('dist', library), { recursive: true });
  }

  /** Builds it for its platform, in development mode where asked: React mounts everything twice then. */
  async build(words: readonly string[], environment: Readonly<Record<string, string>> = {}): Promise<void> {
    await rm(new URL('dist', this.#folder), { recursive: true, force: true });
    await this.#run(npm, ['run', 'build', '--', ...words], environment);
  }

  /** Serves what was built; paths without a file get the page, as routers in the browser want it. @returns how to end it */
  async serveFiles(port: number): Promise<() => Promise<void>> {
    const dist = new URL('dist/', this.#folder);
    const server = createServer((request, response) => void (async () => {
      const { pathname } = new URL(request.url ?? '/', 'http://app');
      const asked = new URL(`.${pathname}`, dist);
      const isFile = asked.href.startsWith(dist.href) && (await stat(asked).catch(() => undefined))?.isFile() === true;
      const file = isFile ? asked : new URL('index.html', dist);
      const content = await readFile(file);
      response.writeHead(200, { 'content-type': types[extname(file.pathname)] ?? 'application/octet-stream' }).end(content);
    })()).listen(port, '127.0.0.1');
    await once(server, 'listening');
    return async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    };
  }

  /** Runs its own server, which renders pages before they reach the browser. @returns how to end it */
  async serve(program: string, words: readonly string[], url: string): Promise<() => Promise<void>> {
    const child = spawn(process.execPath, [fileURLToPath(new URL(program, this.#folder)), ...words], { cwd: this.#folder, env: this.#environment(), stdio: 'ignore' });
    await until(`${url} answers`, async () => {
      if (child.exitCode !== null) throw new Error(`${program} ended with ${child.exitCode}.`);
      return (await fetch(url).catch(() => undefined))?.ok === true ? true : undefined;
    }, { withinMs: 60_000 });
    return async () => {
      const exit = once(child, 'exit');
      child.kill();
      await exit;
    };
  }

  #environment(more: Readonly<Record<string, string>> = {}): NodeJS.ProcessEnv {
    return { ...process.env, VITE_MPIN_SERVER: this.#server, NEXT_PUBLIC_MPIN_SERVER: this.#server, NEXT_TELEMETRY_DISABLED: '1', NG_CLI_ANALYTICS: 'false', ...more };
  }

  async #run(command: string, words: readonly string[], more: Readonly<Record<string, string>> = {}): Promise<void> {
    const child = spawn(command, words, { cwd: this.#folder, env: this.#environment(more), stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => (output += text));
    await once(child, 'close');
    if (child.exitCode !== 0) throw new Error(`${command} ${words.join(' ')} in ${this.#folder.pathname} ended with ${child.exitCode}:\n${output}`);
  }
}
