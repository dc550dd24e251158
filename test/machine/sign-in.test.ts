import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { retryIn } from '../../src/machine/index.ts';
import { ada, Machine, NOW, sent } from './support.ts';

const bob = { ...ada, id: 'bob', userId: 'bob@example.com' };
const at = (identities = [ada]) => Machine.at({ identities });
const checking = () => at().type(4).send({ type: 'submit' });

describe('signing in', () => {
  it('says that a PIN is being typed at the first digit only', () => {
    const machine = at().send({ type: 'entry', length: 1 });
    assert.deepEqual(machine.effects, [{ type: 'first-digit' }]);
    assert.deepEqual(machine.send({ type: 'entry', length: 2 }).effects, []);
  });

  it('wants all digits', () => {
    assert.deepEqual(at().type(3).send({ type: 'submit' }).in('enter-pin').note, { kind: 'incomplete' });
  });

  it('proves the PIN with the attempt that was prepared', () => {
    const machine = checking();
    machine.in('authenticating');
    assert.deepEqual(machine.started('request'), { type: 'finish-sign-in' });
    assert.deepEqual(machine.cancelled, []);
    assert.ok(machine.did('seal-entry') && !machine.did('wipe-entry'));
  });

  it('tells the page who signed in, and forgets the PIN', () => {
    const machine = checking().send({ type: 'authenticated', userId: ada.userId });
    machine.in('signed-in');
    assert.deepEqual(machine.told, [{ type: 'signed-in', userId: ada.userId }]);
    assert.ok(machine.did('wipe-entry'));
    assert.deepEqual(machine.send({ type: 'sign-out' }).told, [{ type: 'signed-out', userId: ada.userId }]);
    machine.in('enter-pin');
  });

  it('says how many attempts a wrong PIN leaves, and prepares the next', () => {
    const machine = checking().fail('finish-sign-in', 'WRONG_PIN', { attemptsLeft: 2 });
    const { note, length } = machine.in('enter-pin');
    assert.deepEqual([note, length], [{ kind: 'wrong', attemptsLeft: 2 }, 0]);
    assert.deepEqual(machine.started('sign-in'), { type: 'begin-sign-in', identityId: 'ada' });
    assert.deepEqual(machine.told, [{ type: 'error', code: 'WRONG_PIN' }]);
    assert.equal(machine.type(1).in('enter-pin').note, undefined);
  });

  it('locks at the last wrong PIN, and when pass 1 says so', () => {
    const machine = checking().fail('finish-sign-in', 'IDENTITY_REVOKED');
    assert.equal(machine.in('locked').identity.state, 'revoked');
    assert.equal(machine.state.context.identities[0]?.state, 'revoked');
    assert.deepEqual(machine.told, [{ type: 'locked', userId: ada.userId }]);
    at().fail('begin-sign-in', 'IDENTITY_REVOKED').in('locked');
  });

  it('names wrong PINs as the cause only where the last one was typed here', () => {
    const wrong = (machine: Machine, attemptsLeft?: number) =>
      machine.type(4).send({ type: 'submit' }).fail('finish-sign-in', 'WRONG_PIN', attemptsLeft === undefined ? {} : { attemptsLeft });
    const revoked = (machine: Machine) => machine.type(4).send({ type: 'submit' }).fail('finish-sign-in', 'IDENTITY_REVOKED').in('locked').byWrongPin;
    assert.equal(revoked(at()), false, 'the first PIN');
    assert.equal(revoked(wrong(at(), 2)), false, 'one attempt was left');
    assert.equal(revoked(wrong(wrong(at(), 2), 1)), true);
    assert.equal(revoked(wrong(at(), 1)), true, 'the others were typed before');
    const told = at().type(4).send({ type: 'submit' }).fail('finish-sign-in', 'IDENTITY_REVOKED', { attemptsLeft: 0 });
    assert.equal(told.in('locked').byWrongPin, true, 'the server says so, whatever was typed before a reload');
    assert.equal(revoked(wrong(wrong(at()))), true, 'the server does not count aloud');
    assert.equal(revoked(Machine.at({ identities: [ada], project: { pinAttempts: 1 } })), true);
    assert.equal(at().fail('begin-sign-in', 'IDENTITY_REVOKED').in('locked').byWrongPin, false);
    assert.equal(at([{ ...ada, state: 'revoked' }]).in('locked').byWrongPin, false);
  });

  it('keeps a failed preparation to itself unless it is about the identity', () => {
    at().fail('begin-sign-in', 'OFFLINE').in('enter-pin');
    at().fail('begin-sign-in', 'IDENTITY_EXPIRED').in('trouble');
    checking().fail('begin-sign-in', 'OFFLINE').in('authenticating');
  });

  it('comes back to the keypad after a trouble', () => {
    for (const code of ['OFFLINE', 'SERVER_ERROR', 'SESSION_EXPIRED', 'UNEXPECTED'] as const) {
      const machine = checking().fail('finish-sign-in', code);
      machine.in('trouble');
      assert.equal(machine.send({ type: 'retry' }).in('enter-pin').length, 0);
    }
    checking().fail('finish-sign-in', 'INVALID_PIN').in('enter-pin');
  });

  it('goes on by itself when the connection is back', () => {
    checking().fail('finish-sign-in', 'OFFLINE').send({ type: 'awake' }).in('enter-pin');
    checking().fail('finish-sign-in', 'SERVER_ERROR').send({ type: 'awake' }).in('enter-pin');
    checking().fail('finish-sign-in', 'SESSION_EXPIRED').send({ type: 'awake' }).in('trouble');
  });

  it('asks by itself whether the server is back, ever less often, and goes on when it is', () => {
    const machine = checking().fail('finish-sign-in', 'OFFLINE');
    assert.deepEqual(machine.started('clock'), { type: 'clock' });
    const asked: number[] = [];
    for (let second = 1000; second < 1120; second += 1) {
      machine.send({ type: 'tick', now: NOW + second });
      if (machine.started('request')?.type !== 'reach') continue;
      asked.push(second - 1000);
      machine.fail('reach', 'OFFLINE').in('trouble');
      assert.deepEqual(machine.effects, [], 'nobody is told');
    }
    assert.deepEqual(asked, [5, 15, 35, 65, 95]);
    machine.send({ type: 'reached' }).in('enter-pin');
    assert.deepEqual(machine.cancelled, ['request', 'clock']);
  });

  it('does not ask where only a person can know', () => {
    const machine = checking().fail('finish-sign-in', 'SESSION_EXPIRED');
    assert.equal(machine.started('clock'), undefined);
    assert.equal(machine.send({ type: 'tick', now: NOW + 1000 }, { type: 'tick', now: NOW + 2000 }).started('request'), undefined);
  });

  it('waits where the server wants a pause', () => {
    const machine = checking().fail('finish-sign-in', 'RATE_LIMITED', { retryAt: NOW + 20 });
    assert.equal(retryIn(machine.in('trouble')), 20);
    assert.deepEqual(machine.started('clock'), { type: 'clock' });
    machine.send({ type: 'retry' }).in('trouble');
    assert.deepEqual(machine.send({ type: 'tick', now: NOW + 20 }).cancelled, ['clock']);
    machine.send({ type: 'retry' }).in('enter-pin');
  });

  it('registers again where the identity is of no use', () => {
    for (const code of ['IDENTITY_EXPIRED', 'IDENTITY_DAMAGED', 'IDENTITY_UNKNOWN'] as const) {
      assert.equal(checking().fail('finish-sign-in', code).send({ type: 'retry' }).in('add-identity').userId, ada.userId);
    }
  });

  it('sets up from nothing where the storage was lost', () => {
    const machine = checking().fail('finish-sign-in', 'STORAGE_LOST').send({ type: 'retry' });
    machine.in('add-identity');
    assert.deepEqual(machine.state.context.identities, []);
  });
});

