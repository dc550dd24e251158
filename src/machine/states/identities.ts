import type { Step } from '../effect.ts';
import { addFirst, addForm, editIdentity, findIdentity, openIdentity, resumePending } from '../enter.ts';
import type { MachineEvent } from '../event.ts';
import { mayAdd } from '../offer.ts';
import type { Identities, State } from '../state.ts';
import { tell, to } from '../step.ts';

/** The list: choose one, change one, add one, or go on with the one that was never confirmed. */
export function identities(state: Identities, event: MachineEvent): Step<State> {
  const { context } = state;
  switch (event.type) {
    case 'tick': return to(state, { type: 'cancel', key: 'clock' });
    case 'select': return select(state, event.identityId);
    case 'select-pending': return context.pending === undefined ? to(state) : resumePending(context, context.pending, 'not-active');
    case 'edit': return edit(state, event.identityId);
    case 'ask-remove': return context.pending === undefined ? to(state) : to({ name: 'confirm-remove', context, identity: undefined, userId: context.pending.userId, currentId: state.currentId, busy: false });
    case 'add-identity': return mayAdd(context) || context.identities.length === 0 ? to(addForm(context)) : to(state);
    case 'back': return state.currentId === undefined || context.flow === 'identities' ? to(state) : select(state, state.currentId);
    case 'identities-changed': return changedElsewhere(state);
    default: return to(state);
  }
}

/** An identity that can sign in is asked for its PIN; in a list that stands alone, the page hears which one was chosen. */
function select(state: Identities, identityId: string): Step<State> {
  const chosen = findIdentity(state.context, identityId);
  if (chosen === undefined) return to(state);
  if (state.context.flow !== 'identities' || chosen.state !== 'active') return openIdentity(state.context, chosen);
  return to({ ...state, currentId: chosen.id, note: undefined }, tell({ type: 'selected', userId: chosen.userId }));
}

function edit(state: Identities, identityId: string): Step<State> {
  const chosen = findIdentity(state.context, identityId);
  return chosen === undefined ? to(state) : editIdentity(state.context, chosen, state.currentId);
}

function changedElsewhere(state: Identities): Step<State> {
  const { context, currentId } = state;
  if (context.flow !== 'identities' && context.identities.length === 0 && context.pending === undefined) return addFirst(context);
  return to(currentId !== undefined && findIdentity(context, currentId) === undefined ? { ...state, currentId: undefined } : state);
}
