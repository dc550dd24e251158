import { MpinError } from '../errors.ts';
import type { ResultEvent } from '../machine/index.ts';
import type { PendingRegistration } from './types.ts';
import type { Handover, RunnerClient, SetUpTask, TaskTools } from './runner-tasks.ts';

/** Does one of the tasks of setting an identity up: see `runTask`. */
export async function runSetUpTask(task: SetUpTask, tools: TaskTools, signal: AbortSignal): Promise<ResultEvent> {
  const { client, secrets, handover } = tools;
  // What begins a registration may name the device.
  if (task.type === 'start-registration' || task.type === 'use-activation' || task.type === 'open-link') await tools.ready();
  switch (task.type) {
    case 'use-activation': return { type: 'registration', pending: await useActivation(client, handover) };
    case 'open-link': return { type: 'registration', pending: await openLink(client, handover) };
    case 'start-registration': return { type: 'registration', pending: await startRegistration(task, tools) };
    case 'resend': return { type: 'registration', pending: await client.resend(task.pending) };
    case 'wait': {
      await client.waitForConfirmation(task.pending, { signal, onConnection: (online) => { if (!signal.aborted) tools.progress({ type: 'connection', online }); } });
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
    case 'rename': {
      await client.rename(task.identityId, task.deviceName);
      return { type: 'renamed', identities: await client.identities() };
    }
    case 'remove': {
      await client.remove(task.identityId);
      return { type: 'removed', identities: await client.identities() };
    }
    case 'cancel-registration': {
      await client.cancelRegistration(task.pending);
      return { type: 'removed', identities: await client.identities() };
    }
  }
}

/** A registration that was given up for this one goes when this one has begun: it must not come back when this one is done. */
async function startRegistration({ userId, deviceName, replaces }: Extract<SetUpTask, { type: 'start-registration' }>, { client, lang }: TaskTools): Promise<PendingRegistration> {
  const language = lang();
  const pending = await client.startRegistration({ userId, ...(deviceName !== '' && { deviceName }), ...(language !== undefined && { lang: language }) });
  if (replaces !== undefined && replaces.userId !== pending.userId) await client.cancelRegistration(replaces);
  return pending;
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
