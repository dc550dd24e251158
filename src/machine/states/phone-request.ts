import { isAccessNumber } from '../../access-number.ts';
import type { IdentitySummary } from '../../client/types.ts';
import type { Step } from '../effect.ts';
import { addForm, editIdentity, enterPin, findIdentity, lock, numberForm, openIdentity, openRequest, showIdentities, isHere, trouble } from '../enter.ts';
import type { MachineEvent } from '../event.ts';
import { mayAddDevice } from '../offer.ts';
import type { Problem } from '../problem.ts';
import type { Approved, ConfirmRequest, Context, EnterAccessNumber, IdentityOptions, RequestDeclined, ScanRequest, State } from '../state.ts';
import { start, to } from '../step.ts';

/** Digits of an access number. */
const DIGITS = 7;

/** What may be done with an identity on a phone. */
export function identityOptions(state: IdentityOptions, event: MachineEvent): Step<State> {
  const { context, identity } = state;
  switch (event.type) {
    case 'sign-in': return to(numberForm(context, identity));
    case 'make-password': return context.visit.makesPasswords === true ? enterPin({ ...context, errand: { for: 'password' } }, identity) : to(state);
    case 'add-device': return mayAddDevice(context) ? enterPin({ ...context, errand: { for: 'quick-code' } }, identity) : to(state);
    case 'edit': return editIdentity(context, identity, identity.id);
    case 'show-identities': return showIdentities(context, identity.id);
    case 'identities-changed': return follow(state);
    default: return to(state);
  }
}

/** The options of an identity, where none was to be asked for anything yet. */
const options = (context: Context, identity: IdentitySummary | undefined): Step<State> =>
  identity === undefined ? to(addForm({ ...context, errand: undefined })) : openIdentity({ ...context, errand: undefined }, identity);

/** What another tab has made of the identity. */
const follow = (state: IdentityOptions): Step<State> => (isHere(state) ? openIdentity(state.context, state.identity) : showIdentities(state.context));

/** The number that another device shows. A slip shows before anything is sent, and counts for nothing. */
export function enterAccessNumber(state: EnterAccessNumber, event: MachineEvent): Step<State> {
  const { context, identity } = state;
  switch (event.type) {
    case 'submit-number': return state.busy ? to(state) : submit(state, event.accessNumber);
    case 'scan': return state.busy ? to(state) : to({ name: 'scan-request', context, identity });
    case 'back': return state.busy ? to(state) : options(context, identity);
    case 'show-identities': return state.busy ? to(state) : showIdentities(context, identity.id);
    case 'request-found': return openRequest(context, event.request, identity);
    case 'failed': return failed(state, event.problem);
    default: return to(state);
  }
}

function submit(state: EnterAccessNumber, accessNumber: string): Step<State> {
  if (accessNumber.length < DIGITS) return to({ ...state, accessNumber, problem: { kind: 'incomplete' } });
  if (!isAccessNumber(accessNumber)) return to({ ...state, accessNumber, problem: { kind: 'invalid', triesLeft: undefined } });
  return to({ ...state, accessNumber, problem: undefined, busy: true }, start('request', { type: 'resolve-number', identityId: state.identity.id, accessNumber }));
}

function failed(state: EnterAccessNumber, problem: Problem): Step<State> {
  if (problem.code === 'ACCESS_NUMBER_INVALID') return to({ ...state, busy: false, problem: { kind: 'invalid', triesLeft: problem.attemptsLeft } });
  if (problem.code === 'IDENTITY_REVOKED') return lock(state.context, state.identity, false);
  return trouble(state.context, problem, { to: 'access-number', identityId: state.identity.id });
}

/** The camera: what it reads is the public name of a request. */
export function scanRequest(state: ScanRequest, event: MachineEvent): Step<State> {
  const { context, identity } = state;
  switch (event.type) {
    case 'open-request': return to(state, start('request', { type: 'find-request', accessId: event.accessId }));
    case 'request-found': return openRequest(context, event.request, identity);
    case 'failed': return trouble(context, event.problem, { to: 'access-number', identityId: identity.id });
    case 'back': return to(numberForm(context, identity));
    default: return to(state);
  }
}

/** Milliseconds that a request can still be answered; undefined where the server does not tell. Never less than 0. */
export const millisecondsLeft = ({ request, context }: ConfirmRequest): number | undefined =>
  request.expiresAtMs === undefined ? undefined : Math.max(0, request.expiresAtMs - context.now * 1000);

/** Who asks. Nobody is asked for a PIN before they have agreed. */
export function confirmRequest(state: ConfirmRequest, event: MachineEvent): Step<State> {
  const { context, identity, request } = state;
  if (state.busy) return declining(state, event);
  switch (event.type) {
    case 'tick': return millisecondsLeft(state) === 0 ? over(state, { code: 'REQUEST_EXPIRED' }) : to(state);
    case 'confirm': return identity === undefined ? to(addForm(context)) : enterPin({ ...context, errand: { for: 'request', request, agreed: true } }, identity);
    case 'decline': return to({ ...state, busy: true }, start('request', { type: 'decline-request', accessId: request.accessId }));
    case 'show-identities': return identity === undefined ? to(state) : showIdentities(context, identity.id);
    case 'back': return options(context, identity);
    case 'identities-changed': return openRequest(context, request, context.identities.find((one) => one.id === identity?.id && one.state === 'active'));
    default: return to(state);
  }
}

/** A request that is over already needs no declining any more. */
function declining(state: ConfirmRequest, event: MachineEvent): Step<State> {
  if (event.type === 'request-declined') return declined(state);
  if (event.type !== 'failed') return to(state);
  return event.problem.code.startsWith('REQUEST_') ? declined(state) : over(state, event.problem);
}

const declined = ({ context }: ConfirmRequest): Step<State> => to({ name: 'request-declined', context: { ...context, errand: undefined } });

/** Where a request cannot be gone on with, the other device shows another number. */
function over({ context, identity }: ConfirmRequest, problem: Problem): Step<State> {
  return trouble({ ...context, errand: undefined }, problem, identity === undefined ? { to: 'start' } : { to: 'access-number', identityId: identity.id });
}

/** "This is not me" was said. */
export const requestDeclined = (state: RequestDeclined, event: MachineEvent): Step<State> =>
  event.type === 'back' ? options(state.context, state.context.identities[0]) : to(state);

/** The other device is signed in, and can be signed out from here. */
export function approved(state: Approved, event: MachineEvent): Step<State> {
  if (state.busy) {
    if (event.type === 'signed-out-there') return to({ ...state, busy: false, note: 'signed-out' });
    return event.type === 'failed' ? to({ ...state, busy: false, note: 'failed' }) : to(state);
  }
  switch (event.type) {
    case 'sign-out': return state.note === 'signed-out' ? to(state) : to({ ...state, busy: true, note: undefined }, start('request', { type: 'sign-out-there' }));
    case 'back': return options(state.context, findIdentity(state.context, state.identity.id) ?? state.context.identities[0]);
    default: return to(state);
  }
}
