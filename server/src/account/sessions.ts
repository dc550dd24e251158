import { createHash } from 'node:crypto';
import type { Provider } from 'oidc-provider';
import type { Core } from '../core/core.ts';
import { newSecret, sameSecret, SECRET_PATTERN } from '../keys/secrets.ts';
import { accountCallback, accountClientId } from '../oidc/built-in.ts';
import { endSession } from '../oidc/decisions.ts';
import { Payloads } from '../oidc/payloads.ts';

/** Somebody signed in to the account pages. */
export interface AccountSession {
  /** The session's secret: the value of its cookie. */
  readonly id: string;
  /** The account's name (docs/protocol.md 11.3). */
  readonly account: string;
}

/** A log-in to the account pages under way: what its browser keeps, sealed. */
interface Begun {
  readonly state: string;
  readonly verifier: string;
  readonly projectId: string;
  readonly lang: string;
}

/** How long the account pages stay open without being used, and a log-in may take, seconds. */
const IDLE_SECONDS = 1800;
const LABEL = 'account log-in';

const sessions = (core: Core): Payloads => new Payloads('AccountSession', core);

/** Begins a log-in: where to send the browser, and what it keeps meanwhile. */
export function beginAccountLogin(core: Core, projectId: string, lang: string): { url: string; kept: string } {
  const begun: Begun = { state: newSecret(), verifier: newSecret(), projectId, lang };
  const query = new URLSearchParams({
    client_id: accountClientId(projectId), redirect_uri: accountCallback(core.config.publicUrl), response_type: 'code', scope: 'openid', state: begun.state, lang,
    code_challenge: createHash('sha256').update(begun.verifier).digest('base64url'), code_challenge_method: 'S256',
  });
  return { url: `/authorize?${query.toString()}`, kept: core.sealer.seal(LABEL, JSON.stringify(begun)) };
}

function readBegun(core: Core, kept: string): Begun | undefined {
  try {
    return JSON.parse(core.sealer.open(LABEL, kept)) as Begun;
  } catch {
    return undefined;
  }
}

/**
 * Ends a log-in: the code becomes a session. The pages and the provider are one process, so the code is redeemed without a detour over HTTP, by the
 * same rules: once, in time, for this application, by who holds the verifier.
 */
export async function finishAccountLogin(core: Core, provider: Provider, kept: string, state: string, value: string): Promise<AccountSession | undefined> {
  const begun = readBegun(core, kept);
  if (begun === undefined || !sameSecret(begun.state, state)) return undefined;
  const code = await provider.AuthorizationCode.find(value);
  const challenge = createHash('sha256').update(begun.verifier).digest('base64url');
  if (code === undefined || code.isExpired || code.clientId !== accountClientId(begun.projectId) || code.accountId === undefined) return undefined;
  if (code.redirectUri !== accountCallback(core.config.publicUrl) || code.codeChallenge !== challenge) return undefined;
  const first = await code.consume().then(() => true, () => false);
  if (!first) return undefined;
  const id = newSecret();
  await sessions(core).upsert(id, { accountId: code.accountId, ...(code.sessionUid === undefined ? {} : { sessionUid: code.sessionUid }) }, IDLE_SECONDS);
  return { id, account: code.accountId };
}

/** The session of a cookie's value, kept open a while longer; it ends with the provider's own. */
export async function findAccountSession(core: Core, provider: Provider, id: string | undefined): Promise<AccountSession | undefined> {
  if (id === undefined || !SECRET_PATTERN.test(id)) return undefined;
  const found = await sessions(core).find(id);
  if (found?.accountId === undefined || found.sessionUid === undefined) return undefined;
  const signedIn = await provider.Session.findByUid(found.sessionUid);
  if (signedIn?.accountId !== found.accountId) return undefined;
  await sessions(core).upsert(id, found, IDLE_SECONDS);
  return { id, account: found.accountId };
}

/** Signs out: of the account pages, and of every application that was opened in this browser. */
export async function endAccountSession(core: Core, provider: Provider, id: string): Promise<void> {
  const found = await sessions(core).find(id);
  await sessions(core).destroy(id);
  const session = found?.sessionUid === undefined ? undefined : await provider.Session.findByUid(found.sessionUid);
  if (session !== undefined) await endSession(provider, session);
}
