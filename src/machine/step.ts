import type { Effect, Step, Task, TaskKey, Tell } from './effect.ts';
import type { Context, State, StateName } from './state.ts';

/** Goes to a state with these effects. */
export const to = (state: State, ...effects: readonly Effect[]): Step<State> => ({ state, effects });

/** Starts a task under a key. */
export const start = (key: TaskKey, task: Task): Effect => ({ type: 'start', key, task });

/** Tells the page. */
export const tell = (what: Tell): Effect => ({ type: 'tell', tell: what });

/** The state with a changed context. */
export const withContext = <S extends State>(state: S, change: Partial<Context>): S => ({ ...state, context: { ...state.context, ...change } });

/** The keys under which something may be running in a state. */
const runs: Record<StateName, readonly TaskKey[]> = {
  starting: ['request'], home: [], 'add-identity': ['request'],
  'confirm-email': ['request', 'wait', 'clock'], 'not-active': ['request', 'wait', 'clock'],
  'choose-pin': [], registering: ['request'], 'set-up': [],
  'enter-pin': ['sign-in'], authenticating: ['sign-in', 'request'], 'signed-in': [], otp: [], locked: [],
  'confirm-reset': ['request'], 'confirm-signing': [], identities: ['clock'], 'edit-identity': ['request', 'clock'], 'confirm-remove': ['request'], trouble: ['request', 'clock'],
  'phone-sign-in': [], 'phone-setup': [], 'identity-options': [], 'enter-access-number': ['request'], 'scan-request': ['request'], 'confirm-request': ['request', 'clock'],
  'request-declined': [], approved: ['request'], 'add-device': ['clock'], 'quick-code': ['request'],
};

/** The states in which something secret may have been typed. */
const entries: ReadonlySet<StateName> = new Set<StateName>(['confirm-email', 'not-active', 'choose-pin', 'registering', 'enter-pin', 'authenticating', 'quick-code']);

/** The two steps that take what was typed along. */
const carries = (from: StateName, next: StateName): boolean =>
  (from === 'choose-pin' && next === 'registering') || (from === 'enter-pin' && next === 'authenticating');

/**
 * What leaving a state demands, whoever caused it: everything that ran for it ends, and what was typed is forgotten.
 * One place, so that no new way out of a state can forget it.
 */
export function exitEffects(from: StateName, next: StateName): readonly Effect[] {
  if (from === next) return [];
  const carried = carries(from, next);
  const cancels = runs[from].filter((key) => !(carried && key === 'sign-in')).map((key): Effect => ({ type: 'cancel', key }));
  return entries.has(from) && !carried ? [...cancels, { type: 'wipe-entry' }] : cancels;
}
