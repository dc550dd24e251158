import type { Step } from '../effect.ts';
import { enterPin, openIdentity, showIdentities } from '../enter.ts';
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
    case 'identities-changed': {
      const now = event.identities.find(({ id }) => id === identity.id);
      return now === undefined ? showIdentities(context) : openIdentity(context, now);
    }
    default: return to(state);
  }
}
