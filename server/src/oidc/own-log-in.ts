import { createHash } from 'node:crypto';
import type { Provider } from 'oidc-provider';
import type { Core } from '../core/core.ts';
import { newSecret, sameSecret } from '../keys/secrets.ts';

/** How pages of the platform itself (the account, the console) sign people in: as applications of its own provider, by code and PKCE. */

/** The application that begins a log-in, and where the provider sends the browser back to. */
export interface OwnApplication {
  readonly clientId: string;
  readonly callback: string;
}

/** What a browser keeps while its log-in is under way, sealed. */
interface Kept<T> extends OwnApplication {
  readonly state: string;
  readonly verifier: string;
  /** What the pages want back at the end. */
  readonly own: T;
}

const labelOf = (application: string): string => `${application} log-in`;
const challengeOf = (verifier: string): string => createHash('sha256').update(verifier).digest('base64url');

/**
 * Begins a log-in.
 *
 * @param parameters - further ones of the request
 * @param own - kept, sealed, until the log-in ends
 * @returns where to send the browser, and what it keeps meanwhile
 */
export function beginOwnLogIn<T extends object>(core: Pick<Core, 'sealer'>, name: string, { clientId, callback }: OwnApplication, parameters: Readonly<Record<string, string>>, own: T): { url: string; kept: string } {
  const kept: Kept<T> = { clientId, callback, state: newSecret(), verifier: newSecret(), own };
  const query = new URLSearchParams({
    ...parameters, client_id: clientId, redirect_uri: callback, response_type: 'code', scope: 'openid', state: kept.state,
    code_challenge: challengeOf(kept.verifier), code_challenge_method: 'S256',
  });
  return { url: `/authorize?${query.toString()}`, kept: core.sealer.seal(labelOf(name), JSON.stringify(kept)) };
}

function read<T>(core: Pick<Core, 'sealer'>, name: string, kept: string): Kept<T> | undefined {
  try {
    return JSON.parse(core.sealer.open(labelOf(name), kept)) as Kept<T>;
  } catch {
    return undefined;
  }
}

/** Who signed in, and what the pages kept. */
export interface OwnLogIn<T> {
  readonly account: string;
  /** The provider's session behind it. */
  readonly sessionUid: string | undefined;
  readonly own: T;
}

/**
 * Ends a log-in. The pages and the provider are one process, so the code is redeemed without a detour over HTTP, by the same rules: once, in time,
 * for this application, by who holds the verifier.
 */
export async function finishOwnLogIn<T>(core: Pick<Core, 'sealer'>, provider: Provider, name: string, kept: string, given: { readonly state: string; readonly code: string }): Promise<OwnLogIn<T> | undefined> {
  const begun = read<T>(core, name, kept);
  if (begun === undefined || !sameSecret(begun.state, given.state)) return undefined;
  const code = await provider.AuthorizationCode.find(given.code);
  if (code === undefined || code.isExpired || code.clientId !== begun.clientId || code.accountId === undefined) return undefined;
  if (code.redirectUri !== begun.callback || code.codeChallenge !== challengeOf(begun.verifier)) return undefined;
  const first = await code.consume().then(() => true, () => false);
  return first ? { account: code.accountId, sessionUid: code.sessionUid, own: begun.own } : undefined;
}
