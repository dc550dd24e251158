import type { IdentitySummary } from '../../client/types.ts';
import type { Step } from '../effect.ts';
import { addForm, enterPin as askPin, lock, openIdentity, showIdentities, isHere, trouble, withoutErrand } from '../enter.ts';
import type { MachineEvent } from '../event.ts';
import type { Problem } from '../problem.ts';
import type { Authenticating, Context, EnterPin, Locked, SignedIn, State } from '../state.ts';
import { offersPhone } from '../offer.ts';
import { start, tell, to } from '../step.ts';

/** Asks for the PIN. */
export function enterPin(state: EnterPin, event: MachineEvent): Step<State> {
  switch (event.type) {
    case 'entry': return entry(state, event.length);
    case 'submit': return submit(state);
    case 'choose-way': return event.way === 'phone' && offersPhone(state.context) ? to({ name: 'phone-sign-in', context: state.context }) : to(state);
    case 'forgot-pin': return to({ name: 'confirm-reset', context: withoutErrand(state.context), identity: state.identity, from: 'enter-pin', currentId: state.identity.id, busy: false });
    case 'back':
    case 'show-identities': return showIdentities(state.context, state.identity.id);
    case 'failed': return preparationFailed(state, event.problem);
    case 'identities-changed': return changedElsewhere(state);
    default: return to(state);
  }
}

function entry(state: EnterPin, length: number): Step<State> {
  const next: EnterPin = { ...state, length, note: length > 0 ? undefined : state.note };
  return state.length === 0 && length > 0 ? to(next, { type: 'first-digit' }) : to(next);
}

function submit(state: EnterPin): Step<State> {
  const { context, identity, attemptsLeft } = state;
  if (state.length < identity.pinLength) return to({ ...state, note: { kind: 'incomplete' } });
  return to({ name: 'authenticating', context, identity, attemptsLeft }, { type: 'seal-entry' }, start('request', { type: 'finish-sign-in' }));
}

/**
 * Preparing runs ahead of the person. What it learns about the identity is shown at once; a lost connection is not: it may be back
 * before the last digit, and finishing tries again.
 */
const preparationFailed = (state: EnterPin, problem: Problem): Step<State> =>
  problem.code.startsWith('IDENTITY_') ? identityFailed(state.context, state.identity, problem) : to(state);

/** Another tab removed this identity, or used up its attempts. */
function changedElsewhere(state: EnterPin): Step<State> {
  const { context, identity } = state;
  if (!isHere(state)) return showIdentities(context);
  return identity.state === 'active' ? to(state) : openIdentity(context, identity);
}

/** The proof is checked by the server. */
export function authenticating(state: Authenticating, event: MachineEvent): Step<State> {
  if (event.type === 'password-made') return showPassword(state, event.userId);
  if (event.type === 'quick-code-made') return showQuickCode(state, event);
  if (event.type === 'authenticated') {
    const { context, identity } = state;
    if (context.errand?.for === 'request') return to({ name: 'approved', context: { ...context, errand: undefined }, identity, userId: event.userId, busy: false, note: undefined });
    return to({ name: 'signed-in', context, identity, userId: event.userId }, tell({ type: 'signed-in', userId: event.userId }));
  }
  return event.type === 'failed' && event.task === 'finish-sign-in' ? failed(state, event.problem) : to(state);
}

/** The proof yielded a one-time password. The machine does not hold it: it goes to who shows it with what the page is told. */
const showPassword = ({ context, identity }: Authenticating, userId: string): Step<State> =>
  to({ name: 'otp', context, identity, userId }, tell({ type: 'password-made', userId }));

/** The same for a code that sets one more device up, whose time the clock counts down. */
const showQuickCode = ({ context, identity }: Authenticating, { userId, expiresAt }: Extract<MachineEvent, { type: 'quick-code-made' }>): Step<State> =>
  to({ name: 'add-device', context, identity, expiresAt }, tell({ type: 'quick-code-made', userId }), start('clock', { type: 'clock' }));

function failed({ context, identity, attemptsLeft }: Authenticating, problem: Problem): Step<State> {
  const left = attemptsLeft ?? context.project?.pinAttempts;
  if (problem.code === 'INVALID_PIN') return askPin(context, identity);
  if (problem.code === 'WRONG_PIN') {
    const again = askPin(context, identity, { kind: 'wrong', attemptsLeft: problem.attemptsLeft }, problem.attemptsLeft ?? (left && left - 1));
    return { ...again, effects: [...again.effects, tell({ type: 'error', code: problem.code })] };
  }
  return identityFailed(context, identity, problem, problem.attemptsLeft === 0 || left === 1);
}

const identityFailed = (context: Context, identity: IdentitySummary, problem: Problem, byWrongPin = false): Step<State> =>
  problem.code === 'IDENTITY_REVOKED' ? lock(context, identity, byWrongPin)
    // A request that is over is not answered any more.
    : trouble(problem.code.startsWith('REQUEST_') ? { ...context, errand: undefined } : context, problem, { to: 'enter-pin', identityId: identity.id });

/** Done. */
export function signedIn(state: SignedIn, event: MachineEvent): Step<State> {
  const { context, identity } = state;
  if (event.type === 'refused') return refused(state, event.reason);
  if (event.type !== 'sign-out' && event.type !== 'phone-signed-out') return to(state);
  const again = identity === undefined ? to({ name: 'phone-sign-in', context }) : askPin(context, identity);
  return { ...again, effects: [...again.effects, tell({ type: 'signed-out', userId: state.userId })] };
}

/** The site does not let this person in. Nothing is wrong with the identity: it stays. */
const refused = ({ context, identity }: SignedIn, reason: string | undefined): Step<State> =>
  trouble(context, { code: 'ACCESS_REFUSED', ...(reason !== undefined && { reason }) }, identity === undefined ? { to: 'start' } : { to: 'enter-pin', identityId: identity.id });

/** Only a new registration helps. */
export function locked(state: Locked, event: MachineEvent): Step<State> {
  switch (event.type) {
    case 'register-again': return to(addForm(state.context, state.identity.userId, state.identity.deviceName));
    case 'back':
    case 'show-identities': return showIdentities(state.context, state.identity.id);
    default: return to(state);
  }
}
