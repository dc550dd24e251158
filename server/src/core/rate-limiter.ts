import type { Rate } from '../config/rates.ts';

/** Counts calls by key within fixed windows, in memory of this process. */
export interface RateLimiter {
  /**
   * Counts one call.
   *
   * @returns `undefined` where it is allowed, else when the next one will be, Unix milliseconds
   */
  take(key: string): number | undefined;
}

/** Keys kept at most; a flood of new ones forgets the oldest windows first. */
const KEYS = 50_000;

/** @param now - Unix milliseconds */
export function createRateLimiter(rate: Rate, now: () => number): RateLimiter {
  const windows = new Map<string, { endsAt: number; calls: number }>();
  return {
    take(key) {
      const time = now();
      let window = windows.get(key);
      if (window === undefined || window.endsAt <= time) {
        windows.delete(key);
        if (windows.size >= KEYS) windows.delete(windows.keys().next().value ?? '');
        window = { endsAt: time + rate.seconds * 1000, calls: 0 };
        windows.set(key, window);
      }
      window.calls += 1;
      return window.calls <= rate.calls ? undefined : window.endsAt;
    },
  };
}
