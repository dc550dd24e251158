import * as fc from 'fast-check';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { initialState, transition } from '../../src/machine/index.ts';
import type { Effect, MachineEvent, State, TaskKey } from '../../src/machine/index.ts';
import { withDiagram } from './diagram.ts';
import { alphabet, beginnings, explore } from './explore.ts';

/** What a runner would hold after these effects: what runs under which key, and how the entry is. */
class World {
  readonly running = new Map<TaskKey, string>();
  entry: 'open' | 'sealed' | 'closed' = 'closed';

  run(effects: readonly Effect[]): void {
    for (const effect of effects) {
      if (effect.type === 'start') this.running.set(effect.key, effect.task.type);
      if (effect.type === 'cancel') this.running.delete(effect.key);
      if (effect.type === 'open-entry') this.entry = 'open';
      if (effect.type === 'seal-entry') this.entry = 'sealed';
      if (effect.type === 'wipe-entry') this.entry = 'closed';
    }
  }

  /** The key of the task that a result belongs to; undefined where nobody waits for it: the runner would have dropped it. */
  keyOf(result: MachineEvent): TaskKey | undefined {
    return [...this.running].find(([, task]) => (result.type === 'failed' ? result.task === task : answers[task] === result.type))?.[0];
  }
}

/** What a task answers when it succeeds. */
const answers: Readonly<Record<string, MachineEvent['type']>> = {
  load: 'loaded', reach: 'reached', 'use-activation': 'registration', 'open-link': 'registration', 'start-registration': 'registration', resend: 'registration',
  wait: 'confirmation', check: 'confirmation', 'confirm-code': 'confirmation', register: 'registered', rename: 'renamed', remove: 'removed', 'finish-sign-in': 'authenticated',
  'resolve-number': 'request-found', 'find-request': 'request-found', 'decline-request': 'request-declined', 'sign-out-there': 'signed-out-there', 'use-quick-code': 'registration',
};

const isResult = ({ type }: MachineEvent): boolean => type === 'failed' || Object.values(answers).includes(type);

const isBusy = (state: State): boolean =>
  state.name === 'starting' || state.name === 'registering' || state.name === 'authenticating' || ('busy' in state && Boolean(state.busy));

function expectedEntry(state: State): readonly World['entry'][] {
  switch (state.name) {
    case 'enter-pin': case 'choose-pin': return ['open'];
    case 'quick-code': return [state.busy ? 'sealed' : 'open'];
    case 'registering': case 'authenticating': return ['sealed'];
    case 'confirm-email': case 'not-active': return state.pending.method === 'code' ? [state.busy === 'code' ? 'sealed' : 'open'] : ['closed'];
    default: return ['closed'];
  }
}

function check(state: State, world: World): void {
  if (isBusy(state)) assert.ok(world.running.has('request'), `${state.name} waits for nothing`);
  assert.ok(expectedEntry(state).includes(world.entry), `${state.name} with an entry that is ${world.entry}`);
  if (state.name !== 'enter-pin' && state.name !== 'authenticating') assert.ok(!world.running.has('sign-in'), `${state.name} holds a sign-in`);
  if (state.name === 'enter-pin' || state.name === 'authenticating') assert.ok(world.running.has('sign-in'), `${state.name} has no sign-in`);
}

describe('whatever happens, in whatever order', () => {
  it('nothing throws, what is waited for is running, and what was typed is kept no longer than it is needed', () => {
    const run = fc.tuple(fc.constantFrom(...beginnings), fc.array(fc.constantFrom(...alphabet), { maxLength: 60 }));
    fc.assert(fc.property(run, ([beginning, events]) => {
      const world = new World();
      let state: State = initialState;
      for (const event of [beginning, ...events]) {
        if (isResult(event)) {
          const key = world.keyOf(event);
          if (key === undefined) continue;
          if (key !== 'sign-in') world.running.delete(key);
        }
        const step = transition(state, event);
        state = step.state;
        world.run(step.effects);
        check(state, world);
      }
    }), { numRuns: 3000 });
  });

  const { states } = explore();

  it('every screen has a way to another', () => {
    for (const state of states) {
      const nexts = alphabet.map((event) => transition(state, event).state).filter((next) => next !== state);
      const leaves = (from: State): boolean => alphabet.some((event) => transition(from, event).state.name !== state.name);
      assert.ok(nexts.some((next) => next.name !== state.name) || nexts.some(leaves), `nobody gets out of ${JSON.stringify(state)}`);
    }
  });

  it('a person alone finds the way on, unless something is under way or done', () => {
    const person = new Set(['choose-way', 'submit-identity', 'submit', 'check', 'change-address', 'select', 'select-pending', 'add-identity', 'edit', 'rename', 'ask-reset', 'ask-remove', 'register-again', 'forgot-pin', 'confirm', 'back', 'retry', 'sign-in', 'sign-out',
      'setup-phone', 'submit-number', 'scan', 'decline', 'make-password', 'add-device', 'have-quick-code', 'submit-quick-code']);
    const acts = alphabet.filter(({ type }) => person.has(type));
    for (const state of states.filter((one) => !isBusy(one))) {
      const awake = transition(state, { type: 'tick', now: Number.MAX_SAFE_INTEGER }).state;
      assert.ok(acts.some((event) => { const step = transition(awake, event); return step.state.name !== state.name || step.effects.length > 0; }) || 'length' in state || state.name === 'phone-sign-in', `a dead end: ${JSON.stringify(state)}`);
    }
  });

  it('every screen can be reached', () => {
    assert.equal(new Set(states.map(({ name }) => name)).size, 29);
  });

  it('does not change what it is given', () => {
    const freeze = <T>(value: T): T => {
      if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) Object.values(Object.freeze(value)).forEach(freeze);
      return value;
    };
    for (const state of states.slice(0, 500)) for (const event of alphabet) transition(freeze(state), freeze(event));
  });
});

describe('docs/machine.md', () => {
  it('shows the machine as it is', () => {
    const document = readFileSync(new URL('../../docs/machine.md', import.meta.url), 'utf8');
    assert.equal(withDiagram(document), document, 'Run `npm exec -- tsx scripts/machine-diagram.ts`.');
  });
});
