import { MpinError } from '../errors.ts';
import type { ResultEvent, Task } from '../machine/index.ts';
import type { MpinClient } from './index.ts';
import type { SecretEntry } from './secret-entry.ts';
import type { SignInAttempt } from './types.ts';

/** What the runner asks of a client. `MpinClient` is one; tests and playgrounds bring their own. */
export type RunnerClient = Pick<MpinClient,
  'discover' | 'identities' | 'pending' | 'startRegistration' | 'resend' | 'waitForConfirmation' | 'checkConfirmation' | 'confirmCode'
  | 'openLink' | 'useActivationToken' | 'register' | 'beginSignIn' | 'subscribe'>;

/** What a page may hand over when it is opened. Secrets, but for the user id; they are dropped once used. */
export interface Handover {
  readonly userId?: string | undefined;
  activationToken?: string | undefined;
  link?: { readonly userId: string; readonly code: string } | undefined;
}

/** What tasks work with. */
export interface TaskTools {
  readonly client: RunnerClient;
  readonly secrets: SecretEntry;
  readonly handover: Handover;
  readonly nonce: () => string | undefined;
  readonly lang: () => string | undefined;
  readonly onNobody: () => void;
  readonly keepToken: (token: string | undefined) => void;
  attempt: SignInAttempt | undefined;
}

/** Does a task with the client and says what came of it. Rejects with the client's error. */
export async function runTask(task: Exclude<Task, { type: 'clock' }>, tools: TaskTools, signal: AbortSignal): Promise<ResultEvent | undefined> {
  const { client, secrets, handover } = tools;
  switch (task.type) {
    case 'load': return load(tools, signal);
    case 'use-activation': return { type: 'registration', pending: await useActivation(client, handover) };
    case 'open-link': return { type: 'registration', pending: await openLink(client, handover) };
    case 'start-registration': return { type: 'registration', pending: await startRegistration(task, tools) };
    case 'resend': return { type: 'registration', pending: await client.resend(task.pending) };
    case 'wait': {
      await client.waitForConfirmation(task.pending, { signal });
      return { type: 'confirmation', result: 'confirmed' };
    }
    case 'check': return { type: 'confirmation', result: await client.checkConfirmation(task.pending) };
    case 'confirm-code': {
      await client.confirmCode(task.pending, secrets.take());
      return { type: 'confirmation', result: 'confirmed' };
    }
    case 'register': {
      const identity = await client.register(task.pending, secrets.take());
      return { type: 'registered', identity, identities: await client.identities() };
    }
    case 'begin-sign-in': return beginSignIn(task.identityId, tools, signal);
    case 'finish-sign-in': return finishSignIn(tools, signal);
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

function startRegistration({ userId, deviceName }: { userId: string; deviceName: string }, { client, lang }: TaskTools) {
  const language = lang();
  return client.startRegistration({ userId, ...(deviceName !== '' && { deviceName }), ...(language !== undefined && { lang: language }) });
}

async function useActivation(client: RunnerClient, handover: Handover) {
  const { userId, activationToken } = handover;
  if (userId === undefined || activationToken === undefined) {
    throw new MpinError('INVALID_CONFIGURATION', 'An activation token needs the user id it is for: set the attribute user-id, or the parameter prerollid.');
  }
  const pending = await client.useActivationToken({ userId, activationToken });
  handover.activationToken = undefined;
  return pending;
}

async function openLink(client: RunnerClient, handover: Handover) {
  if (handover.link === undefined) throw new MpinError('CODE_EXPIRED', 'The link was used already.');
  const pending = await client.openLink(handover.link);
  handover.link = undefined;
  return pending;
}

/** The attempt stays until its key is cancelled: by leaving the keypad, or by the next attempt. */
async function beginSignIn(identityId: string, tools: TaskTools, signal: AbortSignal): Promise<undefined> {
  const nonce = tools.nonce();
  const attempt = tools.client.beginSignIn(identityId, { scope: 'jwt', ...(nonce !== undefined && { nonce }) });
  tools.attempt = attempt;
  signal.addEventListener('abort', () => {
    if (tools.attempt === attempt) tools.attempt = undefined;
    attempt.cancel();
  }, { once: true });
  await attempt.prepare();
}

async function finishSignIn({ attempt, secrets, keepToken }: TaskTools, signal: AbortSignal): Promise<ResultEvent> {
  const pin = secrets.take();
  if (attempt === undefined) throw new MpinError('SESSION_EXPIRED', 'There is no sign-in to finish.');
  const { userId, token } = await attempt.finish(pin);
  if (!signal.aborted) keepToken(token);
  return { type: 'authenticated', userId };
}
