import { randomBytes } from 'node:crypto';

/** Values that a cookie points at. A real site would keep them in its database. */
export interface Memory<Value> {
  /** Keeps a value and returns its new, unguessable key. */
  add(value: Value): string;
  get(key: string | undefined): Value | undefined;
  /** Forgets every value that fits. */
  drop(fits: (value: Value) => boolean): void;
  /** Removes and returns: of several calls with one key, one gets the value. */
  take(key: string | undefined): Value | undefined;
}

/** A {@link Memory} that forgets after `lifeMs` and holds `capacity` values, the newest. */
export function createMemory<Value>({ lifeMs, capacity = 10_000, now = Date.now }: { lifeMs: number; capacity?: number; now?: () => number }): Memory<Value> {
  const entries = new Map<string, { value: Value; until: number }>();
  const get = (key: string | undefined): Value | undefined => {
    const entry = key === undefined ? undefined : entries.get(key);
    return entry !== undefined && entry.until > now() ? entry.value : undefined;
  };
  return {
    add(value) {
      const key = randomBytes(32).toString('base64url');
      entries.set(key, { value, until: now() + lifeMs });
      for (const oldest of entries.keys()) {
        if (entries.size <= capacity) break;
        entries.delete(oldest);
      }
      return key;
    },
    get,
    drop(fits) {
      for (const [key, { value }] of entries) if (fits(value)) entries.delete(key);
    },
    take(key) {
      const value = get(key);
      if (key !== undefined) entries.delete(key);
      return value;
    },
  };
}
