import type { Log } from '../log/log.ts';

/** Longest wait for requests under way when the process is told to stop. */
const PATIENCE_MS = 20_000;

/** Calls `close` once at SIGINT or SIGTERM and lets the process end; a second signal ends it at once. */
export function untilStopped(close: () => Promise<void>, log: Log): void {
  let stopping = false;
  const stop = (): void => {
    if (stopping) process.exit(1);
    stopping = true;
    setTimeout(() => {
      log.fatal('requests under way did not end in time');
      process.exit(1);
    }, PATIENCE_MS).unref();
    close().then(() => process.exit(0), (error: unknown) => {
      log.fatal({ err: error instanceof Error ? error.message : 'unknown' }, 'could not stop in order');
      process.exit(1);
    });
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
}
