import type { State } from './state.ts';
import { canLeave as canLeaveForm } from './states/add-identity.ts';
import { canLeave as canLeaveTrouble } from './states/trouble.ts';

export { canLeave as canListIdentities, resendIn } from './states/confirm.ts';
export { canLeave as canLeaveTrouble, recovery, retryIn } from './states/trouble.ts';

/** Whether the event `back` leads anywhere from here: whether to show the arrow. */
export function canGoBack(state: State): boolean {
  switch (state.name) {
    case 'add-identity': return !state.busy && canLeaveForm(state);
    case 'confirm-email': case 'not-active': case 'choose-pin': case 'otp': case 'locked': return true;
    case 'edit-identity': case 'confirm-reset': case 'confirm-remove': return !state.busy;
    case 'identities': return state.currentId !== undefined && state.context.flow !== 'identities';
    case 'trouble': return canLeaveTrouble(state);
    default: return false;
  }
}
