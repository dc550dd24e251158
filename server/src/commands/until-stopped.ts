/** Longest wait for requests under way when the process is told to stop. */
const PATIENCE_MS = 20_000;

/** Calls `close` once at SIGINT or SIGTERM and lets the process end; a second signal ends it at once. */
export function untilStopped(close: () => Promise<void>): void {
  let stopping = false;
  const stop = (): void => {
    if (stopping) process.exit(1);
    stopping = true;
    setTimeout(() => process.exit(1), PATIENCE_MS).unref();
    close().then(() => process.exit(0), () => process.exit(1));
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
}
