import type { PendingRegistration } from '../../client/types.ts';
import type { Step } from '../effect.ts';
import type { MachineEvent } from '../event.ts';
import { recoveryOf, troubleKind } from '../problem.ts';
import type { State, Trouble } from '../state.ts';
import { correct } from './add-identity.ts';
import { trouble } from './trouble.ts';

/** A mail that came to nothing may have gone to a wrong address: besides what helps against any trouble, its address can be changed. */
export function unconfirmed(state: Trouble, event: MachineEvent): Step<State> {
  const pending = unconfirmedOf(state);
  return event.type === 'change-address' && pending !== undefined ? correct(state.context, pending) : trouble(state, event);
}

/** The registration whose mail was refused or expired, or cannot be sent again now; undefined where a trouble is another one. */
export function unconfirmedOf({ context: { pending }, problem, resume }: Trouble): PendingRegistration | undefined {
  const concerns = resume.to === 'request' ? resume.userId === pending?.userId : recoveryOf(troubleKind(problem.code)) === 'send-again';
  return concerns ? pending : undefined;
}
