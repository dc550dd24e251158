import type { IdentitySummary, PendingRegistration } from '../client/types.ts';
import type { Effect, Step } from './effect.ts';
import { passesAlone, troubleKind } from './problem.ts';
import type { Problem } from './problem.ts';
import type { AddIdentity, ConfirmEmail, ConfirmNote, Context, NotActive, PinNote, Resume, State } from './state.ts';
import { start, tell, to } from './step.ts';

/** The digits of a mailed code where the server does not say (docs/protocol.md 2). */
const CODE_LENGTH = 6;

/** How long to leave a lost connection alone before waiting again, seconds. */
const WAIT_AGAIN_SECONDS = 5;

/** Where a flow begins: what was begun and not finished, else the identity used last, else adding one. */
export function begin(context: Context): Step<State> {
  const { visit, pending, identities } = context;
  if (visit.userId !== undefined) return beginFor(visit.userId, context);
  const last = identities[0];
  if (pending !== undefined && (last === undefined || isAwaited(pending))) return resumePending(context, pending, 'confirm-email');
  return last === undefined ? addFirst(context) : openIdentity(context, last);
}

/** Whether it can still come to something by itself. */
const isOpen = ({ state }: PendingRegistration): boolean => state === 'sent' || state === 'confirmed';

/**
 * Whether somebody here asked for it. What an activation token or a link has brought, which is confirmed without a session of ours,
 * counts on that visit alone: on later ones it does not stand before an identity that works.
 */
const isAwaited = (pending: PendingRegistration): boolean =>
  isOpen(pending) && !(pending.state === 'confirmed' && pending.method === 'link' && !pending.handedOver);

/** A given user id: its unfinished registration, its identity, or a registration without a form. */
function beginFor(userId: string, context: Context): Step<State> {
  const { pending, identities } = context;
  const known = identities.find((one) => one.userId === userId);
  if (pending?.userId === userId && (known === undefined ? isOpen(pending) : isAwaited(pending))) return resumePending(context, pending, 'confirm-email');
  if (known !== undefined) return openIdentity(context, known);
  return requestRegistration(context, userId, context.deviceName);
}

/** Asks for the mail while the frame shows that something is starting. */
export const requestRegistration = (context: Context, userId: string, deviceName: string): Step<State> =>
  to({ name: 'starting', context, doing: { to: 'request', userId, deviceName } }, start('request', { type: 'start-registration', userId, deviceName }));

/** Nobody is here yet: the choice of ways where there is one, else the form. */
export const addFirst = (context: Context): Step<State> =>
  context.ways.length > 1 ? to({ name: 'home', context }) : to(addForm(context));

/** The form, filled in with what is known. */
export const addForm = (context: Context, userId = '', deviceName = context.deviceName): AddIdentity =>
  ({ name: 'add-identity', context, userId, deviceName, problems: {}, busy: false });

/** An unfinished registration: its next step. */
export function resumePending(context: Context, pending: PendingRegistration, name: 'confirm-email' | 'not-active', note: ConfirmNote = 'waiting'): Step<State> {
  const known = { ...context, pending };
  switch (pending.state) {
    case 'sent': return confirm(known, pending, name, note);
    case 'confirmed': return choosePin(known, pending);
    case 'cancelled': return trouble(known, { code: 'CONFIRMATION_CANCELLED' }, { to: 'confirm' });
    case 'expired': return trouble(known, { code: 'CODE_EXPIRED' }, { to: 'confirm' });
  }
}

function confirm(context: Context, pending: PendingRegistration, name: 'confirm-email' | 'not-active', note: ConfirmNote): Step<State> {
  const state: ConfirmEmail | NotActive = {
    name, context, pending, note, triesLeft: undefined, length: 0, busy: undefined, waitAgainAt: undefined,
  };
  const entry: Effect = pending.method === 'code'
    ? { type: 'open-entry', limit: context.project?.limits.codeLength ?? CODE_LENGTH }
    : start('wait', { type: 'wait', pending });
  return to(state, entry, start('clock', { type: 'clock' }));
}

/** The connection was lost while waiting: say so, and wait again a little later. */
export const waitLater = <S extends ConfirmEmail | NotActive>(state: S, retryAt?: number): Step<State> =>
  to({ ...state, note: 'offline', waitAgainAt: Math.max(retryAt ?? 0, state.context.now + WAIT_AGAIN_SECONDS) }, start('clock', { type: 'clock' }));

/** The keypad for a new PIN. */
export const choosePin = (context: Context, pending: PendingRegistration): Step<State> =>
  to({ name: 'choose-pin', context, pending, step: 'first', length: 0, note: undefined }, { type: 'open-entry', limit: newPinLength(context) });

/** Digits of a PIN that is about to be chosen (docs/protocol.md 2). */
export const newPinLength = (context: Context): number => context.project?.pinLength ?? 4;

/** An identity that was chosen: its keypad, or what has become of it. */
export function openIdentity(context: Context, identity: IdentitySummary): Step<State> {
  if (identity.state === 'revoked') return to({ name: 'locked', context, identity, byWrongPin: false });
  if (identity.state === 'expired') return trouble(context, { code: 'IDENTITY_EXPIRED' }, resumeWith(identity));
  if (identity.state === 'damaged') return trouble(context, { code: 'IDENTITY_DAMAGED' }, resumeWith(identity));
  return enterPin(context, identity);
}

const resumeWith = (identity: IdentitySummary): Resume => ({ to: 'enter-pin', identityId: identity.id });

/**
 * The keypad to sign in. Whatever needs no PIN is prepared while it is typed. No way leads there past a document that is to be signed and
 * was not agreed to.
 */
export const enterPin = (context: Context, identity: IdentitySummary, note?: PinNote, attemptsLeft?: number): Step<State> =>
  context.visit.signing === 'asked' ? to({ name: 'confirm-signing', context, identity })
    : to({ name: 'enter-pin', context, identity, length: 0, note, attemptsLeft },
      { type: 'open-entry', limit: identity.pinLength }, start('sign-in', { type: 'begin-sign-in', identityId: identity.id }));

/** The identity was revoked a moment ago: shown, and the page is told. */
export function lock(context: Context, identity: IdentitySummary, byWrongPin: boolean): Step<State> {
  const revoked: IdentitySummary = { ...identity, state: 'revoked' };
  const identities = context.identities.map((one) => (one.id === identity.id ? revoked : one));
  return to({ name: 'locked', context: { ...context, identities }, identity: revoked, byWrongPin }, tell({ type: 'locked', userId: identity.userId }));
}

/** The list, or the first step where there is nothing to list. */
export function showIdentities(context: Context, currentId?: string): Step<State> {
  if (context.identities.length === 0 && context.pending === undefined) return addFirst(context);
  return to({ name: 'identities', context, currentId });
}

/** A screen of its own for what went wrong; with the clock, where there is a time to wait for. */
export function trouble(context: Context, problem: Problem, resume: Resume): Step<State> {
  const told = tell({ type: 'error', code: problem.code });
  const state: State = { name: 'trouble', context, problem, resume, asked: 0, askAt: undefined };
  return problem.retryAt === undefined && !passesAlone(troubleKind(problem.code)) ? to(state, told) : to(state, told, start('clock', { type: 'clock' }));
}
