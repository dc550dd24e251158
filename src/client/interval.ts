import { LONGEST_TIMER_MS } from './http.ts';
import { isHidden, onWake, untilCalled } from './pause.ts';

/**
 * Waits; shorter when the page is shown again or the network comes back, which are the moments to ask at once, and where `ms` is more than timers
 * can count to: whoever waits for a moment looks whether it has come.
 *
 * @throws MpinError ABORTED
 */
export function pause(ms: number, signal: AbortSignal): Promise<void> {
  return untilCalled(signal, (done) => {
    const timer = setTimeout(done, Math.min(ms, LONGEST_TIMER_MS));
    const stop = onWake(() => {
      if (!isHidden()) done();
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  });
}

/** A signal that fires when the page is hidden or its network is lost, or with the caller's; `release` lets go of all. */
export function whileShown(signal: AbortSignal): { signal: AbortSignal; release: () => void } {
  const controller = new AbortController();
  const abort = (): void => {
    controller.abort();
  };
  signal.addEventListener('abort', abort);
  const stop = onWake(() => {
    if (isHidden()) abort();
  });
  // A connection whose network has gone may look open for long: a new one shows at once whether the server can be reached.
  if (globalThis.document !== undefined) addEventListener('offline', abort);
  return {
    signal: controller.signal,
    release: () => {
      signal.removeEventListener('abort', abort);
      if (globalThis.document !== undefined) removeEventListener('offline', abort);
      stop();
    },
  };
}
