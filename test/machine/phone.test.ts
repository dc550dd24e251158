import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { IdentitySummary } from '../../src/client/types.ts';
import { secondsLeft } from '../../src/machine/states/phone-device.ts';
import { ada, confirmed, Machine, NOW, request } from './support.ts';
import type { Beginning } from './support.ts';

const offers = { extensions: { accessNumber: 1 }, enableRegistrationCode: true, mobileUrl: 'https://auth.example.com/mobile' } as const;
const grace: IdentitySummary = { ...ada, id: 'grace', userId: 'grace@example.com' };
const page = (beginning: Beginning = {}): Machine => Machine.at({ ways: ['browser', 'phone'], project: offers, ...beginning });
const phone = (beginning: Beginning = {}): Machine => Machine.at({ flow: 'phone', project: offers, identities: [ada], ...beginning });
const asked = (beginning: Beginning = {}): Machine => phone({ visit: { request: request.accessId }, ...beginning }).send({ type: 'request-found', request });
const atPin = (): Machine => asked().send({ type: 'confirm' }).type(4).send({ type: 'submit' });

describe('a page that a phone signs in', () => {
  it('offers it where the server has numbers, and only there', () => {
    assert.deepEqual(page().in('home').context.ways, ['browser', 'phone']);
    page({ project: { extensions: {} } }).in('add-identity');
    page({ ways: ['phone'] }).in('phone-sign-in');
    page({ ways: ['phone'], identities: [ada] }).in('phone-sign-in');
    page({ ways: ['phone'], project: { extensions: {} } }).in('add-identity');
  });

  it('tells the page who signed in and, when the phone ends it, who left', () => {
    const machine = page().send({ type: 'choose-way', way: 'phone' }, { type: 'phone-signed-in', userId: 'ada@example.com' });
    assert.equal(machine.in('signed-in').identity, undefined);
    assert.deepEqual(machine.told, [{ type: 'signed-in', userId: 'ada@example.com' }]);
    machine.send({ type: 'phone-signed-out', userId: 'ada@example.com' }).in('phone-sign-in');
    assert.deepEqual(machine.told, [{ type: 'signed-out', userId: 'ada@example.com' }]);
  });

  it('leads from the PIN to the phone, and from the phone back to the PIN', () => {
    const machine = page({ identities: [ada] });
    machine.in('enter-pin');
    machine.send({ type: 'choose-way', way: 'phone' }).in('phone-sign-in');
    assert.ok(machine.did('wipe-entry'));
    machine.send({ type: 'choose-way', way: 'browser' }).in('enter-pin');
  });

  it('sets a phone up where there is a site for it', () => {
    page().send({ type: 'setup-phone' }).in('phone-setup');
    const { mobileUrl: _none, ...without } = offers;
    page({ project: without }).send({ type: 'setup-phone' }).in('home');
  });
});

