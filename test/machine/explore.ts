import type { IdentitySummary, ProjectConfiguration } from '../../src/client/types.ts';
import { initialState, transition } from '../../src/machine/index.ts';
import type { MachineEvent, Problem, State, StateName, Task } from '../../src/machine/index.ts';
import { ada, byCode, confirmed, NOW, project as plain, request, sent } from './support.ts';

/** With all that may be offered. */
const project: ProjectConfiguration = { ...plain, extensions: { ...plain.extensions, accessNumber: 1 }, enableRegistrationCode: true, mobileUrl: 'https://auth.example.com/mobile' };

const revoked: IdentitySummary = { ...ada, state: 'revoked' };

/** One of each code that the machine treats in a way of its own. */
const codes: readonly Problem['code'][] = [
  'OFFLINE', 'RATE_LIMITED', 'STORAGE_LOST', 'CODE_WRONG', 'CODE_EXPIRED', 'INVALID_USER_ID', 'INVALID_PIN', 'WRONG_PIN', 'IDENTITY_REVOKED', 'IDENTITY_EXPIRED', 'IDENTITY_UNKNOWN', 'INVALID_DEVICE_NAME', 'SERVER_ERROR',
  'ACCESS_NUMBER_INVALID', 'REQUEST_EXPIRED',
];
const tasks: readonly Task['type'][] = ['load', 'start-registration', 'wait', 'confirm-code', 'finish-sign-in', 'rename', 'remove', 'resolve-number', 'find-request', 'decline-request',
  'sign-out-there', 'use-quick-code'];

/** Every event that can happen, with values that stand for the rest. */
export const alphabet: readonly MachineEvent[] = [
  { type: 'choose-way', way: 'browser' }, { type: 'choose-way', way: 'phone' }, { type: 'setup-phone' }, { type: 'submit-number', accessNumber: '3141594' },
  { type: 'submit-number', accessNumber: '3141592' }, { type: 'submit-number', accessNumber: '' }, { type: 'scan' }, { type: 'open-request', accessId: request.accessId }, { type: 'decline' },
  { type: 'make-password' }, { type: 'add-device' }, { type: 'have-quick-code' }, { type: 'submit-quick-code', userId: 'ada@example.com' },
  { type: 'submit-quick-code', userId: '' }, { type: 'phone-signed-in', userId: 'ada@example.com' }, { type: 'phone-signed-out', userId: 'ada@example.com' },
  { type: 'request-found', request }, { type: 'request-declined' }, { type: 'signed-out-there' }, { type: 'quick-code-made', userId: 'ada@example.com', expiresAt: NOW + 1500 },
  { type: 'submit-identity', userId: 'ada@example.com', deviceName: 'Laptop' }, { type: 'submit-identity', userId: '', deviceName: '' },
  { type: 'entry', length: 4 }, { type: 'entry', length: 6 }, { type: 'submit' }, { type: 'check' }, { type: 'resend' }, { type: 'change-address' },
  { type: 'show-identities' }, { type: 'select', identityId: 'ada' }, { type: 'select-pending' }, { type: 'add-identity' }, { type: 'edit', identityId: 'ada' },
  { type: 'rename', deviceName: 'Tablet' }, { type: 'rename', deviceName: '' }, { type: 'ask-reset' }, { type: 'ask-remove' }, { type: 'register-again' }, { type: 'forgot-pin' },
  { type: 'confirm' }, { type: 'back' }, { type: 'retry' }, { type: 'sign-in' }, { type: 'sign-out' },
  { type: 'tick', now: NOW + 1000 }, { type: 'tick', now: NOW + 2000 }, { type: 'awake' },  ...([[[]], [[ada]], [[revoked]], [[ada], sent]] as const).map(([identities, pending]): MachineEvent => ({ type: 'identities-changed', identities, pending })),
  ...([[[]], [[ada]], [[revoked]], [[], sent], [[ada], sent], [[], confirmed]] as const).map(([identities, pending]): MachineEvent => ({ type: 'loaded', project, identities, pending })),
  { type: 'registration', pending: sent }, { type: 'registration', pending: byCode }, { type: 'registration', pending: confirmed },
  ...(['sent', 'confirmed', 'cancelled', 'expired'] as const).map((result): MachineEvent => ({ type: 'confirmation', result })),
  { type: 'judged', verdict: 'fine' }, { type: 'judged', verdict: 'easy' }, { type: 'compared', same: true }, { type: 'compared', same: false },
  { type: 'registered', identity: ada, identities: [ada] }, { type: 'reached' }, { type: 'renamed', identities: [ada] }, { type: 'removed', identities: [] },
  { type: 'refused' }, { type: 'connection', online: false }, { type: 'connection', online: true }, { type: 'authenticated', userId: 'ada@example.com' }, { type: 'password-made', userId: 'ada@example.com' },
  ...tasks.flatMap((task) => codes.map((code): MachineEvent => ({ type: 'failed', task, problem: code === 'RATE_LIMITED' ? { code, retryAt: NOW + 500 } : { code } }))),
];

