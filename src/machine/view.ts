import type { AddIdentity, ConfirmEmail, Context, NotActive, State } from './state.ts';
import { canLeave as canLeaveTrouble } from './states/trouble.ts';

/** Whether there is a list of identities to go to. */
export const hasList = ({ flow, identities }: Context): boolean => flow === 'identities' || identities.length > 0;

/** Whether to offer it while an address is being confirmed. */
export const canListIdentities = ({ context }: ConfirmEmail | NotActive): boolean => hasList(context);

/** Whether there is a screen to go back to from the form. */
export const canLeaveForm = ({ context }: AddIdentity): boolean => hasList(context) || context.ways.length > 1;

/** Whether the event `back` leads anywhere from here: whether to show the arrow. */
export function canGoBack(state: State): boolean {
  switch (state.name) {
    case 'add-identity': return !state.busy && canLeaveForm(state);
    case 'confirm-email': case 'not-active': case 'choose-pin': case 'otp': case 'locked': case 'phone-setup': case 'scan-request': case 'add-device': return true;
    case 'phone-sign-in': return state.context.ways.length > 1;
    case 'enter-access-number': case 'confirm-request': case 'quick-code': return !state.busy;
    case 'edit-identity': case 'confirm-reset': case 'confirm-remove': return !state.busy;
    case 'identities': return state.currentId !== undefined && state.context.flow !== 'identities';
    case 'trouble': return canLeaveTrouble(state);
    default: return false;
  }
}
