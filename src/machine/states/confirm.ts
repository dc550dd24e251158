import type { Step } from '../effect.ts';
import { choosePin, codeLength, resumePending, showIdentities, trouble } from '../enter.ts';
import type { MachineEvent } from '../event.ts';
import { troubleKind } from '../problem.ts';
import type { Problem } from '../problem.ts';
import type { ConfirmEmail, NotActive, State } from '../state.ts';
import { start, tell, to, withContext } from '../step.ts';
import { canListIdentities } from '../view.ts';
import { correct } from './add-identity.ts';

type Confirming = ConfirmEmail | NotActive;

/** How long to leave a lost connection alone before waiting again, seconds. */
const WAIT_AGAIN_SECONDS = 5;

/** Waits until the address is confirmed, anywhere; or takes the code of the mail. */
export function confirming(state: Confirming, event: MachineEvent): Step<State> {
  switch (event.type) {
    case 'tick': return tick(state);
    case 'awake': return state.waitAgainAt === undefined ? to(state) : waitNow(state);
    case 'entry': return to({ ...state, length: event.length, note: event.length > 0 ? 'waiting' : state.note });
    case 'submit': return submitCode(state);
    case 'check': return state.busy ? to(state) : to({ ...state, busy: 'check' }, start('request', { type: 'check', pending: state.pending }));
    case 'resend': return resend(state);
    case 'change-address': return correct(state.context, state.pending);
    case 'back': return canListIdentities(state) ? showIdentities(state.context) : correct(state.context, state.pending);
    case 'show-identities': return canListIdentities(state) ? showIdentities(state.context) : to(state);
    case 'registration': return resumePending(state.context, event.pending, state.name, 'sent-again');
    case 'confirmation': return answered(state, event.result);
    case 'connection': return connection(state, event.online);
    case 'failed': return failed(state, event.task, event.problem);
    default: return to(state);
  }
}

/** Seconds until the mail may be sent again; 0 when it may. */
export const resendIn = ({ pending, context }: Confirming): number => Math.max(0, Math.ceil(pending.backoffUntil - context.now));

/** The clock runs only while somebody looks at a countdown. */
function tick(state: Confirming): Step<State> {
  if (state.waitAgainAt !== undefined) return state.context.now >= state.waitAgainAt ? waitNow(state) : to(state);
  return resendIn(state) > 0 ? to(state) : to(state, { type: 'cancel', key: 'clock' });
}

const waitNow = (state: Confirming): Step<State> =>
  to({ ...state, waitAgainAt: undefined, note: 'waiting' }, start('wait', { type: 'wait', pending: state.pending }), start('clock', { type: 'clock' }));

/** Waiting outlasts a lost connection by itself; people are told while it is away. */
function connection(state: Confirming, online: boolean): Step<State> {
  if (!online) return to({ ...state, note: 'offline' });
  return to(state.note === 'offline' ? { ...state, note: 'waiting' } : state);
}

/** The connection was lost while waiting: say so, and wait again a little later. */
const waitLater = (state: Confirming, retryAt?: number): Step<State> =>
  to({ ...state, note: 'offline', waitAgainAt: Math.max(retryAt ?? 0, state.context.now + WAIT_AGAIN_SECONDS) }, start('clock', { type: 'clock' }));

function submitCode(state: Confirming): Step<State> {
  if (state.pending.method !== 'code' || state.busy) return to(state);
  if (state.length < codeLength(state.context)) return to({ ...state, note: 'code-incomplete' });
  return to({ ...state, busy: 'code' }, { type: 'seal-entry' }, start('request', { type: 'confirm-code', pending: state.pending }));
}

const resend = (state: Confirming): Step<State> =>
  state.busy || resendIn(state) > 0 ? to(state) : to({ ...state, busy: 'resend' }, start('request', { type: 'resend', pending: state.pending }));

function answered(state: Confirming, result: 'sent' | 'confirmed' | 'cancelled' | 'expired'): Step<State> {
  const idle = { ...state, busy: undefined };
  switch (result) {
    case 'sent': return to({ ...idle, note: 'not-yet' });
    case 'cancelled': return trouble(state.context, { code: 'CONFIRMATION_CANCELLED' }, { to: 'confirm' });
    case 'expired': return trouble(state.context, { code: 'CODE_EXPIRED' }, { to: 'confirm' });
    case 'confirmed': {
      const pending = { ...state.pending, state: 'confirmed' as const };
      return choosePin({ ...state.context, pending }, pending);
    }
  }
}

function failed(state: Confirming, task: string, problem: Problem): Step<State> {
  const kind = troubleKind(problem.code);
  const passing = kind === 'offline' || kind === 'server' || kind === 'rate-limited';
  if (task === 'wait') return passing ? waitLater(state, problem.retryAt) : trouble(state.context, problem, { to: 'confirm' });
  if (problem.code === 'CODE_WRONG' && problem.attemptsLeft !== 0) return wrongCode(state, problem);
  if (problem.code === 'RATE_LIMITED' && task === 'resend' && problem.retryAt !== undefined) return backOff(state, problem.retryAt);
  return trouble(state.context, problem, { to: 'confirm' });
}

const wrongCode = (state: Confirming, problem: Problem): Step<State> =>
  to({ ...state, busy: undefined, length: 0, note: 'code-wrong', triesLeft: problem.attemptsLeft },
    { type: 'open-entry', limit: codeLength(state.context) }, tell({ type: 'error', code: problem.code }));

/** The server wants a longer pause than it had said: the button counts it down. There always is one, whatever this device's clock says. */
function backOff(state: Confirming, retryAt: number): Step<State> {
  const pending = { ...state.pending, backoffUntil: Math.max(retryAt, state.context.now + WAIT_AGAIN_SECONDS) };
  return to(withContext({ ...state, pending, busy: undefined }, { pending }), start('clock', { type: 'clock' }));
}
