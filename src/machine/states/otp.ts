import type { Step } from '../effect.ts';
import { enterPin, showIdentities } from '../enter.ts';
import type { MachineEvent } from '../event.ts';
import type { Authenticating, Otp, State } from '../state.ts';
import { tell, to } from '../step.ts';

/** The proof yielded a one-time password. The machine does not hold it: it goes to who shows it with what the page is told. */
export const showPassword = ({ context, identity }: Authenticating, userId: string): Step<State> =>
  to({ name: 'otp', context, identity, userId }, tell({ type: 'password-made', userId }));

/** A new password asks for the PIN again; leaving the screen forgets the one that is shown. */
export function otp(state: Otp, event: MachineEvent): Step<State> {
  switch (event.type) {
    case 'retry': return enterPin(state.context, state.identity);
    case 'back':
    case 'show-identities': return showIdentities(state.context, state.identity.id);
    default: return to(state);
  }
}
