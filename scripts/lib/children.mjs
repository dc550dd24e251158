import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { root } from './paths.mjs';

/**
 * Starts long-running Node programs that end together: by Ctrl-C, by a signal to us, or when one of them ends by
 * itself. Each stands in a process group of its own, so that a terminal's Ctrl-C reaches it once, through us.
 */
export class Children {
  #running = new Set();
  #ending = false;
  #asked = Promise.race(['SIGINT', 'SIGTERM', 'SIGHUP'].map((signal) => once(process, signal))).then(() => {
    this.#ending = true;
    return 0;
  });
  #unasked = [];

  /** Starts one more, unless the end has begun. @param name - what it is called when it ends without being asked to */
  start(name, args, env) {
    if (this.#ending) return;
    const child = spawn(process.execPath, args, { cwd: root, env, stdio: ['ignore', 'inherit', 'inherit'], detached: true });
    this.#running.add(child);
    this.#unasked.push(once(child, 'exit').then(([code, signal]) => {
      this.#running.delete(child);
      if (!this.#ending) console.error(`\n${name} ended (${signal ?? `exit code ${code}`}); stopping.`);
      this.#ending = true;
      return 1;
    }));
  }

  /** Resolves when the end begins: to 0 when asked for by a signal, to 1 when a program ended by itself. */
  get ending() {
    return Promise.race([this.#asked, ...this.#unasked]);
  }

  /** Ends those that still run and waits for them. */
  async stop() {
    this.#ending = true;
    const ends = [...this.#running].map((child) => once(child, 'exit'));
    for (const child of this.#running) child.kill('SIGTERM');
    await Promise.all(ends);
  }
}
