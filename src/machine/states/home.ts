import type { Step } from '../effect.ts';
import { signInHere } from '../enter.ts';
import type { MachineEvent } from '../event.ts';
import type { Home, State } from '../state.ts';
import { to } from '../step.ts';

/** The choice of ways. */
export function home(state: Home, event: MachineEvent): Step<State> {
  const { context } = state;
  if (event.type === 'setup-phone' && context.project?.mobileUrl !== undefined) return to({ name: 'phone-setup', context });
  if (event.type !== 'choose-way' || !context.ways.includes(event.way)) return to(state);
  return event.way === 'phone' ? to({ name: 'phone-sign-in', context }) : signInHere(context);
}
