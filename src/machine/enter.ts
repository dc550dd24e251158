import type { RequestDetails } from '../client/phone-wire.ts';
import type { IdentitySummary, PendingRegistration } from '../client/types.ts';
import { canonicalUserId } from '../user-id.ts';
import type { Effect, Step } from './effect.ts';
import { firstScreen, offersPhone } from './offer.ts';
import { passesAlone, troubleKind } from './problem.ts';
import type { Problem } from './problem.ts';
import type { AddIdentity, ConfirmEmail, ConfirmNote, Context, EnterAccessNumber, ListNote, NotActive, PinNote, Resume, State } from './state.ts';
import { start, tell, to } from './step.ts';

/** Where a flow begins: what was begun and not finished, else what is to be shown first, else adding an identity. */
export function begin(context: Context): Step<State> {
  const { visit, pending, identities } = context;
  if (context.flow === 'identities') return showIdentities(context, usable(identities[0]));
  if (visit.userId !== undefined) return beginFor(visit.userId, context);
  const last = identities[0];
  if (pending && isAwaited(pending, last)) return resumePending(context, pending, 'confirm-email');
  if (last === undefined || !context.ways.includes('browser')) return addFirst(context);
  const first = firstScreen(context);
  if (first === 'home' && context.ways.length > 1) return to({ name: 'home', context });
  return first === 'identities' ? showIdentities(context, usable(last)) : openIdentity(context, last);
}

/** The id of an identity that can sign in. */
const usable = (identity: IdentitySummary | undefined): string | undefined => (identity?.state === 'active' ? identity.id : undefined);

/** Whether it can still come to something by itself. */
const isOpen = ({ state }: PendingRegistration): boolean => state === 'sent' || state === 'confirmed';

/**
 * Whether it stands before this identity: it was begun after all that was done with that, and somebody here asked for it. What an
 * activation token or a link has brought, which is confirmed without a session of ours, counts on that visit alone.
 */
const isAwaited = (pending: PendingRegistration, identity: IdentitySummary | undefined): boolean =>
  !identity || (isOpen(pending) && pending.startedAt >= identity.lastUsedAt && (pending.state === 'sent' || pending.method === 'code' || pending.handedOver));

/** A given user id: its unfinished registration, its identity, or a registration without a form. */
function beginFor(given: string, context: Context): Step<State> {
  const userId = canonicalUserId(given);
  const { pending, identities } = context;
  const known = identities.find((one) => one.userId === userId);
  if (pending?.userId === userId && isOpen(pending) && isAwaited(pending, known)) return resumePending(context, pending, 'confirm-email');
  if (known !== undefined) return openIdentity(context, known);
  return requestRegistration(context, userId, '');
}

/** Asks for the mail while the frame shows that something is starting. A device without a name is given one by the client. */
export const requestRegistration = (context: Context, userId: string, deviceName: string): Step<State> =>
  to({ name: 'starting', context, doing: { to: 'request', userId, deviceName } }, start('request', { type: 'start-registration', userId, deviceName }));

/** Nobody is here yet: the choice of ways where there is one, else the form. */
export const addFirst = (context: Context): Step<State> =>
  context.ways.length > 1 ? to({ name: 'home', context }) : to(offersPhone(context) ? { name: 'phone-sign-in', context } : addForm(context));

/** The form, filled in with what is known; it proposes a name for a device that has none. */
export const addForm = (context: Context, userId = '', deviceName = ''): AddIdentity =>
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
    ? { type: 'open-entry', limit: codeLength(context) }
    : start('wait', { type: 'wait', pending });
  return to(state, entry, start('clock', { type: 'clock' }));
}

/** The keypad for a new PIN. */
export const choosePin = (context: Context, pending: PendingRegistration): Step<State> =>
  to({ name: 'choose-pin', context, pending, step: 'first', length: 0, note: undefined }, { type: 'open-entry', limit: newPinLength(context) });

/** Digits of a PIN that is about to be chosen (docs/protocol.md 2). */
export const newPinLength = ({ project }: Context): number => project?.pinLength ?? 4;

/** Digits of a mailed code (docs/protocol.md 2). */
export const codeLength = ({ project }: Context): number => project?.limits.codeLength ?? 6;

/** An identity that was chosen: its keypad, or what has become of it. */
export function openIdentity(context: Context, identity: IdentitySummary): Step<State> {
  if (identity.state === 'revoked') return to({ name: 'locked', context, identity, byWrongPin: false });
  if (identity.state === 'expired') return trouble(context, { code: 'IDENTITY_EXPIRED' }, resumeWith(identity));
  if (identity.state === 'damaged') return trouble(context, { code: 'IDENTITY_DAMAGED' }, resumeWith(identity));
  return enterPin(context, identity);
}

/** Signing in on this device: with the identity used last, or with setting one up. */
export function signInHere(context: Context): Step<State> {
  const last = context.identities[0];
  return last === undefined ? to(addForm(context)) : openIdentity(context, last);
}

const resumeWith = (identity: IdentitySummary): Resume => ({ to: 'enter-pin', identityId: identity.id });

