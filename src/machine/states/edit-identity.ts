import type { IdentitySummary } from '../../client/types.ts';
import type { Effect, Step } from '../effect.ts';
import { editIdentity as edit, openIdentity, resumePending, showIdentities, isHere, trouble, enterPin } from '../enter.ts';
import type { MachineEvent } from '../event.ts';
import { mayAddDevice } from '../offer.ts';
import type { Problem } from '../problem.ts';
import type { ConfirmRemove, ConfirmReset, EditIdentity, Resume, State } from '../state.ts';
import { start, tell, to } from '../step.ts';
import { newDeviceNameProblem } from '../validate.ts';

/** One identity: a new name for its device, a new PIN, or its removal. */
export function editIdentity(state: EditIdentity, event: MachineEvent): Step<State> {
  const { context, identity, currentId } = state;
  switch (event.type) {
    case 'tick': return to(state, { type: 'cancel', key: 'clock' });
    case 'renamed': return showIdentities({ ...context, identities: event.identities }, currentId, { kind: 'renamed', userId: identity.userId });
    case 'failed': return event.task === 'rename' ? notRenamed(state, event.problem) : to(state);
    case 'identities-changed': return follow(state);
    default: return state.busy ? to(state) : act(state, event);
  }
}

function act(state: EditIdentity, event: MachineEvent): Step<State> {
  const { context, identity, currentId } = state;
  switch (event.type) {
    case 'rename': return rename(state, event.deviceName.trim());
    case 'ask-reset': return to({ name: 'confirm-reset', context, identity, from: 'edit-identity', currentId, busy: false });
    case 'add-device': return mayAddDevice(context) && identity.state === 'active' ? enterPin({ ...context, errand: { for: 'quick-code' } }, identity) : to(state);
    case 'ask-remove': return to({ name: 'confirm-remove', context, identity, userId: identity.userId, currentId, busy: false });
    case 'back':
    case 'show-identities': return showIdentities(context, currentId);
    default: return to(state);
  }
}

function rename(state: EditIdentity, deviceName: string): Step<State> {
  const { context, identity, currentId } = state;
  // Nothing can be written into a record that cannot be read.
  if (identity.state === 'damaged') return to(state);
  const problem = newDeviceNameProblem(deviceName, context);
  if (problem !== undefined) return to({ ...state, deviceName, problem });
  if (deviceName === identity.deviceName) return showIdentities(context, currentId);
  return to({ ...state, deviceName, problem: undefined, busy: true }, start('request', { type: 'rename', identityId: identity.id, deviceName }));
}

function notRenamed(state: EditIdentity, problem: Problem): Step<State> {
  if (problem.code === 'INVALID_DEVICE_NAME') return to({ ...state, problem: 'invalid', busy: false });
  if (problem.code === 'IDENTITY_UNKNOWN') return showIdentities(state.context, state.currentId);
  return trouble(state.context, problem, resume(state.identity, state.currentId, state.deviceName));
}

const resume = ({ id }: IdentitySummary, currentId: string | undefined, deviceName: string): Resume => ({ to: 'edit-identity', identityId: id, currentId, deviceName });

/** "Are you sure…?" of a new PIN. The old identity stays until the new one exists. */
export function confirmReset(state: ConfirmReset, event: MachineEvent): Step<State> {
  const { context, identity } = state;
  switch (event.type) {
    case 'confirm': return state.busy ? to(state) : to({ ...state, busy: true }, startReset(identity));
    case 'back': return state.busy ? to(state) : cancelReset(state);
    case 'registration': return resumePending(context, event.pending, 'confirm-email');
    case 'failed': return trouble(context, event.problem, { to: 'request', userId: identity.userId, deviceName: identity.deviceName });
    case 'identities-changed': return state.busy ? to(state) : follow(state);
    default: return to(state);
  }
}

const startReset = ({ userId, deviceName }: IdentitySummary): Effect => start('request', { type: 'start-registration', userId, deviceName });

const cancelReset = ({ context, identity, from, currentId }: ConfirmReset): Step<State> =>
  from === 'edit-identity' ? edit(context, identity, currentId) : openIdentity(context, identity);

/** "Are you sure…?" of removing an identity from this browser, or what was begun for one. */
export function confirmRemove(state: ConfirmRemove, event: MachineEvent): Step<State> {
  const { context, identity, currentId } = state;
  switch (event.type) {
    case 'confirm': return state.busy ? to(state) : remove(state);
    case 'back': return state.busy ? to(state) : identity === undefined ? showIdentities(context, currentId) : edit(context, identity, currentId);
    case 'removed': return removed(state, event.identities);
    case 'failed': return trouble(context, event.problem, identity === undefined ? { to: 'start' } : resume(identity, currentId, identity.deviceName));
    case 'identities-changed':
      if (state.busy) return to(state);
      if (identity !== undefined) return follow({ ...state, identity });
      return context.pending?.userId === state.userId ? to(state) : showIdentities(context, currentId);
    default: return to(state);
  }
}

function remove(state: ConfirmRemove): Step<State> {
  const { context: { pending }, identity } = state;
  if (identity !== undefined) return to({ ...state, busy: true }, start('request', { type: 'remove', identityId: identity.id }));
  return pending === undefined ? to(state) : to({ ...state, busy: true }, start('request', { type: 'cancel-registration', pending }));
}

/** A reset that was begun for an identity goes with it; what was never confirmed is no identity that a page had heard of. */
function removed({ context, identity, userId, currentId }: ConfirmRemove, identities: readonly IdentitySummary[]): Step<State> {
  const pending = context.pending?.userId === userId ? undefined : context.pending;
  const stays = identities.some((one) => one.userId === userId);
  const list = showIdentities({ ...context, identities, pending }, currentId, stays ? undefined : { kind: 'removed', userId });
  return identity === undefined ? list : { ...list, effects: [...list.effects, tell({ type: 'removed', userId })] };
}

/** Another tab has changed the identity, or it is there no more. */
const follow = (state: EditIdentity | ConfirmReset | (ConfirmRemove & { readonly identity: IdentitySummary })): Step<State> =>
  isHere(state) ? to(state) : showIdentities(state.context, state.currentId);
