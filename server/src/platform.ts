import type { Config } from './config/load.ts';
import { linkAuthorities } from './core/authorities.ts';
import type { AuthorityAddresses } from './core/authorities.ts';
import type { Core } from './core/core.ts';
import { settleAllOrphans, startHousekeeping } from './core/housekeeping.ts';
import { createSharedRateLimiter } from './core/shared-rate-limiter.ts';
import { encodeDtas, loadServerSecret } from './core/server-secret.ts';
import { createTokenIssuer } from './core/tokens.ts';
import { openWakeups } from './core/wakeups.ts';
import { openCountries } from './country-database.ts';
import { buildApp } from './http/app.ts';
import { listenRadius } from './radius/server.ts';
import type { RadiusServer } from './radius/server.ts';
import type { Mount } from './http/app.ts';
import type { App } from './http/types.ts';
import { sha256 } from './keys/secrets.ts';
import type { Mailer } from './mail/index.ts';
import type { Foundation } from './foundation.ts';
import { openPush } from './push/index.ts';
import { createThreadChecks } from './worker/thread-checks.ts';

const HOUSEKEEPING_MS = 10_000;

/** A platform, ready to listen. */
export interface Platform {
  readonly core: Core;
  readonly app: App;
  /** Starts listening. @returns the URL, with the port that was taken */
  listen(): Promise<string>;
  /** The RADIUS server beside it, once it listens and where it is configured. */
  radius(): RadiusServer | undefined;
  /** Finishes what is under way, ends waiting streams, and closes the database in order. */
  close(): Promise<void>;
}

/** What a platform is put together from. */
export interface PlatformParts {
  readonly config: Config;
  readonly foundation: Foundation;
  readonly authorities: AuthorityAddresses;
  readonly mailer: Mailer;
  readonly mounts: readonly Mount[];
}

/**
 * Puts a platform together. It asks the trust authorities for their server shares if it does not hold the sum yet.
 *
 * @throws Error where an authority cannot be reached or the database cannot be opened with this master key
 */
export async function assemblePlatform({ config, foundation, authorities, mailer, mounts }: PlatformParts): Promise<Platform> {
  const { db, sealer, hasher, now, log } = foundation;
  const pair = await linkAuthorities(db, sealer, authorities, config.capabilitySeconds);
  const serverSecret = await loadServerSecret(db, sealer, pair, {
    dtas: encodeDtas(authorities.map(({ key }) => sha256(key))), ofThisNode: config.authorities.length === 0,
  }, now());
  const tokens = await createTokenIssuer(db, sealer, { issuer: config.publicUrl, signInSeconds: config.signInTokenSeconds, now });
  const limited = { config, db, hasher, now };
  const core: Core = {
    config, db, now, hasher, sealer, log, mailer, tokens, serverSecret, authorities: pair, wakeups: await openWakeups(db.channel), countries: openCountries(config.countryDatabase),
    mailRates: { address: createSharedRateLimiter(limited, 'mailAddress'), network: createSharedRateLimiter(limited, 'mailNetwork') },
    checks: createThreadChecks({ secrets: serverSecret.all }, config.workers),
    push: await openPush(config, db, sealer, now),
  };
  await settleAllOrphans(core);
  const app = buildApp(core, mounts);
  const stopHousekeeping = startHousekeeping(core, HOUSEKEEPING_MS);
  let radius: RadiusServer | undefined;
  return {
    core,
    app,
    listen: async () => {
      if (config.radius) radius = await listenRadius(core);
      return app.listen({ host: config.host, port: config.port });
    },
    radius: () => radius,
    async close() {
      await app.close();
      await radius?.close();
      await stopHousekeeping();
      await core.checks.close();
      mailer.close();
      await db.close();
    },
  };
}
