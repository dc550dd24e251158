import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { importJWK, SignJWT } from 'jose';
import type { Core } from '../core/core.ts';
import type { ProviderKeys } from './keys.ts';
import { callOut } from '../core/outgoing.ts';

/** Waits before another try, milliseconds. */
const RETRIES_MS = [1000, 10_000, 60_000] as const;
const TIMEOUT_MS = 3000;
const EVENT = 'http://schemas.openid.net/event/backchannel-logout';

/** Whom to tell that which sign-in is over. */
export interface Logout {
  readonly clientId: string;
  readonly uri: string;
  readonly subject: string;
  readonly sid: string;
}

/** A logout token (OpenID Connect Back-Channel Logout 1.0, section 2.4); its `typ` keeps it from passing for anything else. */
export async function logoutToken(core: Pick<Core, 'config' | 'now'>, keys: ProviderKeys, { clientId, subject, sid }: Omit<Logout, 'uri'>): Promise<string> {
  const [jwk] = keys.signing;
  if (jwk === undefined) throw new Error('There is no signing key.');
  const iat = Math.floor(core.now() / 1000);
  return new SignJWT({ iss: core.config.publicUrl, aud: clientId, sub: subject, sid, iat, exp: iat + 120, jti: randomUUID(), events: { [EVENT]: {} } })
    .setProtectedHeader({ alg: 'RS256', typ: 'logout+jwt', ...(jwk.kid === undefined ? {} : { kid: jwk.kid }) }).sign(await importJWK(jwk, 'RS256'));
}

/**
 * Tells an application by its back channel that a sign-in is over: 3 s a try, four tries. Nobody's sign-out waits for it.
 */
export function sendLogoutToken(core: Core, keys: ProviderKeys, logout: Logout, retriesMs: readonly number[] = RETRIES_MS): void {
  const tell = async (): Promise<void> => {
    const body = new URLSearchParams({ logout_token: await logoutToken(core, keys, logout) }).toString();
    const { status } = await callOut(logout.uri, { method: 'POST', body, contentType: 'application/x-www-form-urlencoded', allowLoopback: core.config.dev, timeoutMs: TIMEOUT_MS });
    if (status !== 200 && status !== 204) throw new Error(`The application answered ${status}.`);
  };
  const tryAll = async (): Promise<void> => {
    for (const wait of [...retriesMs, undefined]) {
      try {
        return await tell();
      } catch (error) {
        if (wait === undefined) throw error;
        await pause(wait, undefined, { ref: false });
      }
    }
  };
  tryAll().catch((error: unknown) => core.log.warn({ application: logout.clientId, err: error instanceof Error ? error.message : 'unknown' }, 'an application was not reached to sign somebody out'));
}
