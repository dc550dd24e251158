import type { Config } from './config/load.ts';
import { connectAuthorities } from './connect-authorities.ts';
import { ensureDemoProject } from './core/demo-project.ts';
import { createDevInbox, devInboxRoutes } from './dev-inbox/index.ts';
import { openFoundation } from './foundation.ts';
import type { Mount } from './http/app.ts';
import type { Log } from './log/log.ts';
import { createMailer } from './mail/index.ts';
import { assemblePlatform } from './platform.ts';
import type { Platform } from './platform.ts';

/** The composition root: the one place where everything of the platform comes together (docs/architecture.md). */

/** What tests may put in the place of the real thing. */
export interface BuildOptions {
  /** Unix milliseconds. */
  readonly now?: () => number;
  readonly log?: Log;
}

/**
 * Builds the platform that a configuration describes.
 *
 * @throws Error saying what is wrong, where it cannot start
 */
export async function buildPlatform(config: Config, options: BuildOptions = {}): Promise<Platform> {
  const foundation = await openFoundation(config, options);
  const inbox = config.dev ? createDevInbox() : undefined;
  const mailer = createMailer({ smtpUrl: config.smtpUrl, from: config.mailFrom, devInbox: inbox });
  if (config.dev) await ensureDemoProject(foundation, config);
  const authorities = await connectAuthorities(config, foundation);
  if (authorities.own !== undefined) {
    foundation.log.warn('BOTH TRUST AUTHORITIES RUN IN THIS PROCESS: both halves of the master secret are in one memory. '
      + 'Whoever reads it can issue credentials. Run them on separate hosts (MPIN_AUTHORITIES) where that matters.');
  }
  const inboxMount: readonly Mount[] = inbox === undefined ? [] : [(app) => void app.register(devInboxRoutes(inbox))];
  const platform = await assemblePlatform({ config, foundation, mailer, authorities: authorities.addresses, mounts: [...authorities.mounts, ...inboxMount] });
  return {
    ...platform,
    async close() {
      await platform.close();
      authorities.close();
    },
  };
}
