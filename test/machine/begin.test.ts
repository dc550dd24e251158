import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ada, confirmed, Machine, sent } from './support.ts';

describe('where a flow begins', () => {
  it('asks server and storage first', () => {
    const machine = new Machine().start();
    machine.in('starting');
    assert.deepEqual(machine.started('request'), { type: 'load' });
  });

  it('shows the form where nobody is, filled in with the device name', () => {
    const { deviceName, userId } = Machine.at().in('add-identity');
    assert.deepEqual({ deviceName, userId }, { deviceName: '', userId: '' });
  });

  it('shows the choice where more than one way is offered, and goes on with the way that is chosen', () => {
    const machine = Machine.at({ ways: ['browser', 'phone'] });
    machine.in('home');
    machine.send({ type: 'choose-way', way: 'browser' }).in('add-identity');
    machine.send({ type: 'back' }).in('home');
    machine.send({ type: 'choose-way', way: 'phone' }).in('phone-sign-in');
  });

  it('asks for the PIN of the identity used last and prepares the sign-in', () => {
    const machine = Machine.at({ identities: [ada, { ...ada, id: 'other' }] });
    assert.equal(machine.in('enter-pin').identity.id, 'ada');
    assert.deepEqual(machine.started('sign-in'), { type: 'begin-sign-in', identityId: 'ada' });
    assert.ok(machine.effects.some((effect) => effect.type === 'open-entry' && effect.limit === 4));
  });

  it('comes back to a registration under way', () => {
    const waiting = Machine.at({ identities: [ada], pending: sent });
    waiting.in('confirm-email');
    assert.deepEqual(waiting.started('wait'), { type: 'wait', pending: sent });
    Machine.at({ pending: confirmed }).in('choose-pin');
  });

  it('asks for the PIN where the identity was made or used after a registration had begun, and leaves that in the list', () => {
    const abandoned = { ...sent, userId: 'typo@exmaple.com', startedAt: ada.lastUsedAt - 1 };
    for (const state of ['sent', 'confirmed'] as const) Machine.at({ identities: [ada], pending: { ...abandoned, state } }).in('enter-pin');
    assert.equal(Machine.at({ identities: [ada], pending: abandoned }).state.context.pending, abandoned);
    Machine.at({ identities: [ada], pending: { ...abandoned, startedAt: ada.lastUsedAt } }).in('confirm-email');
    Machine.at({ visit: { userId: ada.userId }, identities: [ada], pending: { ...sent, startedAt: ada.lastUsedAt - 1 } }).in('enter-pin');
  });

  it('does not insist on a registration that has failed where an identity is', () => {
    Machine.at({ identities: [ada], pending: { ...sent, state: 'expired' } }).in('enter-pin');
    assert.equal(Machine.at({ pending: { ...sent, state: 'expired' } }).in('trouble').problem.code, 'CODE_EXPIRED');
    assert.equal(Machine.at({ pending: { ...sent, state: 'cancelled' } }).in('trouble').problem.code, 'CONFIRMATION_CANCELLED');
  });

  it('goes on with what a token or a link has brought on that visit, and later only where nobody is', () => {
    const brought = { ...confirmed, handedOver: false };
    const { userId } = ada;
    for (const visit of [{}, { userId }]) {
      Machine.at({ visit, identities: [ada], pending: brought }).in('enter-pin');
      Machine.at({ visit, identities: [ada], pending: confirmed }).in('choose-pin');
      Machine.at({ visit, pending: brought }).in('choose-pin');
    }
    Machine.at({ visit: { activation: true, userId }, identities: [ada] }).send({ type: 'registration', pending: brought }).in('choose-pin');
  });

  it('says what has become of an identity', () => {
    Machine.at({ identities: [{ ...ada, state: 'revoked' }] }).in('locked');
    assert.equal(Machine.at({ identities: [{ ...ada, state: 'expired' }] }).in('trouble').problem.code, 'IDENTITY_EXPIRED');
    assert.equal(Machine.at({ identities: [{ ...ada, state: 'damaged' }] }).in('trouble').problem.code, 'IDENTITY_DAMAGED');
  });

  it('takes a given user id: its identity, its registration under way, or a registration without a form', () => {
    const known = Machine.at({ visit: { userId: 'bob@example.com' }, identities: [ada, { ...ada, id: 'bob', userId: 'bob@example.com' }] });
    assert.equal(known.in('enter-pin').identity.id, 'bob');
    Machine.at({ visit: { userId: sent.userId }, pending: sent }).in('confirm-email');
    assert.equal(Machine.at({ visit: { userId: ' ada@Example.COM ' }, identities: [ada] }).in('enter-pin').identity.id, 'ada');
    const fresh = Machine.at({ visit: { userId: 'eve@example.com' }, identities: [ada] });
    fresh.in('starting');
    assert.deepEqual(fresh.started('request'), { type: 'start-registration', userId: 'eve@example.com', deviceName: '' });
    fresh.send({ type: 'registration', pending: { ...sent, userId: 'eve@example.com' } }).in('confirm-email');
  });

  it('goes straight to choosing a PIN with an activation token or a link, each used once', () => {
    for (const [visit, task] of [[{ activation: true, userId: ada.userId }, 'use-activation'], [{ link: true }, 'open-link']] as const) {
      const machine = Machine.at({ visit, identities: [ada] });
      assert.deepEqual(machine.started('request'), { type: task });
      machine.send({ type: 'registration', pending: confirmed }).in('choose-pin');
      assert.equal(machine.state.context.visit.activation || machine.state.context.visit.link, false);
    }
  });

  it('tries again what failed at the start', () => {
    for (const [visit, task] of [[{}, 'load'], [{ activation: true }, 'use-activation'], [{ link: true }, 'open-link']] as const) {
      const machine = task === 'load' ? new Machine().start() : Machine.at({ visit });
      machine.fail(task, 'OFFLINE').in('trouble');
      assert.deepEqual(machine.told, [{ type: 'error', code: 'OFFLINE' }]);
      machine.send({ type: 'retry' }).in('starting');
      assert.equal(machine.started('request')?.type, task);
    }
  });

  it('ignores what means nothing before it has begun', () => {
    const machine = new Machine().start();
    const before = machine.state;
    machine.send({ type: 'submit' }, { type: 'back' }, { type: 'entry', length: 3 }, { type: 'sign-out' });
    assert.equal(machine.state, before);
    assert.deepEqual(machine.effects, []);
  });
});
