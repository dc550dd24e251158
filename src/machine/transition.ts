import type { Step } from './effect.ts';
import type { MachineEvent } from './event.ts';
import type { State, StateName, StateOf } from './state.ts';
import { finishedElsewhere } from './states/elsewhere.ts';
import { exitEffects, withContext } from './step.ts';

/** What some of the states make of events. */
export type Handlers<Name extends StateName = StateName> = { readonly [One in Name]: (state: StateOf<One>, event: MachineEvent) => Step<State> };

type Handler = (state: State, event: MachineEvent) => Step<State>;

/** The machine before anything has happened; it waits for `start`. */
export const initialState: State = {
  name: 'starting',
  doing: { to: 'start' },
  context: {
    now: 0, flow: 'browser', wishes: {}, ways: ['browser'], visit: { userId: undefined, activation: false, link: false },
    project: undefined, identities: [], pending: undefined,
  },
};

/**
 * The transition function of a machine that knows these states; undefined for an event in a state that it does not know. Pages begin with
 * those of a returning person and fetch the others with their screens.
 */
export function transitionIn(handlers: Handlers): (state: State, event: MachineEvent) => Step<State>;
export function transitionIn(handlers: Partial<Handlers>): (state: State, event: MachineEvent) => Step<State> | undefined;
export function transitionIn(handlers: Partial<Handlers>): (state: State, event: MachineEvent) => Step<State> | undefined {
  return (state, event) => {
    const handler = handlers[state.name] as Handler | undefined;
    return handler && follow(handler, state, event);
  };
}

function follow(handler: Handler, state: State, event: MachineEvent): Step<State> {
  const step = finishedElsewhere(state, event) ?? handler(learn(state, event), event);
  const exits = exitEffects(state.name, step.state.name);
  return exits.length === 0 ? step : { state: step.state, effects: [...exits, ...step.effects] };
}

/**
 * What every state learns from an event before it decides. The identity that it is about is the one that its user has now, of whom there is
 * always one: renewed secrets (docs/protocol.md 6.3), or another registration, may have put it in the place of the one before.
 */
function learn(state: State, event: MachineEvent): State {
  if (event.type === 'tick') return withContext(state, { now: event.now });
  if (event.type !== 'identities-changed') return state;
  const { identities, pending } = event;
  const known = withContext(state, { identities, pending });
  const identity = 'identity' in known ? known.identity : undefined;
  return identity ? { ...known, identity: identities.find(({ userId }) => userId === identity.userId) ?? identity } as State : known;
}
