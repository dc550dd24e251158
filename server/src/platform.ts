import { listenAt } from './config/listening.ts';
import type { Config } from './config/load.ts';
import { observeAudit } from './core/audit-observer.ts';
import { linkAuthorities } from './core/authorities.ts';
import type { AuthorityAddresses } from './core/authorities.ts';
import { backgroundDone } from './core/background.ts';
import type { Core } from './core/core.ts';
import { settleAllOrphans, startHousekeeping } from './core/housekeeping.ts';
import { createMetrics } from './core/metrics.ts';
import { createSharedRateLimiter } from './core/shared-rate-limiter.ts';
import { ensureServerSecret } from './core/server-secret-refresh.ts';
import { openServerSecrets } from './core/server-secret.ts';
import { createTokenIssuer } from './core/tokens.ts';
import { openWakeups } from './core/wakeups.ts';
import { startWebhooks } from './core/webhook-delivery.ts';
import type { WebhookSender } from './core/webhook-delivery.ts';
import { openCountries } from './country-database.ts';
import { waitingStreams } from './http/access-stream.ts';
import { buildApp } from './http/app.ts';
import { listenMetrics } from './http/metrics.ts';
import type { MetricsServer } from './http/metrics.ts';
import { listenRadius } from './radius/server.ts';
import type { RadiusServer } from './radius/server.ts';
import type { Mount } from './http/app.ts';
import type { App } from './http/types.ts';
import type { Mailer } from './mail/index.ts';
import type { Foundation } from './foundation.ts';
import { openPush } from './push/index.ts';
import { createThreadChecks } from './worker/thread-checks.ts';

const HOUSEKEEPING_MS = 10_000;
/** How often the queue of webhooks is looked at for what others left. */
const WEBHOOKS_MS = 5000;
/** How long a platform that closes waits for mails that are being handed over. */
const BACKGROUND_MS = 5000;

/** A platform, ready to listen. */
export interface Platform {
  readonly core: Core;
  readonly app: App;
  /** Starts listening. @returns the URL, with the port that was taken @throws ConfigError where a port cannot be had */
  listen(): Promise<string>;
  /** The RADIUS server beside it, once it listens and where it is configured. */
  radius(): RadiusServer | undefined;
  /** Where metrics are told, once it listens and where that is configured. */
  metrics(): string | undefined;
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
  const { sealer, hasher, now, log } = foundation;
  const metrics = config.metrics ? createMetrics() : undefined;
  let webhooks: WebhookSender | undefined;
  const db = observeAudit(foundation.db, ({ event, queued }) => {
    metrics?.event(event);
    if (queued) webhooks?.wake();
  });
  const pair = await linkAuthorities(db, sealer, authorities, config.capabilitySeconds);
  await ensureServerSecret(foundation, pair, config.authorities.length === 0);
  const serverSecrets = openServerSecrets(db, sealer, pair.name);
  const tokens = await createTokenIssuer(db, sealer, { issuer: config.publicUrl, signInSeconds: config.signInTokenSeconds, now });
  const limited = { config, db, hasher, now };
  const checks = await createThreadChecks(serverSecrets, config.workers);
  const core: Core = {
    config, db, now, hasher, sealer, log, mailer: metrics?.ofMailer(mailer) ?? mailer, tokens, metrics, serverSecrets, authorities: pair, wakeups: await openWakeups(db.channel), countries: openCountries(config.countryDatabase),
    mailRates: { address: createSharedRateLimiter(limited, 'mailAddress'), network: createSharedRateLimiter(limited, 'mailNetwork') },
    checks: metrics?.ofChecks(checks) ?? checks,
    push: await openPush(config, db, sealer, now),
  };
  await settleAllOrphans(core);
  const app = buildApp(core, mounts);
  const stopHousekeeping = startHousekeeping(core, HOUSEKEEPING_MS);
  webhooks = startWebhooks(core, WEBHOOKS_MS);
  let radius: RadiusServer | undefined;
  let metricsServer: MetricsServer | undefined;
  metrics?.gauge('mpin_waiting_streams', 'Browsers that wait on this node.', () => waitingStreams(core));
  metrics?.gauge('mpin_webhook_queue', 'Messages of webhooks that wait to be sent, of all nodes.', async () => {
    const { waiting } = await db.queries.selectFrom('webhook_deliveries').select((eb) => eb.fn.countAll<number | string>().as('waiting')).where('state', '=', 'waiting').executeTakeFirstOrThrow();
    return Number(waiting);
  });
  metrics?.counts('mpin_radius_total', 'What the RADIUS server beside the platform did since it started.', () => radius?.stats.snapshot() ?? {});
  return {
    core,
    app,
    listen: async () => {
      if (config.radius) radius = await listenRadius(core);
      if (metrics !== undefined) metricsServer = await listenMetrics(metrics, config, log);
      return listenAt({ variable: 'PORT', host: config.host, port: config.port }, () => app.listen({ host: config.host, port: config.port }));
    },
    radius: () => radius,
    metrics: () => metricsServer?.url,
    async close() {
      // Nothing new on any port, while each finishes what it took.
      await Promise.all([app.close(), radius?.close(), metricsServer?.close()]);
      await webhooks?.stop();
      await stopHousekeeping();
      await backgroundDone(core, BACKGROUND_MS);
      await core.checks.close();
      mailer.close();
      await db.close();
    },
  };
}
