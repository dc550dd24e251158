import { asksDeviceName } from './offer.ts';
import type { Context, FieldProblem } from './state.ts';

/** Longest user id and device name where the server does not say (docs/protocol.md 1.5). */
const USER_ID_LENGTH = 254;
const DEVICE_NAME_LENGTH = 40;

/**
 * One address, as HTML's e-mail field understands it, with a dot in the domain left optional (intranets). The server has the last
 * word; this only catches slips before a mail is sent.
 */
const EMAIL = /^[^\s@"(),:;<>[\\\]]+@[^\s@"(),:;<>[\\\]]+$/u;

/** What is wrong with a user id for this project, or undefined. `userId` is trimmed. */
export function userIdProblem(userId: string, { project }: Context): FieldProblem | undefined {
  if (userId === '') return 'missing';
  if (userId.length > (project?.limits.userIdLength ?? USER_ID_LENGTH)) return 'too-long';
  if (project?.identityType === 'alphanumeric') return undefined;
  return EMAIL.test(userId) ? undefined : 'invalid';
}

/** What is wrong with a device name, or undefined. `deviceName` is trimmed. */
export function deviceNameProblem(deviceName: string, context: Context): FieldProblem | undefined {
  if (deviceName === '' && !asksDeviceName(context)) return undefined;
  return newDeviceNameProblem(deviceName, context);
}

/** What is wrong with the name that a device is to have from now on, or undefined. `deviceName` is trimmed. */
export function newDeviceNameProblem(deviceName: string, { project }: Context): FieldProblem | undefined {
  if (deviceName.length > (project?.limits.deviceNameLength ?? DEVICE_NAME_LENGTH)) return 'too-long';
  return deviceName === '' ? 'missing' : undefined;
}