/** How a flow can begin. */
export const beginnings: readonly MachineEvent[] = [
  { ways: ['browser'], visit: { userId: undefined, activation: false, link: false } },
  { ways: ['browser', 'phone'], visit: { userId: undefined, activation: false, link: false } },
  { ways: ['browser'], visit: { userId: 'ada@example.com', activation: false, link: false } },
  { ways: ['browser'], visit: { userId: 'ada@example.com', activation: true, link: false } },
  { ways: ['browser'], visit: { userId: undefined, activation: false, link: true } },
  { ways: ['browser'], visit: { userId: undefined, activation: false, link: false, signing: 'asked' } },
  { flow: 'identities', ways: ['browser'], visit: { userId: undefined, activation: false, link: false } },
  { ways: ['phone'], visit: { userId: undefined, activation: false, link: false } },
  { flow: 'phone', ways: ['browser', 'phone'], visit: { userId: undefined, activation: false, link: false, makesPasswords: true } },
  { flow: 'phone', ways: ['browser'], visit: { userId: undefined, activation: false, link: false, request: request.accessId } },
  { wishes: { firstScreen: 'home' }, ways: ['browser', 'phone'], visit: { userId: undefined, activation: false, link: false } },
].map((beginning) => ({ type: 'start', now: NOW, ...beginning }) as MachineEvent);

/** A change of screen, and what causes it. */
export interface Edge {
  readonly from: StateName;
  readonly to: StateName;
  readonly label: string;
}

/** Walks every state that can be reached with the alphabet, and returns them with all changes of screen. */
export function explore(): { readonly states: readonly State[]; readonly edges: readonly Edge[] } {
  const found = new Map<string, State>();
  const edges = new Map<string, Edge>();
  const queue = beginnings.map((event) => transition(initialState, event).state);
  for (let state = queue.pop(); state !== undefined; state = queue.pop()) {
    const key = keyOf(state);
    if (found.has(key)) continue;
    found.set(key, state);
    for (const event of alphabet) {
      const next: State = transition(state, event).state;
      if (next === state) continue;
      if (next.name !== state.name) note(edges, { from: state.name, to: next.name, label: labelOf(event) });
      queue.push(next);
    }
  }
  return { states: [...found.values()], edges: [...edges.values()] };
}

/** What only some screens' ways on depend on. */
const errandOf = ({ context: { errand } }: State): readonly unknown[] => [errand?.for, errand?.for === 'request' && errand.agreed];
const siteOf = ({ context: { project: known } }: State): readonly unknown[] => [known?.mobileUrl];
const MATTERS: Partial<Record<StateName, (state: State) => readonly unknown[]>> = {
  'enter-pin': errandOf, authenticating: errandOf, 'set-up': errandOf, locked: errandOf, 'confirm-email': errandOf, 'not-active': errandOf, 'confirm-reset': errandOf, home: (state) => [...siteOf(state), ...errandOf(state)], 'phone-sign-in': (state) => [...siteOf(state), ...errandOf(state)],
  identities: (state) => [...errandOf(state), state.name === 'identities' && state.currentId !== undefined],
  'confirm-remove': (state) => [state.name === 'confirm-remove' && state.identity === undefined],
};

/** What a state's way on depends on: states that differ only in their message line are walked once. */
function keyOf(state: State): string {
  const { context, ...own } = state;
  const { flow, wishes, ways, visit, identities, pending } = context;
  const ignored = new Set(['note', 'triesLeft', 'waitAgainAt', 'pending', 'identity', 'identityId', 'currentId', 'userId', 'deviceName', 'problems', 'retryAt', 'attemptsLeft', 'asked', 'askAt', 'accessNumber', 'request']);
  const facts = JSON.stringify(own, (name, value: unknown) => (ignored.has(name) ? undefined : value));
  return [facts, flow, wishes.firstScreen, ways, visit.signing, visit.request, ...(MATTERS[state.name]?.(state) ?? []), visit.userId, visit.activation, visit.link, identities.map((one) => one.state), pending?.state, pending?.method].join(' ');
}

function note(edges: Map<string, Edge>, edge: Edge): void {
  edges.set(`${edge.from} ${edge.to} ${edge.label}`, edge);
}

function labelOf(event: MachineEvent): string {
  if (event.type === 'failed') return `failed(${event.problem.code})`;
  return event.type === 'confirmation' ? `confirmation(${event.result})` : event.type;
}
