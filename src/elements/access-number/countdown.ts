import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Time, and waking up in it: the system's unless a test has another. */
export interface Clock {
  /** Unix milliseconds. */
  now(): number;
  /** Calls once, after so many milliseconds. @returns the way to stop it */
  after(ms: number, act: () => void): () => void;
}

export const systemClock: Clock = {
  now: () => Date.now(),
  after(ms, act) {
    const timer = setTimeout(act, ms);
    return () => clearTimeout(timer);
  },
};

/** Whole seconds until a moment, never below 0: it shows 1 until the last second is over. */
export const secondsUntil = (untilMs: number, nowMs: number): number => Math.max(0, Math.ceil((untilMs - nowMs) / 1000));

/** Sleeps until the next second that is to be shown, and says which it is. */
export class CountdownController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #clock: () => Clock;
  readonly #onSecond: (seconds: number) => void;
  #untilMs: number | undefined;
  #seconds = 0;
  #stop = (): void => undefined;

  /** @param onSecond - called with every second that is passed, once; of several passed in sleep with the last alone */
  constructor(host: ReactiveControllerHost, clock: () => Clock, onSecond: (seconds: number) => void) {
    this.#host = host;
    this.#clock = clock;
    this.#onSecond = onSecond;
    host.addController(this);
  }

  get seconds(): number {
    return this.#seconds;
  }

  /** Counts down to a moment, Unix milliseconds; with `undefined` it rests. */
  until(untilMs: number | undefined): void {
    this.#stop();
    this.#untilMs = untilMs;
    this.#seconds = untilMs === undefined ? 0 : secondsUntil(untilMs, this.#clock().now());
    this.#sleep();
    this.#host.requestUpdate();
  }

  hostConnected(): void {
    this.#sleep();
  }

  hostDisconnected(): void {
    this.#stop();
  }

  #sleep(): void {
    this.#stop();
    if (this.#untilMs === undefined || this.#seconds === 0) return;
    const nextAt = this.#untilMs - (this.#seconds - 1) * 1000;
    this.#stop = this.#clock().after(Math.max(0, nextAt - this.#clock().now()), () => this.#wake());
  }

  #wake(): void {
    if (this.#untilMs === undefined) return;
    const seconds = secondsUntil(this.#untilMs, this.#clock().now());
    if (seconds !== this.#seconds) {
      this.#seconds = seconds;
      this.#onSecond(seconds);
      this.#host.requestUpdate();
    }
    this.#sleep();
  }
}
