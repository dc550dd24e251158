import type { Config } from '../config/load.ts';
import type { SecretHasher } from '../keys/secrets.ts';
import type { Sealer } from '../keys/sealing.ts';
import type { Log } from '../log/log.ts';
import type { Mailer } from '../mail/index.ts';
import type { Database } from '../store/database.ts';
import type { AuthorityPair } from './authorities.ts';
import type { ProofChecks } from './checks.ts';
import type { Countries } from './countries.ts';
import type { MailRates } from './mail-limits.ts';
import type { Metrics } from './metrics.ts';
import type { ServerSecrets } from './server-secret.ts';
import type { Push } from './push.ts';
import type { TokenIssuer } from './tokens.ts';
import type { Wakeups } from './wakeups.ts';

/** What the rules work with. Everything that touches the outside comes in here. */
export interface Core {
  readonly config: Config;
  readonly db: Database;
  /** Unix milliseconds. */
  readonly now: () => number;
  readonly hasher: SecretHasher;
  readonly sealer: Sealer;
  readonly wakeups: Wakeups;
  readonly mailer: Mailer;
  readonly mailRates: MailRates;
  readonly log: Log;
  readonly countries: Countries;
  readonly checks: ProofChecks;
  readonly authorities: AuthorityPair;
  readonly serverSecrets: ServerSecrets;
  readonly tokens: TokenIssuer;
  readonly push: Push;
  /** Where somebody counts. */
  readonly metrics?: Metrics | undefined;
}

/** Who is calling, as far as the network tells. */
export interface Caller {
  readonly ip: string;
  /** The page's origin; `undefined` for native apps. */
  readonly origin: string | undefined;
}
