import { aborted } from './http.ts';

/** Whether there is a page and nobody sees it. */
export function isHidden(): boolean {
  return globalThis.document?.hidden ?? false;
}

/** Waits as long as the page is hidden. @throws MpinError ABORTED */
export async function untilShown(signal: AbortSignal): Promise<void> {
  while (isHidden()) await untilCalled(signal, onWake);
}

/** Listens for the page to be shown or hidden and for the network to come back. */
export function onWake(listener: () => void): () => void {
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
