import type { Step } from '../effect.ts';
import { choosePin as chooseAgain, enterPin, newPinLength, showIdentities, isHere, trouble } from '../enter.ts';
import type { MachineEvent } from '../event.ts';
import type { ChooseNote, ChoosePin, Registering, SetUp, State } from '../state.ts';
import { start, tell, to } from '../step.ts';
import { correct } from './add-identity.ts';
import { madeElsewhere } from './elsewhere.ts';

/** A new PIN, and the same once more. The digits are judged and compared where they lie; the machine hears the verdicts. */
export function choosePin(state: ChoosePin, event: MachineEvent): Step<State> {
  switch (event.type) {
    case 'entry': return to({ ...state, length: event.length, note: event.length > 0 ? undefined : state.note });
    case 'submit': return submit(state);
    case 'judged': return state.step === 'first' ? judged(state, event.verdict) : to(state);
    case 'compared': return state.step === 'again' ? compared(state, event.same) : to(state);
    case 'back': return back(state);
    default: return to(state);
  }
}

function submit(state: ChoosePin): Step<State> {
  if (state.length < newPinLength(state.context)) return to({ ...state, note: 'incomplete' });
  return to(state, state.step === 'first' ? { type: 'judge-entry', refuse: refusesEasy(state) } : { type: 'compare-entry' });
}

const refusesEasy = ({ context }: ChoosePin): boolean => context.project?.easyPin === 'refuse';

const afresh = (state: ChoosePin, step: 'first' | 'again', note?: ChooseNote): Step<State> =>
  to({ ...state, step, length: 0, note }, { type: 'open-entry', limit: newPinLength(state.context) });

function judged(state: ChoosePin, verdict: 'fine' | 'easy'): Step<State> {
  if (verdict === 'easy') return afresh(state, 'first', refusesEasy(state) ? 'easy-refused' : 'easy');
  const next = afresh(state, 'again');
  return { ...next, effects: [{ type: 'keep-entry' }, ...next.effects] };
}

function compared(state: ChoosePin, same: boolean): Step<State> {
  if (!same) return { ...afresh(state, 'first', 'different'), effects: [{ type: 'wipe-entry' }, { type: 'open-entry', limit: newPinLength(state.context) }] };
  const { context, pending } = state;
  return to({ name: 'registering', context, pending }, { type: 'seal-entry' }, start('request', { type: 'register', pending }));
}

function back(state: ChoosePin): Step<State> {
  if (state.step === 'again') return afresh(state, 'first');
  if (state.context.identities.length > 0 || state.context.flow === 'identities') return showIdentities(state.context);
  return correct(state.context, state.pending);
}

/** Key pair, shares and token are being made. */
export function registering(state: Registering, event: MachineEvent): Step<State> {
  switch (event.type) {
    case 'registered': {
      const context = { ...state.context, identities: event.identities, pending: undefined };
      return to({ name: 'set-up', context, identity: event.identity }, tell({ type: 'registered', userId: event.identity.userId }));
    }
    case 'failed':
      return event.problem.code === 'INVALID_PIN'
        ? chooseAgain(state.context, state.pending)
        : madeElsewhere(state) ?? trouble(state.context, event.problem, { to: 'choose-pin' });
    default:
      return to(state);
  }
}

/** "Congratulations!" Another tab may remove the identity at once. */
export function setUp(state: SetUp, event: MachineEvent): Step<State> {
  if (event.type === 'sign-in') return enterPin(state.context, state.identity);
  return event.type !== 'identities-changed' || isHere(state) ? to(state) : showIdentities(state.context);
}
