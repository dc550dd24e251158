import type { IdentitySummary } from '../../client/types.ts';
import { sameUser } from '../../user-id.ts';
import type { Step } from '../effect.ts';
import { enterPin } from '../enter.ts';
import type { MachineEvent } from '../event.ts';
import type { Context, PinNote, Registering, State } from '../state.ts';

/**
 * Another tab has finished what this one is still at: its identity is here, so its PIN is asked for. Going on with the registration could
 * only fail, because it has been used up. Undefined where the event says nothing of the kind.
 */
export function finishedElsewhere(state: State, event: MachineEvent): Step<State> | undefined {
  if (event.type !== 'identities-changed') return undefined;
  const before = new Set(state.context.identities.map(({ id }) => id));
  const made = event.identities.find((one) => one.state === 'active' && !before.has(one.id) && isWaitedFor(state, one));
  // Whoever was choosing a PIN here has to know that this one does not count.
  const note: PinNote | undefined = state.name === 'choose-pin' ? { kind: 'replaced' } : undefined;
  return made && enterPin({ ...state.context, identities: event.identities, pending: undefined }, made, note);
}

function isWaitedFor(state: State, made: IdentitySummary): boolean {
  switch (state.name) {
    // A choice or a form beside existing identities was not opened because nobody was here.
    case 'home': return state.context.identities.length === 0;
    case 'add-identity': return !state.busy && state.context.identities.length === 0;
    case 'confirm-email': case 'not-active': case 'choose-pin': return sameUser(state.pending.userId, made.userId);
    case 'locked': return sameUser(state.identity.userId, made.userId);
    default: return false;
  }
}

/** A registration that failed because another tab had finished it first: the PIN chosen there counts, and this person is told. */
export function madeElsewhere({ context, pending }: Registering): Step<State> | undefined {
  const made = context.identities.find((one) => one.state === 'active' && sameUser(one.userId, pending.userId) && one.createdAt >= pending.startedAt);
  return made && enterPin({ ...context, pending: undefined }, made, { kind: 'replaced' });
}

/**
 * What another tab has put in an identity's place: a new one with a PIN of its own, of which the person is told, or the same one with
 * renewed secrets (docs/protocol.md 6.3), which keeps the PIN and the time it was made.
 */
export function replacementOf(gone: IdentitySummary, context: Context): Step<State> | undefined {
  const made = context.identities.find((one) => one.state === 'active' && one.id !== gone.id && sameUser(one.userId, gone.userId));
  return made && enterPin({ ...context, pending: undefined }, made, made.createdAt === gone.createdAt ? undefined : { kind: 'replaced' });
}
