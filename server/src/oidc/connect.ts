import type { Provider } from 'oidc-provider';
import type { Core } from '../core/core.ts';
import { findLogoutUri } from '../core/logout-uris.ts';
import { useBackChannel } from '../core/sign-out.ts';
import { endSession } from './decisions.ts';
import { loadProviderKeys, rotateKeys } from './keys.ts';
import type { ProviderKeys } from './keys.ts';
import { sendLogoutToken } from './logout.ts';
import { createProvider } from './provider.ts';

/** How often it is looked whether keys are due, milliseconds: well within the time for which a new one is announced. */
const ROTATE_MS = 3_600_000;
/** How long a node may go on with the keys it knows, milliseconds: a leaked one is believed no longer. */
const RELOAD_MS = 5000;

/** The OpenID provider of a running platform. */
export interface Connect {
  /** The provider with the keys of now; ask for it at each request. */
  provider(): Provider;
  /** Ends when nothing of it is under way any more. */
  stop(): Promise<void>;
}

const namesOf = (keys: ProviderKeys): string => JSON.stringify([keys.signing.map(({ kid }) => kid), keys.cookies.length]);

/** Starts the provider; its keys are made at first start. */
export async function createConnect(core: Core): Promise<Connect> {
  await rotateKeys(core);
  let keys = await loadProviderKeys(core);
  let provider = createProvider(core, keys);
  let rotatedAt = core.now();
  const takeUp = async (): Promise<void> => {
    if (Math.abs(core.now() - rotatedAt) >= ROTATE_MS) {
      await rotateKeys(core);
      rotatedAt = core.now();
    }
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
  let underWay: Promise<void> | undefined;
  const timer = setInterval(() => {
    underWay ??= takeUp().catch((error: unknown) => core.log.error({ err: error instanceof Error ? error.message : 'unknown' }, 'the keys of the OpenID provider could not be looked at'))
      .finally(() => { underWay = undefined; });
  }, RELOAD_MS).unref();
  return {
    provider: () => provider,
    async stop() {
      clearInterval(timer);
      await underWay;
    },
  };
}
