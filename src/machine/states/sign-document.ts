import type { Step } from '../effect.ts';
import { enterPin, openIdentity, showIdentities, isHere } from '../enter.ts';
import type { MachineEvent } from '../event.ts';
import type { ConfirmSigning, State } from '../state.ts';
import { to } from '../step.ts';

/** What is about to be signed, and by whom: the PIN is asked for once it was agreed to. */
export function confirmSigning(state: ConfirmSigning, event: MachineEvent): Step<State> {
  const { context, identity } = state;
  switch (event.type) {
    case 'confirm': return enterPin({ ...context, visit: { ...context.visit, signing: 'agreed' } }, identity);
    case 'back':
    case 'show-identities': return showIdentities(context, identity.id);
    case 'identities-changed': return isHere(state) ? openIdentity(context, identity) : showIdentities(context);
    default: return to(state);
  }
}
