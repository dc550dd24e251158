import { EventEmitter } from 'node:events';
import type { Channel } from '../store/channel.ts';

/** Wakes waiting browsers when their session changed, on whichever node they wait. */
export interface Wakeups {
  /** @param accessDigest - the session that changed; call it after the change is committed */
  wake(accessDigest: string): void;
  /** Calls `listener` after each change, and now and then without one. @returns a function that ends it */
  listen(accessDigest: string, listener: () => void): () => void;
}

/**
 * Wake-ups of this process at once, and of the other nodes through their channel. A wake-up says only that the database
 * is to be read: where some may have been lost, everybody who waits reads again.
 */
export async function openWakeups(channel: Channel): Promise<Wakeups> {
  const emitter = new EventEmitter().setMaxListeners(0);
  const wakeHere = (accessDigest: string | symbol): void => void emitter.emit(accessDigest);
  await channel.open({ receive: wakeHere, gap: () => emitter.eventNames().forEach(wakeHere) });
  return {
    wake(accessDigest) {
      wakeHere(accessDigest);
      channel.send(accessDigest);
    },
    listen(accessDigest, listener) {
      emitter.on(accessDigest, listener);
      return () => void emitter.off(accessDigest, listener);
    },
  };
}
