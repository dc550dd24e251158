import type { Step } from '../effect.ts';
import { addForm, openIdentity } from '../enter.ts';
import type { MachineEvent } from '../event.ts';
import type { Home, State } from '../state.ts';
import { to } from '../step.ts';

/** The choice of ways. In the browser it goes on with the identity used last, or with setting one up. */
export function home(state: Home, event: MachineEvent): Step<State> {
  if (event.type !== 'choose-way' || event.way !== 'browser') return to(state);
  const last = state.context.identities[0];
  return last === undefined ? to(addForm(state.context)) : openIdentity(state.context, last);
}
