import { join } from 'node:path';
import type { Config } from './config/load.ts';
import { authorityLinkKeys } from './core/authorities.ts';
import type { AuthorityAddress, AuthorityAddresses } from './core/authorities.ts';
import { ensureDemoProject } from './core/demo-project.ts';
import { createDevInbox, devInboxRoutes } from './dev-inbox/index.ts';
import { openFoundation } from './foundation.ts';
import type { Foundation } from './foundation.ts';
import type { Mount } from './http/app.ts';
import type { Log } from './log/log.ts';
import { createMailer } from './mail/index.ts';
import { assemblePlatform } from './platform.ts';
import type { Platform } from './platform.ts';
import { openAuthority } from './trust-authority/authority.ts';
import type { TrustAuthority } from './trust-authority/authority.ts';
import { clientShareRoutes } from './trust-authority/routes.ts';

/** The composition root: the one place that puts platform and trust authorities together (docs/architecture.md). */

const ASK_MS = 10_000;

function remoteAddress({ url, key }: Config['authorities'][number]): AuthorityAddress {
  return {
    url, key,
    async ask(request) {
      const response = await fetch(`${url}/server-share`, {
        method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ request }), redirect: 'error', signal: AbortSignal.timeout(ASK_MS),
      });
      const { answer } = (await response.json()) as { answer?: unknown };
      if (!response.ok || typeof answer !== 'string') throw new Error(`The trust authority at ${url} refused to give its server share; is it configured with this platform's key?`);
      return answer;
    },
  };
}

interface AuthoritySetup {
  readonly addresses: AuthorityAddresses;
  readonly mounts: readonly Mount[];
  readonly close: () => void;
}

function mountAuthority(authority: TrustAuthority, prefix: string): Mount {
  return (app) => void app.register(async (scope) => clientShareRoutes(scope, authority), { prefix });
}

async function inThisProcess(config: Config, foundation: Foundation): Promise<AuthoritySetup> {
  const platformKeys = await authorityLinkKeys(foundation.db, foundation.sealer);
  const open = (position: 0 | 1): TrustAuthority => openAuthority({
    directory: join(config.dataDir, `authority-${position + 1}`), masterKey: foundation.masterKey, platformKey: platformKeys[position], now: foundation.now,
  });
  const authorities = [open(0), open(1)] as const;
  const address = (position: 0 | 1): AuthorityAddress => ({
    url: `${config.publicUrl}/ta/${position + 1}`, key: authorities[position].publicKey,
    async ask(request) {
      const answer = authorities[position].serverShare(request);
      if (answer === undefined) throw new Error('The trust authority in this process refused; its directory belongs to another platform.');
      return answer;
    },
  });
  foundation.log.warn('BOTH TRUST AUTHORITIES RUN IN THIS PROCESS: both halves of the master secret are in one memory. '
    + 'Whoever reads it can issue credentials. Run them on separate hosts (MPIN_AUTHORITIES) where that matters.');
  return {
    addresses: [address(0), address(1)], mounts: [mountAuthority(authorities[0], '/ta/1'), mountAuthority(authorities[1], '/ta/2')],
    close: () => authorities.forEach((authority) => authority.close()),
  };
}

function onOtherHosts([first, second]: Config['authorities']): AuthoritySetup | undefined {
  if (first === undefined || second === undefined) return undefined;
  return { addresses: [remoteAddress(first), remoteAddress(second)], mounts: [], close: () => {} };
}

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
  const authorities = onOtherHosts(config.authorities) ?? (await inThisProcess(config, foundation));
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
