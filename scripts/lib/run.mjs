import { spawn } from 'node:child_process';
import { root } from './paths.mjs';

/** A failure that is told in one plain sentence, without a stack. */
export class PlainError extends Error {}

/**
 * Runs a command in the repository's root with its output shown, and resolves to its exit code. Ended by a signal, or
 * not to be started at all, it counts as failed.
 */
export function run(command, args, { env = {}, quiet = false } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, stdio: ['ignore', quiet ? 'ignore' : 'inherit', 'inherit'], env: { ...process.env, ...env } });
    child.on('error', () => resolve(127));
    child.on('exit', (code) => resolve(code ?? 1));
  });
}

/** Runs Node with the given arguments. */
export const node = (args, options) => run(process.execPath, args, options);

/** Like {@link run}, but a failure throws. */
export async function must(what, command, args, options) {
  const code = await run(command, args, options);
  if (code !== 0) throw new PlainError(`${what} failed (${command} ${args.join(' ')}: exit code ${code}).`);
}

/** Runs a script's main function; a {@link PlainError} is printed plainly, and every failure ends with exit code 1. */
export async function main(body) {
  try {
    process.exitCode = (await body()) ?? 0;
  } catch (error) {
    console.error(error instanceof PlainError ? `\n${error.message}` : error);
    process.exitCode = 1;
  }
}

/** Says what is being done, and how long it took. */
export async function step(title, body) {
  console.log(`\n▸ ${title}`);
  const start = performance.now();
  const result = await body();
  console.log(`  ${title}: ${((performance.now() - start) / 1000).toFixed(1)} s`);
  return result;
}
