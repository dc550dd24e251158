import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { IdentitySummary } from '../../src/client/types.ts';
import { ada, byCode, confirmed, Machine, sent } from './support.ts';

const bob: IdentitySummary = { ...ada, id: 'bob', userId: 'bob@example.com' };
const hear = (machine: Machine, ...identities: readonly IdentitySummary[]): Machine => machine.send({ type: 'identities-changed', identities });

describe('an identity that another tab has made', () => {
  it('is asked for its PIN where nobody was known', () => {
    const machine = hear(Machine.at(), ada);
    assert.equal(machine.in('enter-pin').identity.id, 'ada');
    assert.deepEqual(machine.started('sign-in'), { type: 'begin-sign-in', identityId: 'ada' });
    hear(Machine.at({ ways: ['browser', 'phone'] }), ada).in('enter-pin');
  });

  it('ends the registration that it came from, at every step', () => {
    for (const pending of [sent, byCode, confirmed]) {
      const machine = hear(Machine.at({ pending }), { ...ada, userId: 'Ada@example.com' });
      machine.in('enter-pin');
      assert.equal(machine.state.context.pending, undefined);
      assert.ok(machine.did('wipe-entry'), 'what was typed is forgotten');
    }
    assert.deepEqual(hear(Machine.at({ pending: sent }), ada).cancelled, ['request', 'wait', 'clock']);
  });

  it('takes the place of one that was revoked', () => {
    const revoked: IdentitySummary = { ...ada, state: 'revoked' };
    assert.equal(hear(Machine.at({ identities: [revoked] }), { ...ada, id: 'new' }).in('enter-pin').identity.id, 'new');
  });

  it('disturbs nobody who is at something else', () => {
    hear(Machine.at({ pending: sent }), bob).in('confirm-email');
    hear(Machine.at({ identities: [ada], pending: confirmed }), ada).in('choose-pin');
    hear(Machine.at({ identities: [ada] }).send({ type: 'show-identities' }, { type: 'add-identity' }), ada, bob).in('add-identity');
    hear(Machine.at().send({ type: 'submit-identity', userId: 'bob@example.com', deviceName: 'Laptop' }), ada).in('add-identity');
    hear(Machine.at(), { ...ada, state: 'damaged' }).in('add-identity');
  });
});
