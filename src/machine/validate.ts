import { asksDeviceName } from './offer.ts';
import type { Context, FieldProblem } from './state.ts';

/** Longest user id and device name where the server does not say (docs/protocol.md 1.5). */
const USER_ID_LENGTH = 254;
const DEVICE_NAME_LENGTH = 40;

/** How many characters a user id of this project may have. */
export const userIdLimit = ({ project }: Context): number => project?.limits.userIdLength ?? USER_ID_LENGTH;

/** How many characters a device name may have. */
export const deviceNameLimit = ({ project }: Context): number => project?.limits.deviceNameLength ?? DEVICE_NAME_LENGTH;

/**
 * One address, as HTML's e-mail field understands it, with a dot in the domain left optional (intranets). The server has the last
 * word; this only catches slips before a mail is sent.
 */
const EMAIL = /^[^\s@"(),:;<>[\\\]]+@[^\s@"(),:;<>[\\\]]+$/u;

/** What is wrong with a user id for this project, or undefined. `userId` is trimmed. */
export function userIdProblem(userId: string, context: Context): FieldProblem | undefined {
  if (userId === '') return 'missing';
  if (userId.length > userIdLimit(context)) return 'too-long';
  if (context.project?.identityType === 'alphanumeric') return undefined;
  return EMAIL.test(userId) ? undefined : 'invalid';
}

/** What is wrong with a device name, or undefined. `deviceName` is trimmed. */
export function deviceNameProblem(deviceName: string, context: Context): FieldProblem | undefined {
  if (deviceName === '' && !asksDeviceName(context)) return undefined;
  return newDeviceNameProblem(deviceName, context);
}

/** What is wrong with the name that a device is to have from now on, or undefined. `deviceName` is trimmed. */
export function newDeviceNameProblem(deviceName: string, context: Context): FieldProblem | undefined {
  if (deviceName.length > deviceNameLimit(context)) return 'too-long';
  return deviceName === '' ? 'missing' : undefined;
}
