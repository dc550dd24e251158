import { onWake, untilCalled, untilShown } from '../../client/pause.ts';
import { passesAlone, troubleKind } from '../../machine/problem.ts';
import type { Problem } from '../../machine/index.ts';
import type { Clock } from './countdown.ts';

/** Milliseconds before the server is asked again, after so many times. */
const pauseBefore = (asked: number): number => Math.min(2000 * 2 ** asked, 15_000);

/** A server that is away: asks, ever less often and only while the page is seen, whether it is back. Nobody notices before it is. */
export class Outage {
  readonly #clock: () => Clock;
  #asked = 0;

  constructor(clock: () => Clock) {
    this.#clock = clock;
  }

  /** Whether a trouble is one that ends by itself. */
  static is({ code }: Problem): boolean {
    return passesAlone(troubleKind(code));
  }

  /** What was asked for has come: the next time begins with the shortest pause again. */
  over(): void {
    this.#asked = 0;
  }

  /**
   * Resolves when the server has answered. It is asked at once when the system has its network back and when the page is looked at again.
   *
   * @throws MpinError ABORTED
   */
  async end(ask: () => Promise<unknown>, signal: AbortSignal): Promise<void> {
    for (let reached = false; !reached;) {
      await untilCalled(signal, (done) => this.#pause(done));
      await untilShown(signal);
      reached = await ask().then(() => true, () => false);
    }
  }

  /** A page that is left in the meantime waits to be seen, however long that takes. */
  #pause(done: () => void): () => void {
    const stops = [this.#clock().after(pauseBefore(this.#asked++), done), onWake(done)];
    return () => { for (const stop of stops) stop(); };
  }
}
