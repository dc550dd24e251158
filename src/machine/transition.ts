import type { Step } from './effect.ts';
import type { MachineEvent } from './event.ts';
import type { State, StateName, StateOf } from './state.ts';
import { addIdentity } from './states/add-identity.ts';
import { home, starting } from './states/begin.ts';
import { choosePin, registering, setUp } from './states/choose-pin.ts';
import { confirming } from './states/confirm.ts';
import { confirmRemove, confirmReset, editIdentity } from './states/edit-identity.ts';
import { finishedElsewhere } from './states/elsewhere.ts';
import { identities } from './states/identities.ts';
import { otp } from './states/otp.ts';
import { confirmSigning } from './states/sign-document.ts';
import { authenticating, enterPin, locked, signedIn } from './states/sign-in.ts';
import { trouble } from './states/trouble.ts';
import { exitEffects, withContext } from './step.ts';

type Handlers = { readonly [Name in StateName]: (state: StateOf<Name>, event: MachineEvent) => Step<State> };

const handlers: Handlers = {
  starting, home, 'add-identity': addIdentity, 'confirm-email': confirming, 'not-active': confirming, 'choose-pin': choosePin,
  registering, 'set-up': setUp, 'enter-pin': enterPin, authenticating, 'signed-in': signedIn, otp, locked,
  'confirm-reset': confirmReset, 'confirm-signing': confirmSigning, identities, 'edit-identity': editIdentity, 'confirm-remove': confirmRemove, trouble,
};

/** The machine before anything has happened; it waits for `start`. */
export const initialState: State = {
  name: 'starting',
  doing: { to: 'start' },
  context: {
    now: 0, flow: 'browser', wishes: {}, ways: ['browser'], visit: { userId: undefined, activation: false, link: false }, deviceName: '',
    project: undefined, identities: [], pending: undefined,
  },
};

/**
 * The PIN-pad's whole behaviour (docs/machine.md): what follows from an event in a state, and what is to be done about it. Pure: no
 * clock, no I/O, no secret. An event that means nothing in a state changes nothing, which is also how late answers are ignored.
 */
export function transition(state: State, event: MachineEvent): Step<State> {
  const known = learn(state, event);
  const handler = handlers[known.name] as (state: State, event: MachineEvent) => Step<State>;
  const step = finishedElsewhere(state, event) ?? handler(known, event);
  const exits = exitEffects(state.name, step.state.name);
  return exits.length === 0 ? step : { state: step.state, effects: [...exits, ...step.effects] };
}

/** What every state learns from an event before it decides. */
function learn(state: State, event: MachineEvent): State {
  if (event.type === 'tick') return withContext(state, { now: event.now });
  if (event.type === 'identities-changed') return withContext(state, { identities: event.identities });
  return state;
}
