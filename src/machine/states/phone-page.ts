import type { Step } from '../effect.ts';
import { signInHere } from '../enter.ts';
import type { MachineEvent } from '../event.ts';
import type { Context, PhoneSetup, PhoneSignIn, State } from '../state.ts';
import { tell, to } from '../step.ts';
import type { Handlers } from '../transition.ts';

/** A page that a phone signs in: whoever shows the number renews it, and says when somebody has answered. */
export function phoneSignIn(state: PhoneSignIn, event: MachineEvent): Step<State> {
  const { context } = state;
  switch (event.type) {
    case 'phone-signed-in': return to({ name: 'signed-in', context, identity: undefined, userId: event.userId }, tell({ type: 'signed-in', userId: event.userId }));
    case 'setup-phone': return context.project?.mobileUrl === undefined ? to(state) : to({ name: 'phone-setup', context });
    case 'choose-way': return event.way === 'browser' && context.ways.includes('browser') ? signInHere(context) : to(state);
    case 'back': return canLeave(context) ? leave(context) : to(state);
    default: return to(state);
  }
}

/** Where a phone is set up: nothing of it stays here. */
export function phoneSetup(state: PhoneSetup, event: MachineEvent): Step<State> {
  const { context } = state;
  switch (event.type) {
    case 'choose-way': return event.way === 'phone' ? to({ name: 'phone-sign-in', context }) : to(state);
    case 'back': return canLeave(context) ? leave(context) : to({ name: 'phone-sign-in', context });
    default: return to(state);
  }
}

/** Whether there is another way to go back to. */
const canLeave = ({ ways }: Context): boolean => ways.length > 1;

const leave = (context: Context): Step<State> => to({ name: 'home', context });

/** The states of a page that a phone signs in, which are fetched with their screens. */
export type StateOfPhonePage = 'phone-sign-in' | 'phone-setup';

/** What they make of events. */
export const phonePage: Handlers<StateOfPhonePage> = { 'phone-sign-in': phoneSignIn, 'phone-setup': phoneSetup };
