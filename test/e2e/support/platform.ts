import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { until } from './until.ts';

const program = fileURLToPath(new URL('../../../server/dist/server/src/main.js', import.meta.url));

/** The built platform as a process of its own, in development mode, as `npm start` runs it. */
export class PlatformProcess {
  readonly url: string;
  readonly #environment: NodeJS.ProcessEnv;
  #child: ChildProcess | undefined;
  #output = '';

  constructor({ port, sitePort, dataDir, settings = {} }: { port: number; sitePort: number; dataDir: string; settings?: Record<string, string> }) {
    this.url = `http://localhost:${port}`;
    const inherited = Object.entries(process.env).filter(([name]) => !name.startsWith('MPIN_'));
    this.#environment = { ...Object.fromEntries(inherited), ...settings, MPIN_DEV: '1', PORT: String(port), SITE_PORT: String(sitePort), MPIN_DATA: dataDir };
  }

  /** Everything that it printed since it was first started. */
  get output(): string {
    return this.#output;
  }

  /** Starts it, and resolves when it answers. */
  async start(): Promise<void> {
    const child = spawn(process.execPath, [program], { env: this.#environment, stdio: ['ignore', 'pipe', 'pipe'] });
    this.#child = child;
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => (this.#output += text));
    await until('the platform answers', async () => {
      if (child.exitCode !== null) throw new Error(`The platform ended with ${child.exitCode}:\n${this.#output}`);
      const response = await fetch(`${this.url}/.well-known/project-configuration`).catch(() => undefined);
      return response?.ok === true ? true : undefined;
    }, { withinMs: 60_000 });
  }

  /** Runs one of its commands to the end, as its operator would. @returns what it printed */
  async command(...words: string[]): Promise<string> {
    const child = spawn(process.execPath, [program, ...words], { env: this.#environment, stdio: ['ignore', 'pipe', 'pipe'] });
    let complaint = '';
    let printed = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (printed += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (complaint += text));
    await once(child, 'close');
    if (child.exitCode !== 0) throw new Error(`The command ended with ${child.exitCode}:\n${complaint}`);
    return printed;
  }

  /** Asks it to end, and resolves to its exit code. */
  stop(): Promise<number | null> {
    return this.#end('SIGTERM');
  }

  /** Ends it as a power cut would. */
  async kill(): Promise<void> {
    await this.#end('SIGKILL');
  }

  async #end(signal: NodeJS.Signals): Promise<number | null> {
    const child = this.#child;
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return child?.exitCode ?? null;
    const exit = once(child, 'exit');
    child.kill(signal);
    await exit;
    return child.exitCode;
  }
}
