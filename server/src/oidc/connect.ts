import type { Provider } from 'oidc-provider';
import type { Core } from '../core/core.ts';
import { findLogoutUri } from '../core/logout-uris.ts';
import { useBackChannel } from '../core/sign-out.ts';
import { endSession } from './decisions.ts';
import { loadProviderKeys, rotateKeys } from './keys.ts';
import type { ProviderKeys } from './keys.ts';
import { sendLogoutToken } from './logout.ts';
import { createProvider } from './provider.ts';

/** How often keys are looked at, milliseconds: well within the time for which a new one is announced. */
const LOOK_MS = 3_600_000;

/** The OpenID provider of a running platform. */
export interface Connect {
  /** The provider with the keys of now; ask for it at each request. */
  provider(): Provider;
  /** Rotates what is due and takes up what another node rotated. */
  renew(): Promise<void>;
  stop(): void;
}

const namesOf = (keys: ProviderKeys): string => JSON.stringify([keys.signing.map(({ kid }) => kid), keys.cookies.length]);

/** Starts the provider; its keys are made at first start. */
export async function createConnect(core: Core): Promise<Connect> {
  await rotateKeys(core);
  let keys = await loadProviderKeys(core);
  let provider = createProvider(core, keys);
  const renew = async (): Promise<void> => {
    await rotateKeys(core);
    const now = await loadProviderKeys(core);
    if (namesOf(now) === namesOf(keys)) return;
    keys = now;
    provider = createProvider(core, keys);
  };
  useBackChannel(core, {
    async signedOut({ applicationId, userId, sid }) {
      // Of a log-in at our own page the session ends, and with it what every application got of it, each told by its own `sid`.
      const session = await provider.Session.findByUid(sid);
      if (session !== undefined) return endSession(provider, session);
      if (applicationId === undefined) return;
      const uri = await findLogoutUri(core, applicationId);
      if (uri !== '') sendLogoutToken(core, keys, { clientId: applicationId, uri, subject: userId, sid });
    },
  });
  const timer = setInterval(() => {
    renew().catch((error: unknown) => core.log.error({ err: error instanceof Error ? error.message : 'unknown' }, 'the keys of the OpenID provider could not be looked at'));
  }, LOOK_MS).unref();
  return { provider: () => provider, renew, stop: () => clearInterval(timer) };
}
