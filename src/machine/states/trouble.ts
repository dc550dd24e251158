import type { Step } from '../effect.ts';
import { addFirst, addForm, choosePin, editIdentity, enterPin, findIdentity, goesAlone, numberForm, quickCodeForm, requestRegistration, resumePending, showIdentities } from '../enter.ts';
import type { MachineEvent } from '../event.ts';
import { recoveryOf, troubleKind } from '../problem.ts';
import type { Recovery } from '../problem.ts';
import type { Context, Resume, State, Trouble } from '../state.ts';
import { start, to } from '../step.ts';
import { perform } from './begin.ts';

/** One screen for every trouble: the way on that helps, and a way back where there is one. */
export function trouble(state: Trouble, event: MachineEvent): Step<State> {
  switch (event.type) {
    case 'tick': return tick(state);
    case 'reached': return recover(state);
    case 'retry': return retryIn(state) > 0 ? to(state) : recover(state);
    case 'awake': return passes(state) ? recover(state) : to(state);
    case 'back':
    case 'show-identities': return canLeave(state) ? showIdentities(state.context) : to(state);
    default: return to(state);
  }
}

const passes = ({ problem, resume }: Trouble): boolean => goesAlone(problem, resume);

/** Counts a pause down; or asks now and then, ever less often, whether the server is back. Nobody notices before it is. */
function tick(state: Trouble): Step<State> {
  if (retryIn(state) > 0) return to(state);
  if (!passes(state)) return to(state, { type: 'cancel', key: 'clock' });
  const { asked, askAt, context: { now } } = state;
  if (askAt === undefined) return to({ ...state, askAt: now + pauseBefore(asked) });
  if (now < askAt) return to(state);
  return to({ ...state, asked: asked + 1, askAt: now + pauseBefore(asked + 1) }, start('request', { type: 'reach' }));
}

/** Seconds before the server is asked again, after so many times. A question that is still open then is dropped. */
const pauseBefore = (asked: number): number => Math.min(5 * 2 ** asked, 30);

/** Whether there is a list to go back to. */
export const canLeave = ({ context }: Trouble): boolean => context.identities.length > 0 || (context.flow === 'identities' && context.project !== undefined);

/** Seconds until trying again makes sense; 0 when it does. */
export const retryIn = ({ problem, context }: Trouble): number =>
  problem.retryAt === undefined ? 0 : Math.max(0, Math.ceil(problem.retryAt - context.now));

/** What helps against this trouble here. */
export const recovery = (state: Trouble): Recovery => recoveryOf(troubleKind(state.problem.code));

function recover(state: Trouble): Step<State> {
  const { context, resume } = state;
  switch (recovery(state)) {
    case 'add-identity': return to(addForm({ ...context, identities: [], pending: undefined }));
    case 'register-again': return registerAgain(context, resume);
    case 'send-again': return sendAgain(context, resume);
    case 'retry':
    case 'wait': return again(context, resume);
  }
}

/** The identity is of no use any more: its user is registered again; the old one stays until the new one exists. */
function registerAgain(context: Context, resume: Resume): Step<State> {
  const identity = 'identityId' in resume ? findIdentity(context, resume.identityId) : undefined;
  return to(addForm(context, identity?.userId, identity?.deviceName));
}

function sendAgain(context: Context, resume: Resume): Step<State> {
  const asked = resume.to === 'request' || resume.to === 'add-identity' ? resume : context.pending;
  return asked === undefined ? to(addForm(context, context.visit.userId)) : requestRegistration(context, asked.userId, asked.deviceName);
}

/** Picks up where it went wrong. */
function again(context: Context, resume: Resume): Step<State> {
  switch (resume.to) {
    case 'add-identity': return to({ ...addForm(context, resume.userId, resume.deviceName), replaces: resume.replaces });
    case 'confirm': return context.pending === undefined ? addFirst(context) : resumePending(context, context.pending, 'confirm-email');
    case 'choose-pin': return context.pending === undefined ? addFirst(context) : choosePin(context, context.pending);
    case 'quick-code': return quickCodeForm(context, resume.userId);
    case 'enter-pin': case 'access-number': {
      const identity = findIdentity(context, resume.identityId);
      if (identity === undefined) return showIdentities(context);
      return resume.to === 'enter-pin' ? enterPin(context, identity) : to(numberForm(context, identity));
    }
    case 'edit-identity': {
      const identity = findIdentity(context, resume.identityId);
      return identity === undefined ? showIdentities(context, resume.currentId) : editIdentity(context, identity, resume.currentId, resume.deviceName);
    }
    default: return perform(context, resume);
  }
}
