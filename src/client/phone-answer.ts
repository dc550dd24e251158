import { isAccessNumber } from '../access-number.ts';
import { MpinError } from '../errors.ts';
import { noteAndThrow } from './authentication.ts';
import type { Context } from './context.ts';
import { abortSession, resolveNumber, sessionDetails, signOut, type RequestDetails } from './phone-wire.ts';
import { assertProject } from './registration-wire.ts';

export { quickCode } from './quick-code.ts';
export { runPhoneTask } from './runner-tasks-phone.ts';

/** The phone's side of a sign-in on another device (docs/protocol.md 3.5 to 3.8). Doc comments: `MpinClient`. */

export async function resolveAccessNumber(context: Context, identityId: string, accessNumber: string): Promise<string> {
  if (!isAccessNumber(accessNumber)) throw new MpinError('ACCESS_NUMBER_INVALID', 'This is no access number: its check digit does not fit');
  const where = await context.scope();
  try {
    const { capability } = await context.storage.open(where, identityId);
    const wire = await context.wire();
    if (capability === undefined || !wire.offers('accessNumber')) {
      throw new MpinError('INVALID_ARGUMENT', 'This identity cannot look numbers up; scan the QR code, or set it up again');
    }
    return await resolveNumber(wire, { accessNumber, id: identityId, capability });
  } catch (error) {
    return noteAndThrow({ context, where }, identityId, error);
  }
}

export async function requestDetails(context: Context, accessId: string, signal: AbortSignal | undefined): Promise<RequestDetails> {
  const wire = await context.wire(signal);
  const { projectId, ...details } = await sessionDetails(wire, accessId, context.now, signal);
  assertProject(wire, projectId);
  return details;
}

export async function decline(context: Context, accessId: string): Promise<void> {
  await abortSession(await context.wire(), accessId);
}

export async function signOutElsewhere(context: Context, signOutHandle: string): Promise<void> {
  await signOut(await context.wire(), { signOutHandle });
}