describe('a phone', () => {
  it('begins with what may be done with its identity, or with setting one up', () => {
    phone().in('identity-options');
    phone({ identities: [] }).in('add-identity');
    phone({ identities: [{ ...ada, state: 'revoked' }] }).in('locked');
  });

  it('sees a slip in a number before anything is sent', () => {
    const machine = phone().send({ type: 'sign-in' }, { type: 'submit-number', accessNumber: '314159' });
    assert.deepEqual(machine.in('enter-access-number').problem, { kind: 'incomplete' });
    machine.send({ type: 'submit-number', accessNumber: '3141595' });
    assert.deepEqual([machine.in('enter-access-number').problem, machine.effects], [{ kind: 'invalid', triesLeft: undefined }, []]);
    machine.send({ type: 'submit-number', accessNumber: '3141594' });
    assert.deepEqual(machine.started('request'), { type: 'resolve-number', identityId: 'ada', accessNumber: '3141594' });
    machine.fail('resolve-number', 'ACCESS_NUMBER_INVALID', { attemptsLeft: 4 });
    assert.deepEqual(machine.in('enter-access-number').problem, { kind: 'invalid', triesLeft: 4 });
  });

  it('that was revoked elsewhere is told so when it looks a number up', () => {
    const machine = phone().send({ type: 'sign-in' }, { type: 'submit-number', accessNumber: '3141594' });
    machine.fail('resolve-number', 'IDENTITY_REVOKED');
    assert.deepEqual([machine.in('locked').identity.state, machine.in('locked').byWrongPin], ['revoked', false]);
    assert.deepEqual(machine.told, [{ type: 'locked', userId: 'ada@example.com' }]);
  });

  it('shows who asks before any PIN is asked for, and asks the PIN for that request', () => {
    const machine = asked();
    assert.equal(machine.in('confirm-request').request, request);
    assert.equal(machine.started('sign-in'), undefined);
    machine.send({ type: 'confirm' }).in('enter-pin');
    assert.deepEqual(machine.started('sign-in'), { type: 'begin-sign-in', identityId: 'ada', errand: { for: 'request', request, agreed: true } });
    machine.type(4).send({ type: 'submit' }, { type: 'authenticated', userId: 'ada@example.com' });
    assert.equal(machine.in('approved').context.errand, undefined);
    assert.deepEqual(machine.told, [], 'nobody is signed in here');
  });

  it('looks at the request again with another identity', () => {
    const machine = asked({ identities: [ada, grace] }).send({ type: 'confirm' }, { type: 'show-identities' }, { type: 'select', identityId: 'grace' });
    assert.equal(machine.in('confirm-request').identity?.id, 'grace');
  });

  it('is answered by whoever can sign in, when another tab sets somebody up or revokes them', () => {
    const heard = (before: readonly IdentitySummary[], now: readonly IdentitySummary[]): string | undefined =>
      asked({ identities: before }).send({ type: 'identities-changed', identities: now, pending: undefined }).in('confirm-request').identity?.id;
    assert.equal(heard([], [ada]), 'ada');
    assert.equal(heard([ada, grace], [{ ...ada, state: 'revoked' }, grace]), 'grace');
    assert.equal(heard([ada, grace], [grace, ada]), 'ada');
    assert.equal(heard([ada], [{ ...ada, state: 'revoked' }]), undefined);
  });

  it('declines, and takes one that is over for declined', () => {
    const machine = asked().send({ type: 'decline' });
    assert.deepEqual(machine.started('request'), { type: 'decline-request', accessId: request.accessId });
    machine.send({ type: 'request-declined' }).in('request-declined');
    machine.send({ type: 'back' }).in('identity-options');
    asked().send({ type: 'decline' }).fail('decline-request', 'REQUEST_EXPIRED').in('request-declined');
    assert.equal(asked().send({ type: 'decline' }).fail('decline-request', 'OFFLINE').in('trouble').problem.code, 'OFFLINE');
  });

  it('names what has become of a request: before the PIN by the clock, after it by the server', () => {
    const machine = asked().send({ type: 'tick', now: NOW + 89 });
    machine.in('confirm-request');
    assert.equal(machine.send({ type: 'tick', now: NOW + 90 }).in('trouble').problem.code, 'REQUEST_EXPIRED');
    machine.send({ type: 'retry' }).in('enter-access-number');
    for (const code of ['REQUEST_CLAIMED', 'REQUEST_DECLINED', 'REQUEST_EXPIRED'] as const) {
      assert.equal(atPin().fail('finish-sign-in', code).in('trouble').problem.code, code);
      atPin().fail('finish-sign-in', code).send({ type: 'retry' }).in('identity-options');
    }
    atPin().fail('finish-sign-in', 'OFFLINE').send({ type: 'retry' }).in('enter-pin');
  });

  it('opened with a request that is over says so and goes on without it', () => {
    const machine = phone({ visit: { request: request.accessId } }).fail('find-request', 'REQUEST_EXPIRED');
    machine.send({ type: 'retry' });
    assert.deepEqual(machine.started('request'), { type: 'load' });
  });

  it('where nobody is set up says so, and comes back to the request after setting up', () => {
    const machine = asked({ identities: [] });
    assert.equal(machine.in('confirm-request').identity, undefined);
    machine.send({ type: 'confirm' }, { type: 'submit-identity', userId: 'ada@example.com', deviceName: 'Phone' }, { type: 'registration', pending: confirmed });
    machine.type(4).send({ type: 'submit' }, { type: 'judged', verdict: 'fine' }).type(4).send({ type: 'submit' }, { type: 'compared', same: true });
    machine.send({ type: 'registered', identity: ada, identities: [ada] }, { type: 'sign-in' });
    assert.equal(machine.in('confirm-request').identity, ada);
  });

  it('signs the other device out, and says when that did not work', () => {
    const machine = atPin().send({ type: 'authenticated', userId: 'ada@example.com' }, { type: 'sign-out' });
    assert.deepEqual(machine.started('request'), { type: 'sign-out-there' });
    assert.equal(machine.fail('sign-out-there', 'OFFLINE').in('approved').note, 'failed');
    assert.equal(machine.send({ type: 'sign-out' }, { type: 'signed-out-there' }).in('approved').note, 'signed-out');
    assert.equal(machine.send({ type: 'sign-out' }).started('request'), undefined);
  });

  it('makes one-time passwords where the page says for which application', () => {
    phone().send({ type: 'make-password' }).in('identity-options');
    const machine = phone({ visit: { makesPasswords: true } }).send({ type: 'make-password' });
    assert.deepEqual(machine.started('sign-in'), { type: 'begin-sign-in', identityId: 'ada', errand: { for: 'password' } });
    machine.type(4).send({ type: 'submit' }, { type: 'password-made', userId: 'ada@example.com' }).in('otp');
    machine.send({ type: 'back' }).in('identity-options');
  });
});

