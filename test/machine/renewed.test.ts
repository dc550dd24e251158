import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { IdentitySummary } from '../../src/client/types.ts';
import type { MachineEvent } from '../../src/machine/index.ts';
import { ada, Machine, request } from './support.ts';

const renewed: IdentitySummary = { ...ada, id: 'renewed' };
const proved = { type: 'authenticated', userId: ada.userId } as const;
const list = { type: 'identities-changed', identities: [renewed], pending: undefined } as const;

const proving = (beginning: Parameters<typeof Machine.at>[0] = {}): Machine => Machine.at({ identities: [ada], ...beginning }).type(4).send({ type: 'submit' });

/** On a phone, where another device's request was agreed to. */
const answering = (): Machine =>
  Machine.at({ flow: 'phone', identities: [ada], visit: { request: request.accessId } }).send({ type: 'request-found', request }, { type: 'confirm' }).type(4).send({ type: 'submit' });

/** What a sign-in ends with, and the event that asks for the next PIN there. */
const ends: Readonly<Record<string, { readonly machine: () => Machine; readonly result: MachineEvent; readonly again: 'retry' | 'sign-out' }>> = {
  'a one-time password': { machine: proving, result: { type: 'password-made', userId: ada.userId }, again: 'retry' },
  'being signed in': { machine: proving, result: proved, again: 'sign-out' },
};

describe('secrets that were renewed by a sign-in (docs/protocol.md 6.3)', () => {
  for (const [end, { machine, result, again }] of Object.entries(ends)) {
    it(`are those of the next PIN after ${end}, whichever is heard of first`, () => {
      for (const events of [[list, result], [result, list]] as const) {
        const next = machine().send(...events, { type: again });
        assert.equal(next.in('enter-pin').identity.id, 'renewed');
        assert.deepEqual(next.started('sign-in'), { type: 'begin-sign-in', identityId: 'renewed' });
      }
    });
  }

  it('are those of whoever has answered another device, and of what is done next', () => {
    for (const events of [[list, proved], [proved, list]] as const) {
      const phone = answering().send(...events);
      assert.equal(phone.in('approved').identity.id, 'renewed');
      assert.equal(phone.send({ type: 'back' }).in('identity-options').identity.id, 'renewed');
    }
  });

  it('are those of the PIN that is asked for again after a wrong one', () => {
    assert.equal(proving().send(list).fail('finish-sign-in', 'WRONG_PIN', { attemptsLeft: 2 }).in('enter-pin').identity.id, 'renewed');
  });

  it('leave whoever is at the identity where they are', () => {
    const editing = Machine.at({ identities: [ada] }).send({ type: 'show-identities' }, { type: 'edit', identityId: ada.id }, list);
    assert.equal(editing.in('edit-identity').identity.id, 'renewed');
    assert.deepEqual(editing.send({ type: 'rename', deviceName: 'Another' }).started('request'), { type: 'rename', identityId: 'renewed', deviceName: 'Another' });
  });

  it('do not hide that an identity has gone', () => {
    assert.equal(proving().send(proved, { type: 'identities-changed', identities: [], pending: undefined }).in('signed-in').identity?.id, ada.id);
  });
});
