import type { IdentitySummary } from '../../client/types.ts';
import { sameUser } from '../../user-id.ts';
import type { Step } from '../effect.ts';
import { enterPin, findIdentity } from '../enter.ts';
import type { MachineEvent } from '../event.ts';
import type { PinNote, Registering, State } from '../state.ts';

/**
 * Another tab has finished what this one is still at: its identity is here, so its PIN is asked for. Going on with the registration, or with
 * an identity in whose place another is, could only fail. Undefined where the event says nothing of the kind.
 */
export function finishedElsewhere(state: State, event: MachineEvent): Step<State> | undefined {
  if (event.type !== 'identities-changed') return undefined;
  const made = event.identities.find((one) => one.state === 'active' && !findIdentity(state.context, one.id) && isWaitedFor(state, one));
  return made && enterPin({ ...state.context, identities: event.identities, pending: undefined }, made, countsInstead(state, made));
}

/** Whoever chose a PIN here, or is choosing one, has to know that it does not count; renewed secrets keep it, and the time they were made. */
const countsInstead = (state: State, { createdAt }: IdentitySummary): PinNote | undefined =>
  state.name === 'choose-pin' || ('identity' in state && state.identity?.createdAt !== createdAt) ? { kind: 'replaced' } : undefined;

function isWaitedFor(state: State, made: IdentitySummary): boolean {
  switch (state.name) {
    // A choice or a form beside existing identities was not opened because nobody was here.
    case 'home': return state.context.identities.length === 0;
    case 'add-identity': return !state.busy && state.context.identities.length === 0;
    case 'confirm-email': case 'not-active': case 'choose-pin': return sameUser(state.pending.userId, made.userId);
    case 'enter-pin': case 'set-up': case 'locked': return sameUser(state.identity.userId, made.userId);
    default: return false;
  }
}

/** A registration that failed because another tab had finished it first: the PIN chosen there counts, and this person is told. */
export function madeElsewhere({ context, pending }: Registering): Step<State> | undefined {
  const made = context.identities.find((one) => one.state === 'active' && sameUser(one.userId, pending.userId) && one.createdAt >= pending.startedAt);
  return made && enterPin({ ...context, pending: undefined }, made, { kind: 'replaced' });
}