describe('one more device', () => {
  it('is set up by a code that a PIN makes, on a phone and in a browser', () => {
    const machine = phone().send({ type: 'add-device' });
    assert.deepEqual(machine.started('sign-in'), { type: 'begin-sign-in', identityId: 'ada', errand: { for: 'quick-code' } });
    machine.type(4).send({ type: 'submit' }, { type: 'quick-code-made', userId: 'ada@example.com', expiresAt: NOW + 300 }).in('add-device');
    assert.deepEqual(machine.started('clock'), { type: 'clock' });
    assert.deepEqual([secondsLeft(machine.send({ type: 'tick', now: NOW + 0.5 }).in('add-device')), machine.effects], [300, []]);
    assert.deepEqual([secondsLeft(machine.send({ type: 'tick', now: NOW + 301 }).in('add-device')), machine.cancelled], [0, ['clock']]);
    machine.send({ type: 'back' }).in('identity-options');
    const browser = page({ identities: [ada] }).send({ type: 'show-identities' }, { type: 'edit', identityId: 'ada' }, { type: 'add-device' });
    browser.type(4).send({ type: 'submit' }, { type: 'quick-code-made', userId: 'ada@example.com', expiresAt: NOW + 300 }, { type: 'retry' }).in('enter-pin');
    browser.send({ type: 'show-identities' }, { type: 'select', identityId: 'ada' });
    assert.deepEqual(browser.started('sign-in'), { type: 'begin-sign-in', identityId: 'ada' }, 'the errand is given up');
  });

  it('takes the code and whose it is, and says when it is wrong', () => {
    const machine = phone({ identities: [] }).send({ type: 'have-quick-code' }, { type: 'submit-quick-code', userId: '' });
    assert.deepEqual([machine.in('quick-code').problems, machine.in('quick-code').note], [{ userId: 'missing' }, 'code-incomplete']);
    machine.type(6).send({ type: 'submit-quick-code', userId: 'ada@example.com' });
    assert.deepEqual(machine.started('request'), { type: 'use-quick-code', userId: 'ada@example.com' });
    machine.fail('use-quick-code', 'CODE_WRONG', { attemptsLeft: 2 });
    assert.deepEqual([machine.in('quick-code').note, machine.in('quick-code').triesLeft], ['code-wrong', 2]);
    machine.type(6).send({ type: 'submit-quick-code', userId: 'ada@example.com' }, { type: 'registration', pending: confirmed }).in('choose-pin');
  });

  it('is not offered where the project bars it', () => {
    const barred = { project: { enableRegistrationCode: false } };
    phone(barred).send({ type: 'add-device' }).in('identity-options');
    phone({ ...barred, identities: [] }).send({ type: 'have-quick-code' }).in('add-identity');
  });
});
