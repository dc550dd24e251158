import { acceptInvitation } from '../core/administration-invitations.ts';
import { administeredProjects } from '../core/administration.ts';
import type { Agent } from '../core/audit.ts';
import type { Core } from '../core/core.ts';
import { PlatformError } from '../core/errors.ts';
import { CONSOLE_PROJECT, findProject } from '../core/projects.ts';
import { readAccountName } from '../oidc/accounts.ts';
import { CONSOLE_CLIENT, consoleCallback } from '../oidc/built-in.ts';
import type { Connect } from '../oidc/connect.ts';
import { endSession } from '../oidc/decisions.ts';
import { beginOwnLogIn, finishOwnLogIn } from '../oidc/own-log-in.ts';
import { openConsoleSession } from './sessions.ts';

/** How administrators sign in: with M-Pin itself, the console being an application of the platform's own OpenID provider. */

const NAME = 'console';
const START = '/console';

/** What a log-in keeps until it ends. */
interface Purpose {
  /** A path of the console. */
  readonly returnTo: string;
  /** Code of the invitation that is taken up with it. */
  readonly invitation?: string;
}

/**
 * Begins a log-in; the PIN is asked for, whoever is signed in elsewhere in this browser.
 *
 * @param userId - whom the log-in page proposes
 */
export function beginConsoleLogIn(core: Core, lang: string, purpose: Purpose, userId = ''): { url: string; kept: string } {
  const parameters = { lang, prompt: 'login', ...(userId === '' ? {} : { login_hint: userId }) };
  return beginOwnLogIn(core, NAME, { clientId: CONSOLE_CLIENT, callback: consoleCallback(core.config.publicUrl) }, parameters, purpose);
}

/** How a log-in ended. */
export type ConsoleLogIn =
  | { readonly kind: 'signed-in'; readonly secret: string; readonly returnTo: string }
  | { readonly kind: 'over' | 'invitation-over' | 'no-role' };

/** Takes up an invitation. @returns whether it could be */
async function takeUp(core: Core, code: string, userId: string, agent: Agent): Promise<boolean> {
  try {
    await acceptInvitation(core, code, userId, agent);
    return true;
  } catch (error) {
    if (error instanceof PlatformError && error.code === 'INVALID_REQUEST_PARAMETERS') return false;
    throw error;
  }
}

/** Ends a log-in. The provider's session ends with it, so that the next one asks for the PIN again. */
export async function finishConsoleLogIn(core: Core, connect: Connect, kept: string, given: { readonly state: string; readonly code: string }, agent: Agent): Promise<ConsoleLogIn> {
  const provider = connect.provider();
  const loggedIn = await finishOwnLogIn<Purpose>(core, provider, NAME, kept, given);
  const session = loggedIn?.sessionUid === undefined ? undefined : await provider.Session.findByUid(loggedIn.sessionUid);
  if (loggedIn === undefined || session?.acr === undefined || session.accountId !== loggedIn.account) return { kind: 'over' };
  const identityId = session.acr;
  await endSession(provider, session);
  const { projectId, userId } = readAccountName(loggedIn.account);
  const secret = projectId === CONSOLE_PROJECT ? await openConsoleSession(core, userId, identityId) : undefined;
  if (secret === undefined) return { kind: 'over' };
  const { invitation, returnTo } = loggedIn.own;
  if (invitation !== undefined && !(await takeUp(core, invitation, userId, agent))) return { kind: 'invitation-over' };
  if ((await administeredProjects(core, userId)).length === 0) return { kind: 'no-role' };
  return { kind: 'signed-in', secret, returnTo };
}

/** Whether the console can be signed in to at all: before the first administrator's link was made there is nothing to sign in to. */
export async function isConsoleOpen(core: Core): Promise<boolean> {
  return (await findProject(core, CONSOLE_PROJECT)) !== undefined;
}

/** The path that a log-in returns to: one of the console's own. */
export function returnPath(url: string): string {
  return url.length <= 512 && /^\/console(\/|\?|$)/.test(url) && !url.startsWith('/console/join') && !url.startsWith('/console/callback') ? url : START;
}
