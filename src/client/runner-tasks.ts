import { MpinError } from '../errors.ts';
import type { Errand, PhoneTask, ResultEvent, Task } from '../machine/index.ts';
import type { MpinClient } from './index.ts';
import { loadPhoneAnswer, loadSetUp } from './later.ts';
import { untilShown } from './pause.ts';
import type { OneTimePassword } from './one-time-password.ts';
import type { SecretEntry } from './secret-entry.ts';
import type { QuickCode } from './quick-code.ts';
import { quickCodeAttempt, signingAttempt } from './signing-attempt.ts';
import type { Coded, Signed } from './signing-attempt.ts';
import type { Signature, SignInAttempt, SignInResult } from './types.ts';

/** What the runner asks of a client. `MpinClient` is one; tests and playgrounds bring their own. */
export type RunnerClient = Pick<MpinClient,
  'discover' | 'identities' | 'pending' | 'startRegistration' | 'resend' | 'waitForConfirmation' | 'checkConfirmation' | 'confirmCode'
  | 'openLink' | 'useActivationToken' | 'register' | 'cancelRegistration' | 'rename' | 'remove' | 'beginSignIn' | 'sign' | 'subscribe'
  | 'signInByPhone' | 'resolveAccessNumber' | 'requestDetails' | 'declineRequest' | 'signOutElsewhere' | 'quickCode'>;

/** What a page may hand over when it is opened. Secrets, but for the user id; they are dropped once used. */
export interface Handover {
  readonly userId?: string | undefined;
  activationToken?: string | undefined;
  link?: { readonly userId: string; readonly code: string } | undefined;
  /** The public name of another device's request (docs/protocol.md 3.1). */
  readonly request?: string | undefined;
}

/** What a proved PIN yields for the page: a sign-in token or, where a document was to be signed, its signature. */
export interface Proved {
  readonly token?: string;
  readonly signature?: Signature;
  readonly oneTimePassword?: OneTimePassword;
  readonly quickCode?: QuickCode;
}

/** What tasks work with. */
export interface TaskTools {
  readonly client: RunnerClient;
  readonly secrets: SecretEntry;
  readonly handover: Handover;
  readonly nonce: () => string | undefined;
  /** The session that the sign-in completes in place of yielding a token, or undefined (docs/protocol.md 3). */
  readonly accessId: () => string | undefined;
  /** The application that one-time passwords are made for in place of a token, or undefined. */
  readonly clientId: () => string | undefined;
  readonly lang: () => string | undefined;
  readonly ready: () => Promise<void> | undefined;
  readonly onNobody: () => void;
  /** How a task goes that has not ended yet. */
  readonly progress: (event: ResultEvent) => void;
  /** What the PIN is to sign in place of a sign-in token, or undefined. */
  readonly document: () => Uint8Array | undefined;
  readonly keepProof: (proof: Proved) => void;
  attempt: Attempt | undefined;
  /** The right to end the sign-in that was made on another device: a secret. */
  signOutHandle: string | undefined;
}

/** Any of the things that a PIN may be asked for. */
export type Attempt = Omit<SignInAttempt, 'finish'> & { finish(pin: string): Promise<SignInResult | Signed | Coded> };

/** The tasks that only setting an identity up asks for. */
export type SetUpTask = Exclude<Task, PhoneTask | { type: 'clock' | 'load' | 'reach' | 'begin-sign-in' | 'finish-sign-in' }>;

/** Does a task with the client and says what came of it. Rejects with the client's error. */
export async function runTask(task: Exclude<Task, { type: 'clock' }>, tools: TaskTools, signal: AbortSignal): Promise<ResultEvent | undefined> {
  switch (task.type) {
    case 'load': return load(tools, signal);
    case 'reach': return reach(tools, signal);
    case 'begin-sign-in': return beginSignIn(task.identityId, task.errand, tools, signal);
    case 'finish-sign-in': return finishSignIn(tools, signal);
    case 'resolve-number': case 'find-request': case 'decline-request': case 'sign-out-there': case 'use-quick-code': {
      const { runPhoneTask } = await loadPhoneAnswer();
      return runPhoneTask(task, tools, signal);
    }
    default: {
      const { runSetUpTask } = await loadSetUp();
      return runSetUpTask(task, tools, signal);
    }
  }
}

async function load({ client, onNobody }: TaskTools, signal: AbortSignal): Promise<ResultEvent> {
  const listed = client.identities().then((found) => {
    if (found.length === 0) onNobody();
    return found;
  });
  const [project, identities, pending] = await Promise.all([client.discover({ signal }), listed, client.pending()]);
  return { type: 'loaded', project, identities, pending };
}

/** Rests while the page is hidden. What was discovered before says nothing about now. */
async function reach({ client }: TaskTools, signal: AbortSignal): Promise<ResultEvent> {
  await untilShown(signal);
  await client.discover({ signal, fresh: true });
  return { type: 'reached' };
}

/** The attempt stays until its key is cancelled: by leaving the keypad, or by the next attempt. */
async function beginSignIn(identityId: string, errand: Errand | undefined, tools: TaskTools, signal: AbortSignal): Promise<undefined> {
  const attempt = attemptFor(identityId, errand, tools);
  tools.attempt = attempt;
  signal.addEventListener('abort', () => {
    if (tools.attempt === attempt) tools.attempt = undefined;
    attempt.cancel();
  }, { once: true });
  await attempt.prepare();
}

function attemptFor(identityId: string, errand: Errand | undefined, { client, nonce, accessId, clientId, document }: TaskTools): Attempt {
  if (errand?.for === 'request') return client.beginSignIn(identityId, { scope: 'oidc', accessId: errand.request.accessId });
  if (errand?.for === 'quick-code') return quickCodeAttempt(client, identityId);
  const message = document();
  if (message !== undefined) return signingAttempt(client, identityId, message);
  const application = clientId();
  if (application !== undefined) return client.beginSignIn(identityId, { scope: 'otp', clientId: application });
  const session = accessId();
  if (session !== undefined) return client.beginSignIn(identityId, { scope: 'oidc', accessId: session });
  return client.beginSignIn(identityId, { scope: 'jwt', get nonce() { return nonce(); } });
}

async function finishSignIn(tools: TaskTools, signal: AbortSignal): Promise<ResultEvent> {
  const { attempt, secrets, keepProof } = tools;
  const pin = secrets.take();
  if (attempt === undefined) throw new MpinError('SESSION_EXPIRED', 'There is no sign-in to finish.');
  const { userId, signOutHandle, ...proof }: Partial<SignInResult> & Proved & { readonly userId: string } = await attempt.finish(pin);
  if (!signal.aborted) {
    keepProof(proof);
    tools.signOutHandle = signOutHandle;
  }
  if (proof.quickCode) return { type: 'quick-code-made', userId, expiresAt: proof.quickCode.expiresAt };
  return { type: proof.oneTimePassword ? 'password-made' : 'authenticated', userId };
}
