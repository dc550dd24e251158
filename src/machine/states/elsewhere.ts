import type { IdentitySummary } from '../../client/types.ts';
import type { Step } from '../effect.ts';
import { enterPin } from '../enter.ts';
import type { MachineEvent } from '../event.ts';
import type { State } from '../state.ts';

/**
 * Another tab has finished what this one is still at: its identity is here, so its PIN is asked for. Going on with the registration could
 * only fail, because it has been used up. Undefined where the event says nothing of the kind.
 */
export function finishedElsewhere(state: State, event: MachineEvent): Step<State> | undefined {
  if (event.type !== 'identities-changed') return undefined;
  const before = new Set(state.context.identities.map(({ id }) => id));
  const made = event.identities.find((one) => one.state === 'active' && !before.has(one.id) && isWaitedFor(state, one));
  return made && enterPin({ ...state.context, identities: event.identities, pending: undefined }, made);
}

function isWaitedFor(state: State, made: IdentitySummary): boolean {
  switch (state.name) {
    case 'home': return true;
    // A form beside existing identities was opened to add one more.
    case 'add-identity': return !state.busy && state.context.identities.length === 0;
    case 'confirm-email': case 'not-active': case 'choose-pin': return sameUser(state.pending.userId, made.userId);
    case 'locked': return sameUser(state.identity.userId, made.userId);
    default: return false;
  }
}

/** Servers may fold the case of what was typed. */
const sameUser = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();
