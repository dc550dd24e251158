import type { Step } from '../effect.ts';
import { addFirst, addForm, openIdentity, resumePending } from '../enter.ts';
import type { MachineEvent } from '../event.ts';
import type { Identities, State } from '../state.ts';
import { to } from '../step.ts';

/** The list: choose one, add one, or go on with the one that was never confirmed. */
export function identities(state: Identities, event: MachineEvent): Step<State> {
  const { context } = state;
  switch (event.type) {
    case 'select': return select(state, event.identityId);
    case 'select-pending': return context.pending === undefined ? to(state) : resumePending(context, context.pending, 'not-active');
    case 'add-identity': return to(addForm(context));
    case 'back': return state.currentId === undefined ? to(state) : select(state, state.currentId);
    case 'identities-changed': return context.identities.length === 0 && context.pending === undefined ? addFirst(context) : to(state);
    default: return to(state);
  }
}

function select(state: Identities, identityId: string): Step<State> {
  const chosen = state.context.identities.find(({ id }) => id === identityId);
  return chosen === undefined ? to(state) : openIdentity(state.context, chosen);
}
