import { join } from 'node:path';
import type { Config } from './config/load.ts';
import { authorityLinkKeys } from './core/authorities.ts';
import type { AuthorityAddress, AuthorityAddresses } from './core/authorities.ts';
import type { Foundation } from './foundation.ts';
import type { Mount } from './http/app.ts';
import { openAuthority } from './trust-authority/authority.ts';
import type { TrustAuthority } from './trust-authority/authority.ts';
import { keyProtection } from './trust-authority/protection.ts';
import { authorityStatus, destroyHalf, rotateHalf } from './trust-authority/keeping.ts';
import type { AuthorityRecord, Keeping } from './trust-authority/keeping.ts';
import { clientShareRoutes } from './trust-authority/routes.ts';

/** Where platform and trust authorities are put together (docs/architecture.md): on other hosts, or in this process. */

const ASK_MS = 10_000;

/** What an operator may do with an authority that lies in the platform's own directory. */
export interface OwnAuthority {
  rotate(force: boolean): AuthorityRecord;
  holds(node: string): boolean;
  destroy(node: string): AuthorityRecord;
}

/** Both authorities as the platform reaches them. */
export interface ConnectedAuthorities {
  readonly addresses: AuthorityAddresses;
  /** What they answer in this process. */
  readonly mounts: readonly Mount[];
  /** Both, where they lie in the platform's own directory. */
  readonly own?: readonly [OwnAuthority, OwnAuthority];
  readonly close: () => void;
}

function remoteAddress({ url, key }: Config['authorities'][number]): AuthorityAddress {
  return {
    url, key,
    async ask(request) {
      const response = await fetch(`${url}/server-share`, {
        method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ request }), redirect: 'error', signal: AbortSignal.timeout(ASK_MS),
      }).catch((error: unknown) => {
        throw new Error(`The trust authority at ${url} cannot be reached.`, { cause: error });
      });
      const { answer } = (await response.json().catch(() => ({}))) as { answer?: unknown };
      if (!response.ok || typeof answer !== 'string') throw new Error(`The trust authority at ${url} refused to give its server share; is it configured with this platform's key?`);
      return answer;
    },
  };
}

function mountAuthority(authority: TrustAuthority, prefix: string): Mount {
  return (app) => void app.register(async (scope) => clientShareRoutes(scope, authority), { prefix });
}

async function inThisProcess(config: Config, foundation: Foundation): Promise<ConnectedAuthorities> {
  const platformKeys = await authorityLinkKeys(foundation.db, foundation.sealer);
  const keeping = (position: 0 | 1): Keeping => ({ directory: join(config.dataDir, `authority-${position + 1}`), protection: keyProtection(foundation.masterKey), now: foundation.now });
  const open = (position: 0 | 1): TrustAuthority => openAuthority({ ...keeping(position), platformKey: platformKeys[position] });
  const authorities = [open(0), open(1)] as const;
  const address = (position: 0 | 1): AuthorityAddress => ({
    url: `${config.publicUrl}/ta/${position + 1}`, key: authorities[position].publicKey,
    async ask(request) {
      const answer = authorities[position].serverShares(request);
      if (answer === undefined) throw new Error('The trust authority in this process refused; its directory belongs to another platform.');
      return answer;
    },
  });
  const own = (position: 0 | 1): OwnAuthority => ({
    rotate: (force) => rotateHalf(keeping(position), force),
    holds: (node) => authorityStatus(keeping(position)).halves.some((half) => half.node === node),
    destroy: (node) => destroyHalf(keeping(position), node),
  });
  return {
    addresses: [address(0), address(1)], mounts: [mountAuthority(authorities[0], '/ta/1'), mountAuthority(authorities[1], '/ta/2')], own: [own(0), own(1)],
    close: () => authorities.forEach((authority) => authority.close()),
  };
}

/** Reaches the authorities that a configuration names, or opens both in this process. */
export async function connectAuthorities(config: Config, foundation: Foundation): Promise<ConnectedAuthorities> {
  const [first, second] = config.authorities;
  if (first === undefined || second === undefined) return inThisProcess(config, foundation);
  return { addresses: [remoteAddress(first), remoteAddress(second)], mounts: [], close: () => {} };
}
