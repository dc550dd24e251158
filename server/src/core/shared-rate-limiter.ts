import type { RateGroup } from '../config/rates.ts';
import type { Core } from './core.ts';
import { createRateLimiter } from './rate-limiter.ts';

/** Counts calls by key within fixed windows that all nodes share. */
export interface SharedRateLimiter {
  /**
   * Counts one call.
   *
   * @returns `undefined` where it is allowed, else when the next one will be, Unix milliseconds
   */
  take(key: string): Promise<number | undefined>;
}

/**
 * A limiter in the database, for what must not be multiplied by the number of nodes or forgotten when one starts again.
 * What this node alone has counted is looked at first, so that a flood costs no more writes than the limit allows calls.
 * One atomic statement counts: of calls at once on several nodes each sees another number.
 */
export function createSharedRateLimiter({ config, db, hasher, now }: Pick<Core, 'config' | 'db' | 'hasher' | 'now'>, group: RateGroup): SharedRateLimiter {
  const rate = config.rates[group];
  const here = createRateLimiter(rate, now);
  return {
    async take(key) {
      const refusedUntil = here.take(key);
      if (refusedUntil !== undefined) return refusedUntil;
      const time = now();
      const endsAt = time + rate.seconds * 1000;
      const window = await db.queries.insertInto('rate_windows').values({ key_digest: hasher.digest('rate', `${group} ${key}`), calls: 1, ends_at: endsAt })
        .onConflict((conflict) => conflict.column('key_digest').doUpdateSet((eb) => ({
          calls: eb.case().when('rate_windows.ends_at', '<=', time).then(1).else(eb('rate_windows.calls', '+', 1)).end(),
          ends_at: eb.case().when('rate_windows.ends_at', '<=', time).then(endsAt).else(eb.ref('rate_windows.ends_at')).end(),
        }))).returning(['calls', 'ends_at']).executeTakeFirstOrThrow();
      return window.calls <= rate.calls ? undefined : window.ends_at;
    },
  };
}
