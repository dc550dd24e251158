import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { IdentitySummary } from '../../src/client/types.ts';
import { ada, byCode, confirmed, Machine, sent } from './support.ts';

const bob: IdentitySummary = { ...ada, id: 'bob', userId: 'bob@example.com' };
const hear = (machine: Machine, ...identities: readonly IdentitySummary[]): Machine => machine.send({ type: 'identities-changed', identities, pending: undefined });

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

describe('a PIN that another tab has set', () => {
  const later: IdentitySummary = { ...ada, id: 'new', createdAt: ada.createdAt + 60 };
  const note = (machine: Machine) => machine.in('enter-pin').note;
  const setUp = (): Machine => Machine.at({ pending: confirmed }).type(4).send({ type: 'submit' }, { type: 'judged', verdict: 'fine' }).type(4).send({ type: 'submit' }, { type: 'compared', same: true });

  it('is told to whoever was choosing one for the same registration, or had just chosen it', () => {
    assert.deepEqual(note(hear(Machine.at({ pending: confirmed }).type(2), ada)), { kind: 'replaced' });
    const done = setUp().send({ type: 'registered', identity: ada, identities: [ada] });
    hear(done, ada).in('set-up');
    assert.deepEqual(note(hear(done, later)), { kind: 'replaced' });
    assert.equal(done.in('enter-pin').identity.id, 'new');
    assert.equal(note(done.type(1)), undefined, 'typing takes the note away');
    hear(setUp().send({ type: 'registered', identity: ada, identities: [ada] })).in('add-identity');
  });

  it('is told to whoever is about to type the old one', () => {
    const machine = hear(Machine.at({ identities: [ada] }).type(3), later);
    assert.deepEqual([note(machine), machine.in('enter-pin').length, machine.in('enter-pin').identity.id], [{ kind: 'replaced' }, 0, 'new']);
    assert.deepEqual(machine.started('sign-in'), { type: 'begin-sign-in', identityId: 'new' });
  });

  it('is not one where only the secrets were renewed: then nobody notices', () => {
    const renewed = { ...ada, id: 'renewed' };
    const machine = hear(Machine.at({ identities: [ada] }), renewed);
    assert.deepEqual([note(machine), machine.in('enter-pin').identity.id], [undefined, 'renewed']);
  });

  it('is asked for where the registration here failed because it had been used up there', () => {
    const made = { ...ada, id: 'new', createdAt: confirmed.startedAt };
    const machine = hear(setUp(), made).fail('register', 'ACTIVATION_INVALID');
    assert.deepEqual(note(machine), { kind: 'replaced' });
    assert.deepEqual(machine.told, []);
    assert.equal(machine.state.context.pending, undefined);
    hear(setUp(), ada).fail('register', 'ACTIVATION_INVALID').in('trouble');
  });
});