/**
 * The keypad to sign in. Whatever needs no PIN is prepared while it is typed. No way leads there past a document that is to be signed and
 * was not agreed to.
 */
export function enterPin(context: Context, identity: IdentitySummary, note?: PinNote, attemptsLeft?: number): Step<State> {
  const { flow, visit, errand } = context;
  if (errand?.for === 'request' && !errand.agreed) return confirmRequest(context, identity, errand.request);
  if (errand === undefined) {
    if (flow === 'phone') return to({ name: 'identity-options', context, identity });
    if (flow === 'identities') return showIdentities(context, identity.id);
    if (visit.signing === 'asked') return to({ name: 'confirm-signing', context, identity });
  }
  return to({ name: 'enter-pin', context, identity, length: 0, note, attemptsLeft },
    { type: 'open-entry', limit: identity.pinLength }, start('sign-in', { type: 'begin-sign-in', identityId: identity.id, ...(errand && { errand }) }));
}

/** Another device's request: what there is to see of it, before the PIN. Where nobody is set up here, that is said. */
export const openRequest = (context: Context, request: RequestDetails, identity = context.identities.find(({ state }) => state === 'active')): Step<State> =>
  confirmRequest({ ...context, errand: { for: 'request', request, agreed: false } }, identity, request);

const confirmRequest = (context: Context, identity: IdentitySummary | undefined, request: RequestDetails): Step<State> =>
  to({ name: 'confirm-request', context, identity, request, busy: false }, start('clock', { type: 'clock' }));

/** What is left of an errand when its keypad is left: a request is looked at again, by whoever is to answer it; everything else is given up. */
export const withoutErrand = (context: Context): Context =>
  ({ ...context, errand: context.errand?.for === 'request' ? { ...context.errand, agreed: false } : undefined });

/** The form for the number that another device shows. */
export const numberForm = (context: Context, identity: IdentitySummary): EnterAccessNumber =>
  ({ name: 'enter-access-number', context, identity, accessNumber: '', problem: undefined, busy: false });

/** Digits of a QuickCode (docs/protocol.md 10.7). */
export const QUICK_CODE_LENGTH = 6;

/** The form for the code by which another device sets this one up, and for whose it is. */
export const quickCodeForm = (context: Context, userId: string): Step<State> =>
  to({ name: 'quick-code', context, userId, problems: {}, length: 0, note: undefined, triesLeft: undefined, busy: false }, { type: 'open-entry', limit: QUICK_CODE_LENGTH });

/** The identity was revoked a moment ago: shown, and the page is told. */
export function lock(context: Context, identity: IdentitySummary, byWrongPin: boolean): Step<State> {
  const revoked: IdentitySummary = { ...identity, state: 'revoked' };
  const identities = context.identities.map((one) => (one.id === identity.id ? revoked : one));
  return to({ name: 'locked', context: withoutErrand({ ...context, identities }), identity: revoked, byWrongPin }, tell({ type: 'locked', userId: identity.userId }));
}

/** The list, or the first step where there is nothing to list. The clock tells once what "now" is: the list says when each was used. */
export function showIdentities(context: Context, currentId?: string, note?: ListNote): Step<State> {
  if (context.flow !== 'identities' && context.identities.length === 0 && context.pending === undefined) return addFirst(context);
  const known = context.identities.some(({ id }) => id === currentId);
  return to({ name: 'identities', context: withoutErrand(context), currentId: known ? currentId : undefined, note }, start('clock', { type: 'clock' }));
}

/** One identity, to be changed; with what was typed into its field. */
export const editIdentity = (context: Context, identity: IdentitySummary, currentId: string | undefined, deviceName = identity.deviceName): Step<State> =>
  to({ name: 'edit-identity', context, identity, currentId, deviceName, problem: undefined, busy: false }, start('clock', { type: 'clock' }));

/** Whether the identity that a state is about is still here. */
export const isHere = ({ context, identity }: { readonly context: Context; readonly identity: IdentitySummary }): boolean => context.identities.includes(identity);

/** The identity of an id. */
export const findIdentity = ({ identities }: Context, id: string): IdentitySummary | undefined => identities.find((one) => one.id === id);

/** A screen of its own for what went wrong; with the clock, where there is a time to wait for. */
export function trouble(context: Context, problem: Problem, resume: Resume): Step<State> {
  const told = tell({ type: 'error', code: problem.code });
  const state: State = { name: 'trouble', context, problem, resume, asked: 0, askAt: undefined };
  return problem.retryAt === undefined && !goesAlone(problem, resume) ? to(state, told) : to(state, told, start('clock', { type: 'clock' }));
}

/**
 * Whether a trouble ends by itself once the server is reached. What a server failed to do is not asked again unasked, where that would
 * use something up or send a mail.
 */
export const goesAlone = ({ code }: Problem, { to: where }: Resume): boolean =>
  passesAlone(troubleKind(code)) && (troubleKind(code) === 'offline' || (where !== 'request' && where !== 'activation' && where !== 'link'));
