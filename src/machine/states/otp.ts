import type { Step } from '../effect.ts';
import { enterPin, showIdentities } from '../enter.ts';
import type { MachineEvent } from '../event.ts';
import type { Otp, State } from '../state.ts';
import { to } from '../step.ts';

/** A new password asks for the PIN again; leaving the screen forgets the one that is shown. */
export function otp(state: Otp, event: MachineEvent): Step<State> {
  switch (event.type) {
    case 'retry': return enterPin(state.context, state.identity);
    case 'back':
    case 'show-identities': return showIdentities(state.context, state.identity.id);
    default: return to(state);
  }
}
