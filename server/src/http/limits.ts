import { DEFAULT_RATES, SHARED_GROUPS } from '../config/rates.ts';
import type { RateGroup } from '../config/rates.ts';
import type { Core } from '../core/core.ts';
import { backoff } from '../core/errors.ts';
import { subscriberOf } from '../core/network.ts';
import { createRateLimiter } from '../core/rate-limiter.ts';
import type { RateLimiter } from '../core/rate-limiter.ts';
import { createSharedRateLimiter } from '../core/shared-rate-limiter.ts';
import type { SharedRateLimiter } from '../core/shared-rate-limiter.ts';
import { callerOf } from './caller.ts';
import type { App } from './types.ts';

/** One limiter for each group of the table; shared by all scopes of a server. */
export type Limiters = ReadonlyMap<RateGroup, RateLimiter | SharedRateLimiter>;

/** Limiters by the configured table. */
export function createLimiters(core: Pick<Core, 'config' | 'db' | 'hasher' | 'now'>): Limiters {
  const groups = Object.keys(DEFAULT_RATES) as RateGroup[];
  return new Map(groups.map((group) => [group, SHARED_GROUPS.has(group) ? createSharedRateLimiter(core, group) : createRateLimiter(core.config.rates[group], core.now)]));
}

/** Counts every request of the scope against the group that its route names, by address; of IPv6, where everybody has more than can be counted, by /64. */
export function limitRates(app: App, limiters: Limiters): void {
  app.addHook('onRequest', async (request) => {
    const group = request.routeOptions.config.rate;
    const later = group === undefined ? undefined : await limiters.get(group)?.take(subscriberOf(callerOf(request).ip));
    if (later !== undefined) throw backoff(later);
  });
}