describe('a site that does not let somebody in', () => {
  const signedIn = () => checking().send({ type: 'authenticated', userId: ada.userId });

  it('says so, with its own words; the identity stays', () => {
    const machine = signedIn().send({ type: 'refused', reason: 'Your account is closed.' });
    assert.deepEqual(machine.in('trouble').problem, { code: 'ACCESS_REFUSED', reason: 'Your account is closed.' });
    assert.deepEqual(machine.told, [{ type: 'error', code: 'ACCESS_REFUSED' }]);
    assert.deepEqual(machine.state.context.identities, [ada]);
    machine.send({ type: 'tick', now: NOW + 100 }, { type: 'awake' }).in('trouble');
    machine.send({ type: 'retry' }).in('enter-pin');
    signedIn().send({ type: 'refused' }, { type: 'show-identities' }).in('identities');
  });

  it('has to have been asked first', () => {
    at().send({ type: 'refused' }).in('enter-pin');
    checking().send({ type: 'refused' }).in('authenticating');
  });
});

describe('forgetting the PIN', () => {
  it('asks, then sends the mail without a form; the old identity stays', () => {
    const machine = at().send({ type: 'forgot-pin' });
    machine.in('confirm-reset');
    assert.deepEqual(machine.send({ type: 'confirm' }).started('request'), { type: 'start-registration', userId: ada.userId, deviceName: ada.deviceName });
    assert.deepEqual(machine.send({ type: 'confirm' }).effects, []);
    machine.send({ type: 'registration', pending: sent }).in('confirm-email');
    assert.deepEqual(machine.state.context.identities, [ada]);
  });

  it('can be cancelled, and tried again', () => {
    at().send({ type: 'forgot-pin' }, { type: 'back' }).in('enter-pin');
    const machine = at().send({ type: 'forgot-pin' }, { type: 'confirm' }).fail('start-registration', 'OFFLINE');
    assert.equal(machine.send({ type: 'retry' }).started('request')?.type, 'start-registration');
  });
});

