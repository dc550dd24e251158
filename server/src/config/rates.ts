/** How many calls one address (of IPv6: one /64) may make to a group of endpoints within so many seconds. */
export interface Rate {
  readonly calls: number;
  readonly seconds: number;
}

/**
 * Limits of everything that asks for no credentials, in one table. Keys are the groups that routes name; `mailAddress`
 * and `mailNetwork` count mails asked for from one address and from one network (/24, /48);
 * `radiusClient` and `radiusUser` count requests of one RADIUS client, and of one user through it.
 */
export const DEFAULT_RATES = {
  discovery: { calls: 300, seconds: 60 },
  session: { calls: 120, seconds: 60 },
  poll: { calls: 1200, seconds: 60 },
  device: { calls: 240, seconds: 60 },
  verification: { calls: 60, seconds: 60 },
  confirmation: { calls: 60, seconds: 60 },
  registration: { calls: 120, seconds: 60 },
  pass: { calls: 600, seconds: 60 },
  authenticate: { calls: 300, seconds: 60 },
  signature: { calls: 600, seconds: 60 },
  page: { calls: 240, seconds: 60 },
  backend: { calls: 1200, seconds: 60 },
  mailAddress: { calls: 120, seconds: 3600 },
  mailNetwork: { calls: 600, seconds: 3600 },
  otp: { calls: 600, seconds: 60 },
  radiusClient: { calls: 20_000, seconds: 10 },
  radiusUser: { calls: 30, seconds: 60 },
} as const satisfies Record<string, Rate>;

/** Name of a group in the table. */
export type RateGroup = keyof typeof DEFAULT_RATES;

/**
 * What guesses codes and what sends mail is counted in the database, for all nodes together. The others are counted by each
 * node for itself: they protect its processor, and whatever they let through is counted by identity or code as well.
 */
export const SHARED_GROUPS: ReadonlySet<RateGroup> = new Set<RateGroup>(['confirmation', 'mailAddress', 'mailNetwork']);

/** The table in force. */
export type Rates = Readonly<Record<RateGroup, Rate>>;

function readRate(group: string, value: unknown): Rate {
  const [calls, seconds] = Array.isArray(value) ? value : [];
  const positive = (n: unknown): n is number => typeof n === 'number' && Number.isSafeInteger(n) && n > 0;
  if (!positive(calls) || !positive(seconds)) throw new Error(`"${group}" must be [calls, seconds], both above 0`);
  return { calls, seconds };
}

/**
 * Lays an operator's changes over the defaults.
 *
 * @param value - object from group to `[calls, seconds]`
 * @throws Error naming a group that does not exist or a pair that makes no sense
 */
export function readRates(value: unknown): Rates {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Error('must be an object of groups');
  const changes = Object.entries(value).map(([group, pair]) => {
    if (!(group in DEFAULT_RATES)) throw new Error(`has no group "${group}"; groups are ${Object.keys(DEFAULT_RATES).join(', ')}`);
    return [group, readRate(group, pair)] as const;
  });
  return { ...DEFAULT_RATES, ...Object.fromEntries(changes) };
}
