import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { initialState, transition } from '../../src/machine/index.ts';
import type { State } from '../../src/machine/index.ts';
import { ada, Machine, NOW, project } from './support.ts';

/** A machine that a document was given to sign, with these identities on the device. */
function signing(identities = [ada]): Machine {
  const machine = new Machine();
  machine.send(
    { type: 'start', now: NOW, ways: ['browser'], visit: { userId: undefined, activation: false, link: false, signing: 'asked' } },
    { type: 'loaded', project, identities, pending: undefined },
  );
  return machine;
}

const bob = { ...ada, id: 'bob', userId: 'bob@example.com' };

describe('signing a document', () => {
  it('asks for agreement before anything secret can be typed', () => {
    const machine = signing();
    assert.equal(machine.in('confirm-signing').identity, ada);
    assert.ok(!machine.did('open-entry'));
    machine.send({ type: 'entry', length: 4 }, { type: 'submit' });
    machine.in('confirm-signing');
  });

  it('asks for the PIN once it was agreed to, and not for agreement again after a wrong one', () => {
    const machine = signing().send({ type: 'confirm' });
    machine.in('enter-pin');
    assert.deepEqual(machine.started('sign-in'), { type: 'begin-sign-in', identityId: 'ada' });
    machine.type(4).send({ type: 'submit' }).fail('finish-sign-in', 'WRONG_PIN', { attemptsLeft: 2 });
    assert.deepEqual(machine.in('enter-pin').note, { kind: 'wrong', attemptsLeft: 2 });
  });

  it('asks whoever else is chosen for agreement, unless it was given', () => {
    const machine = signing([ada, bob]).send({ type: 'show-identities' }, { type: 'select', identityId: 'bob' });
    assert.equal(machine.in('confirm-signing').identity, bob);
    machine.send({ type: 'confirm' }, { type: 'show-identities' }, { type: 'select', identityId: 'ada' });
    machine.in('enter-pin');
  });

  it('asks for agreement after a set-up too', () => {
    const machine = signing([]);
    const setUp = { name: 'set-up', context: machine.state.context, identity: ada } satisfies State;
    assert.equal(transition(setUp, { type: 'sign-in' }).state.name, 'confirm-signing');
  });

  it('follows what other tabs do to the identity', () => {
    signing().send({ type: 'identities-changed', identities: [{ ...ada, state: 'revoked' }], pending: undefined }).in('locked');
    signing([ada, bob]).send({ type: 'identities-changed', identities: [bob], pending: undefined }).in('identities');
    signing([ada, bob]).send({ type: 'identities-changed', identities: [ada], pending: undefined }).in('confirm-signing');
  });

  it('is not asked for where nothing is to be signed', () => {
    assert.equal(initialState.context.visit.signing, undefined);
    Machine.at({ identities: [ada] }).in('enter-pin');
  });
});