describe('locked', () => {
  const machine = () => at([{ ...ada, state: 'revoked' }]);

  it('leads to a new registration with the address filled in, or to the list', () => {
    assert.equal(machine().send({ type: 'register-again' }).in('add-identity').userId, ada.userId);
    assert.equal(machine().send({ type: 'show-identities' }).in('identities').currentId, 'ada');
    machine().send({ type: 'back' }).in('identities');
  });
});

describe('the identities', () => {
  const list = () => at([ada, bob]).send({ type: 'show-identities' });

  it('lets one be chosen, added, or nothing changed', () => {
    assert.equal(list().in('identities').currentId, 'ada');
    assert.equal(list().send({ type: 'select', identityId: 'bob' }).in('enter-pin').identity.id, 'bob');
    assert.equal(list().send({ type: 'back' }).in('enter-pin').identity.id, 'ada');
    list().send({ type: 'add-identity' }).in('add-identity');
    list().send({ type: 'select', identityId: 'nobody' }).in('identities');
    list().send({ type: 'select-pending' }).in('identities');
  });

  it('follows another tab', () => {
    assert.equal(list().send({ type: 'identities-changed', identities: [bob], pending: undefined }).in('identities').context.identities.length, 1);
    list().send({ type: 'identities-changed', identities: [], pending: undefined }).in('add-identity');
    at().send({ type: 'identities-changed', identities: [{ ...ada, state: 'revoked' }], pending: undefined }).in('locked');
    at().send({ type: 'identities-changed', identities: [], pending: undefined }).in('add-identity');
    assert.equal(at([ada, bob]).type(2).send({ type: 'identities-changed', identities: [bob, ada], pending: undefined }).in('enter-pin').length, 2);
    checking().send({ type: 'identities-changed', identities: [], pending: undefined }).in('authenticating');
  });
});

describe('leaving a screen', () => {
  it('ends what ran for it and forgets what was typed', () => {
    const machine = at().type(3).send({ type: 'show-identities' });
    assert.deepEqual(machine.cancelled, ['sign-in']);
    assert.ok(machine.did('wipe-entry'));
  });
});
