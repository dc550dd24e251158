import type { AdapterPayload, Provider } from 'oidc-provider';
import type { Core } from '../core/core.ts';
import { newSecret, SECRET_PATTERN } from '../keys/secrets.ts';
import { accountCallback, accountClientId } from '../oidc/built-in.ts';
import { endSession } from '../oidc/decisions.ts';
import { isDeviceActive } from '../oidc/devices.ts';
import { beginOwnLogIn, finishOwnLogIn } from '../oidc/own-log-in.ts';
import { Payloads } from '../oidc/payloads.ts';
import type { AccountDone } from '../pages/index.ts';

/** Somebody signed in to the account pages. */
export interface AccountSession {
  /** The session's secret: the value of its cookie. */
  readonly id: string;
  /** The account's name (docs/protocol.md 11.3). */
  readonly account: string;
  /** SHA-256 of the M-Pin id that signed in, hex. */
  readonly identityId: string;
}

/** How long the account pages stay open without being used, and a log-in may take, seconds. */
const IDLE_SECONDS = 1800;
const NAME = 'account';

const sessions = (core: Core): Payloads => new Payloads('AccountSession', core);

/** Begins a log-in: where to send the browser, and what it keeps meanwhile. */
export function beginAccountLogin(core: Core, projectId: string, lang: string): { url: string; kept: string } {
  return beginOwnLogIn(core, NAME, { clientId: accountClientId(projectId), callback: accountCallback(core.config.publicUrl) }, { lang }, {});
}

/** Ends a log-in: the code becomes a session. */
export async function finishAccountLogin(core: Core, provider: Provider, kept: string, state: string, code: string): Promise<Pick<AccountSession, 'id' | 'account'> | undefined> {
  const loggedIn = await finishOwnLogIn(core, provider, NAME, kept, { state, code });
  if (loggedIn === undefined) return undefined;
  const { account, sessionUid } = loggedIn;
  const id = newSecret();
  await sessions(core).upsert(id, { accountId: account, ...(sessionUid === undefined ? {} : { sessionUid }) }, IDLE_SECONDS);
  return { id, account };
}

/** The session of a cookie's value, kept open a while longer; it ends with the provider's own, and with the device that proved the PIN. */
export async function findAccountSession(core: Core, provider: Provider, id: string | undefined): Promise<AccountSession | undefined> {
  if (id === undefined || !SECRET_PATTERN.test(id)) return undefined;
  const found = await sessions(core).find(id);
  if (found?.accountId === undefined || found.sessionUid === undefined) return undefined;
  const signedIn = await provider.Session.findByUid(found.sessionUid);
  if (signedIn?.accountId !== found.accountId || signedIn.acr === undefined || !(await isDeviceActive(core, signedIn.acr))) return undefined;
  await sessions(core).upsert(id, found, IDLE_SECONDS);
  return { id, account: found.accountId, identityId: signedIn.acr };
}

/** What a form of this session has done, for the page after it. */
export interface AccountNote {
  readonly done: AccountDone;
  /** Of the device or the application. */
  readonly name: string;
}

/** Leaves a note for the account's next page of this session. */
export async function leaveAccountNote(core: Core, { id }: AccountSession, note: AccountNote): Promise<void> {
  const found = await sessions(core).find(id);
  if (found !== undefined) await sessions(core).upsert(id, { ...found, note }, IDLE_SECONDS);
}

/** Takes the note that waits, if one does: it is shown once. */
export async function takeAccountNote(core: Core, { id }: AccountSession): Promise<AccountNote | undefined> {
  const { note, ...found } = (await sessions(core).find(id)) as (AdapterPayload & { readonly note?: AccountNote }) | undefined ?? {};
  if (note !== undefined) await sessions(core).upsert(id, found, IDLE_SECONDS);
  return note;
}

/** Signs out: of the account pages, and of every application that was opened in this browser. */
export async function endAccountSession(core: Core, provider: Provider, id: string): Promise<void> {
  const found = await sessions(core).find(id);
  await sessions(core).destroy(id);
  const session = found?.sessionUid === undefined ? undefined : await provider.Session.findByUid(found.sessionUid);
  if (session !== undefined) await endSession(provider, session);
}
