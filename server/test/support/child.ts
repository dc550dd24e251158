import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { eventually } from './resources.ts';

/**
 * What is run: under `npm test`, which has just built it, the built platform, as operators run it, which starts in a tenth
 * of the time; the sources where a file of tests is run alone.
 */
const PROGRAM = process.env['MPIN_TEST_BUILT'] === '1'
  ? [fileURLToPath(new URL('../../dist/server/src/main.js', import.meta.url))]
  : ['--import', 'tsx', fileURLToPath(new URL('../../src/main.ts', import.meta.url))];

/** A command of the platform in a process of its own. */
export interface Child {
  readonly process: ChildProcess;
  readonly output: () => string;
  /** The first log line that has this field. */
  line(field: string): Promise<Record<string, unknown>>;
  /** Ends it with a signal and waits until it is gone. @returns the exit code, null where the signal ended it */
  end(signal: 'SIGKILL' | 'SIGTERM'): Promise<number | null>;
}

/** Starts `mpin-platform` with these words; its environment holds nothing but what is given and what Node needs. */
export function startChild(words: readonly string[], environment: Record<string, string>): Child {
  const child = spawn(process.execPath, [...PROGRAM, ...words], {
    env: { PATH: process.env['PATH'] ?? '', HOME: process.env['HOME'] ?? '', ...environment }, stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => { output += chunk.toString(); });
  child.stderr.on('data', (chunk: Buffer) => { output += chunk.toString(); });
  const ended = new Promise<number | null>((resolve) => { child.on('exit', (code) => resolve(code)); });
  return {
    process: child,
    output: () => output,
    line: (field) => eventually(`a log line with ${field}`, () => {
      if (child.exitCode !== null) throw new Error(`The process ended: ${output}`);
      const lines = output.split('\n').slice(0, -1).filter((text) => text.startsWith('{')).map((text) => JSON.parse(text) as Record<string, unknown>);
      return lines.find((line) => field in line);
    }, 120_000),
    async end(signal) {
      if (child.exitCode === null && child.signalCode === null) child.kill(signal);
      return ended;
    },
  };
}

/** Runs a command to its end. */
export async function runChild(words: readonly string[], environment: Record<string, string>): Promise<{ code: number | null; output: string }> {
  const child = startChild(words, environment);
  const code = await new Promise<number | null>((resolve) => { child.process.on('close', resolve); });
  return { code, output: child.output() };
}
