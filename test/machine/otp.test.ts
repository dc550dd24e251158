import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { transition } from '../../src/machine/index.ts';
import type { State } from '../../src/machine/index.ts';
import { explore } from './explore.ts';

const authenticating = explore().states.find((state) => state.name === 'authenticating');
if (authenticating === undefined) throw new Error('The machine never authenticates.');
const { state: shown, effects } = transition(authenticating, { type: 'password-made', userId: 'ada@example.com' });

describe('a one-time password', () => {
  it('is shown in place of signing in, and the page is told that there is one', () => {
    assert.equal(shown.name, 'otp');
    assert.deepEqual(effects.filter(({ type }) => type === 'tell'), [{ type: 'tell', tell: { type: 'password-made', userId: 'ada@example.com' } }]);
  });

  it('is followed by another only after the PIN', () => {
    assert.equal(transition(shown, { type: 'retry' }).state.name, 'enter-pin');
    for (const type of ['submit', 'sign-in', 'confirm'] as const) assert.equal(transition(shown, { type }).state, shown as State);
  });

  it('can be left for the list', () => {
    for (const type of ['back', 'show-identities'] as const) assert.notEqual(transition(shown, { type }).state.name, 'otp');
  });
});
