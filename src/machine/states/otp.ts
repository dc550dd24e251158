import type { Step } from '../effect.ts';
import { enterPin, showIdentities } from '../enter.ts';
import type { MachineEvent } from '../event.ts';
import type { Otp, State } from '../state.ts';
import { to } from '../step.ts';

/** A new password asks for the PIN again; leaving the screen forgets the one that is shown. */
export function otp(state: Otp, event: MachineEvent): Step<State> {
  const { context, identity } = state;
  switch (event.type) {
    case 'retry': return enterPin(context, identity);
    case 'back': return context.flow === 'phone' ? enterPin({ ...context, errand: undefined }, identity) : showIdentities(context, identity.id);
    case 'show-identities': return showIdentities(context, identity.id);
    default: return to(state);
  }
}
