import type { ReactiveController } from 'lit';

/** Tells when a page is looked at again, or may have its connection back: what waits for either goes on then. */
export function awake(goOn: () => void): ReactiveController {
  const onAwake = (): void => { if (document.visibilityState === 'visible') goOn(); };
  return {
    hostConnected() {
      addEventListener('online', onAwake);
      document.addEventListener('visibilitychange', onAwake);
    },
    hostDisconnected() {
      removeEventListener('online', onAwake);
      document.removeEventListener('visibilitychange', onAwake);
    },
  };
}
