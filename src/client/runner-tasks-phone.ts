import { MpinError } from '../errors.ts';
import type { PhoneTask, ResultEvent } from '../machine/index.ts';
import type { TaskTools } from './runner-tasks.ts';

/** Does one of the tasks of a phone: see `runTask`. */
export async function runPhoneTask(task: PhoneTask, tools: TaskTools, signal: AbortSignal): Promise<ResultEvent> {
  const { client, secrets } = tools;
  switch (task.type) {
    case 'resolve-number': {
      const accessId = await client.resolveAccessNumber(task.identityId, task.accessNumber);
      return { type: 'request-found', request: await client.requestDetails(accessId, { signal }) };
    }
    case 'find-request': return { type: 'request-found', request: await client.requestDetails(task.accessId, { signal }) };
    case 'decline-request': {
      await client.declineRequest(task.accessId);
      return { type: 'request-declined' };
    }
    case 'sign-out-there': {
      const { signOutHandle } = tools;
      if (signOutHandle === undefined) throw new MpinError('SESSION_EXPIRED', 'This server has no way to end a sign-in from a phone.');
      await client.signOutElsewhere(signOutHandle);
      tools.signOutHandle = undefined;
      return { type: 'signed-out-there' };
    }
    case 'use-quick-code': return { type: 'registration', pending: await client.openLink({ userId: task.userId, code: secrets.take() }) };
  }
}
