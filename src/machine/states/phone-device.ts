import type { Effect, Step } from '../effect.ts';
import { addForm, enterPin, openIdentity, QUICK_CODE_LENGTH, resumePending, showIdentities, trouble } from '../enter.ts';
import type { MachineEvent } from '../event.ts';
import type { Problem } from '../problem.ts';
import type { AddDevice, QuickCode, State } from '../state.ts';
import { start, tell, to } from '../step.ts';
import { userIdProblem } from '../validate.ts';

/** The code is shown that sets one more device up. A new one asks for the PIN again; leaving the screen forgets it. */
export function addDevice(state: AddDevice, event: MachineEvent): Step<State> {
  const { context, identity } = state;
  switch (event.type) {
    case 'tick': return secondsLeft(state) > 0 ? to(state) : to(state, { type: 'cancel', key: 'clock' });
    case 'retry': return enterPin(context, identity);
    case 'back': return context.flow === 'phone' ? openIdentity({ ...context, errand: undefined }, identity) : showIdentities(context, identity.id);
    default: return to(state);
  }
}

/** Seconds that a code can still be used. */
export const secondsLeft = ({ expiresAt, context }: AddDevice): number => Math.max(0, Math.ceil(expiresAt - context.now));

const open: Effect = { type: 'open-entry', limit: QUICK_CODE_LENGTH };

/** A device that is being set up by the code of another one. */
export function quickCode(state: QuickCode, event: MachineEvent): Step<State> {
  if (state.busy) return asked(state, event);
  switch (event.type) {
    case 'entry': return to({ ...state, length: event.length, note: event.length > 0 ? undefined : state.note });
    case 'submit-quick-code': return submit(state, event.userId.trim());
    case 'back': return to(addForm(state.context, state.userId));
    default: return to(state);
  }
}

function submit(state: QuickCode, userId: string): Step<State> {
  const wrong = userIdProblem(userId, state.context);
  const note = state.length < QUICK_CODE_LENGTH ? 'code-incomplete' : undefined;
  if (wrong !== undefined || note !== undefined) return to({ ...state, userId, problems: wrong === undefined ? {} : { userId: wrong }, note });
  return to({ ...state, userId, problems: {}, note: undefined, busy: true }, { type: 'seal-entry' }, start('request', { type: 'use-quick-code', userId }));
}

function asked(state: QuickCode, event: MachineEvent): Step<State> {
  if (event.type === 'registration') return resumePending({ ...state.context, pending: event.pending }, event.pending, 'confirm-email');
  return event.type === 'failed' ? failed(state, event.problem) : to(state);
}

/** Whether a code is wrong, old or somebody else's is one and the same answer. */
function failed(state: QuickCode, problem: Problem): Step<State> {
  const idle: QuickCode = { ...state, busy: false, length: 0 };
  if (problem.code === 'INVALID_USER_ID') return to({ ...idle, problems: { userId: 'invalid' } }, open);
  if (problem.code === 'CODE_WRONG' || problem.code === 'CODE_EXPIRED') {
    return to({ ...idle, note: 'code-wrong', triesLeft: problem.attemptsLeft }, open, tell({ type: 'error', code: problem.code }));
  }
  return trouble(state.context, problem, { to: 'quick-code', userId: state.userId });
}
