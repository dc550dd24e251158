import { EventEmitter } from 'node:events';

/** Wakes waiting browsers when their session changed. One process for now; the interface lets nodes wake each other. */
export interface Wakeups {
  /** @param accessDigest - the session that changed; call it after the change is committed */
  wake(accessDigest: string): void;
  /** Calls `listener` after each change. @returns a function that ends it */
  listen(accessDigest: string, listener: () => void): () => void;
}

/** Wake-ups within this process. */
export function createWakeups(): Wakeups {
  const emitter = new EventEmitter().setMaxListeners(0);
  return {
    wake: (accessDigest) => void emitter.emit(accessDigest),
    listen(accessDigest, listener) {
      emitter.on(accessDigest, listener);
      return () => void emitter.off(accessDigest, listener);
    },
  };
}
