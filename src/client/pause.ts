import { aborted } from './http.ts';

/** Whether there is a page and nobody sees it. */
export function isHidden(): boolean {
  return globalThis.document?.hidden ?? false;
}

/**
 * Waits; shorter when the page is shown again or the network comes back, which are the moments to ask at once.
 *
 * @throws MpinError ABORTED
 */
export function pause(ms: number, signal: AbortSignal): Promise<void> {
  return untilCalled(signal, (done) => {
    const timer = setTimeout(done, ms);
    const stop = onWake(() => {
      if (!isHidden()) done();
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  });
}

/** Waits as long as the page is hidden. @throws MpinError ABORTED */
export async function untilShown(signal: AbortSignal): Promise<void> {
  while (isHidden()) await untilCalled(signal, onWake);
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

/** Listens for the page to be shown or hidden and for the network to come back. */
function onWake(listener: () => void): () => void {
  const { document, addEventListener, removeEventListener } = globalThis;
  document?.addEventListener('visibilitychange', listener);
  if (document !== undefined) addEventListener('online', listener);
  return () => {
    document?.removeEventListener('visibilitychange', listener);
    if (document !== undefined) removeEventListener('online', listener);
  };
}

/** Waits until `start`'s argument is called; what `start` returns undoes it. @throws MpinError ABORTED */
export function untilCalled(signal: AbortSignal, start: (done: () => void) => () => void): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) {
      reject(aborted());
      return;
    }
    const stop = start(() => {
      end();
      resolve();
    });
    const abort = (): void => {
      end();
      reject(aborted());
    };
    const end = (): void => {
      stop();
      signal.removeEventListener('abort', abort);
    };
    signal.addEventListener('abort', abort);
  });
}
