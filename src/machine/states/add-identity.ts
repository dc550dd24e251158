import type { PendingRegistration } from '../../client/types.ts';
import { canonicalUserId } from '../../user-id.ts';
import type { Step } from '../effect.ts';
import { addForm, quickCodeForm, resumePending, showIdentities, trouble } from '../enter.ts';
import type { MachineEvent } from '../event.ts';
import { mayAddDevice } from '../offer.ts';
import type { AddIdentity, Context, State } from '../state.ts';
import { start, to } from '../step.ts';
import { deviceNameProblem, userIdProblem } from '../validate.ts';
import { canLeaveForm, hasList } from '../view.ts';

/** The form: checks what was typed, asks for the mail, shows what the server found wrong beside its field. */
export function addIdentity(state: AddIdentity, event: MachineEvent): Step<State> {
  if (state.busy) return asked(state, event);
  switch (event.type) {
    case 'submit-identity': return submit(state, event.userId.trim(), event.deviceName.trim());
    case 'have-quick-code': return mayAddDevice(state.context) ? quickCodeForm(state.context, state.userId) : to(state);
    case 'back': return canLeaveForm(state) ? leave(state) : to(state);
    default: return to(state);
  }
}

/** Back from a registration to its address, to correct it. */
export const correct = (context: Context, pending: PendingRegistration): Step<State> =>
  to({ ...addForm(context, pending.userId, pending.deviceName), replaces: pending });

const leave = ({ context }: AddIdentity): Step<State> =>
  hasList(context) ? showIdentities(context, context.identities[0]?.id) : to({ name: 'home', context });

function submit(state: AddIdentity, userId: string, deviceName: string): Step<State> {
  const wrongId = userIdProblem(userId, state.context);
  const wrongName = deviceNameProblem(deviceName, state.context);
  if (wrongId !== undefined || wrongName !== undefined) {
    const problems = { ...(wrongId && { userId: wrongId }), ...(wrongName && { deviceName: wrongName }) };
    return to({ ...state, userId, deviceName, problems });
  }
  return to({ ...state, userId, deviceName, problems: {}, busy: true }, start('request', { type: 'start-registration', userId, deviceName, ...(state.replaces && { replaces: state.replaces }) }));
}

function asked(state: AddIdentity, event: MachineEvent): Step<State> {
  if (event.type === 'registration') return resumePending(state.context, event.pending, 'confirm-email');
  if (event.type !== 'failed') return to(state);
  const idle = { ...state, busy: false };
  if (event.problem.code === 'INVALID_USER_ID') return to({ ...idle, problems: { userId: 'invalid' } });
  if (event.problem.code === 'INVALID_DEVICE_NAME') return to({ ...idle, problems: { deviceName: 'invalid' } });
  const { replaces } = state;
  // No second mail to the same address so soon: the first one is still on its way.
  if (event.problem.code === 'RATE_LIMITED' && replaces?.userId === canonicalUserId(state.userId)) return resumePending(state.context, replaces, 'confirm-email');
  return trouble(state.context, event.problem, { to: 'add-identity', userId: state.userId, deviceName: state.deviceName, replaces });
}
