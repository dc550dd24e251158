import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { resendIn } from '../../src/machine/index.ts';
import { unconfirmedOf } from '../../src/machine/states/unconfirmed.ts';
import { ada, byCode, confirmed, Machine, NOW, sent } from './support.ts';

const submit = (userId: string, deviceName = 'Laptop') => ({ type: 'submit-identity', userId, deviceName }) as const;

describe('the form', () => {
  it('asks for the mail with what was typed, trimmed', () => {
    const machine = Machine.at().send(submit(' ada@example.com ', ' Laptop '));
    assert.equal(machine.in('add-identity').busy, true);
    assert.deepEqual(machine.started('request'), { type: 'start-registration', userId: 'ada@example.com', deviceName: 'Laptop' });
    machine.send({ type: 'registration', pending: sent }).in('confirm-email');
    assert.equal(machine.state.context.pending, sent);
  });

  for (const [userId, problem] of [['', 'missing'], ['  ', 'missing'], ['ada', 'invalid'], ['ada@', 'invalid'], ['a b@c.d', 'invalid'], [`${'a'.repeat(255)}@b.c`, 'too-long']] as const) {
    it(`names the address ${JSON.stringify(userId.slice(0, 12))} as ${problem} and sends nothing`, () => {
      const machine = Machine.at().send(submit(userId));
      assert.deepEqual(machine.in('add-identity').problems, { userId: problem });
      assert.deepEqual(machine.effects, []);
    });
  }

  it('takes any user id where the project has its own kind, and a device name only where it asks', () => {
    assert.ok(Machine.at({ project: { identityType: 'alphanumeric' } }).send(submit('4711')).in('add-identity').busy);
    assert.deepEqual(Machine.at().send(submit('a@b.c', ' ')).in('add-identity').problems, { deviceName: 'missing' });
    assert.deepEqual(Machine.at().send(submit('a@b.c', 'x'.repeat(41))).in('add-identity').problems, { deviceName: 'too-long' });
    assert.ok(Machine.at({ project: { askDeviceName: false } }).send(submit('a@b.c', '')).in('add-identity').busy);
  });

  it('shows what the server found wrong beside its field', () => {
    assert.deepEqual(Machine.at().send(submit('a@b.c')).fail('start-registration', 'INVALID_USER_ID').in('add-identity').problems, { userId: 'invalid' });
    assert.deepEqual(Machine.at().send(submit('a@b.c')).fail('start-registration', 'INVALID_DEVICE_NAME').in('add-identity').problems, { deviceName: 'invalid' });
  });

  it('keeps what was typed over a trouble', () => {
    const machine = Machine.at().send(submit('a@b.c', 'Mine')).fail('start-registration', 'OFFLINE');
    machine.in('trouble');
    const { userId, deviceName } = machine.send({ type: 'retry' }).in('add-identity');
    assert.deepEqual({ userId, deviceName }, { userId: 'a@b.c', deviceName: 'Mine' });
  });

  it('goes back only where there is something to go back to, and not while it is busy', () => {
    Machine.at().send({ type: 'back' }).in('add-identity');
    const machine = Machine.at({ identities: [{ ...ada, state: 'revoked' }] }).send({ type: 'register-again' });
    assert.equal(machine.in('add-identity').userId, ada.userId);
    machine.send({ type: 'back' }).in('identities');
    Machine.at({ identities: [{ ...ada, state: 'revoked' }] }).send({ type: 'register-again' }, submit('a@b.c'), { type: 'back' }).in('add-identity');
  });
});

describe('confirming the address', () => {
  const at = (pending = sent, identities = [] as (typeof ada)[]) => Machine.at({ pending, identities });

  it('goes on by itself once confirmed anywhere', () => {
    const machine = at().send({ type: 'confirmation', result: 'confirmed' });
    machine.in('choose-pin');
    assert.equal(machine.state.context.pending?.state, 'confirmed');
    assert.deepEqual(machine.cancelled, ['request', 'wait', 'clock']);
  });

  it('says that the connection was lost, and is quiet again when it is back', () => {
    const machine = at().send({ type: 'connection', online: false });
    assert.equal(machine.in('confirm-email').note, 'offline');
    assert.equal(machine.send({ type: 'connection', online: true }).in('confirm-email').note, 'waiting');
    const told = at().send({ type: 'check' }, { type: 'confirmation', result: 'sent' }, { type: 'connection', online: true });
    assert.equal(told.in('confirm-email').note, 'not-yet', 'what is said of something else stays');
  });

  it('asks when told "I confirmed my email", once at a time', () => {
    const machine = at().send({ type: 'check' });
    assert.deepEqual(machine.started('request'), { type: 'check', pending: sent });
    assert.deepEqual(machine.send({ type: 'check' }).effects, []);
    assert.equal(machine.send({ type: 'confirmation', result: 'sent' }).in('confirm-email').note, 'not-yet');
  });

  it('names a refusal and an expiry', () => {
    assert.equal(at().send({ type: 'confirmation', result: 'cancelled' }).in('trouble').problem.code, 'CONFIRMATION_CANCELLED');
    assert.equal(at().send({ type: 'confirmation', result: 'expired' }).in('trouble').problem.code, 'CODE_EXPIRED');
    assert.equal(at().fail('wait', 'CODE_EXPIRED').in('trouble').problem.code, 'CODE_EXPIRED');
  });

  it('sends a new mail after an expiry, to the same address', () => {
    const machine = at().fail('wait', 'CODE_EXPIRED').send({ type: 'retry' });
    assert.deepEqual(machine.started('request'), { type: 'start-registration', userId: sent.userId, deviceName: sent.deviceName });
  });

  it('sends the mail again when the back-off is over, and counts it down', () => {
    const machine = at().send({ type: 'tick', now: NOW + 3.2 });
    assert.equal(resendIn(machine.in('confirm-email')), 7);
    assert.deepEqual(machine.send({ type: 'resend' }).effects, []);
    assert.deepEqual(machine.send({ type: 'tick', now: NOW + 10 }).cancelled, ['clock']);
    assert.deepEqual(machine.send({ type: 'resend' }).started('request'), { type: 'resend', pending: sent });
    const again = { ...sent, backoffUntil: NOW + 60 };
    machine.send({ type: 'registration', pending: again });
    assert.equal(machine.in('confirm-email').note, 'sent-again');
    assert.deepEqual(machine.started('wait'), { type: 'wait', pending: again });
    assert.deepEqual(machine.started('clock'), { type: 'clock' });
  });

  it('takes a longer back-off from the server without leaving the screen', () => {
    const machine = at().send({ type: 'tick', now: NOW + 10 }, { type: 'resend' }).fail('resend', 'RATE_LIMITED', { retryAt: NOW + 100 });
    assert.equal(resendIn(machine.in('confirm-email')), 90);
    assert.deepEqual(machine.started('clock'), { type: 'clock' });
  });

  it('counts a pause down after a refusal whose time this device believes to be over', () => {
    const machine = at().send({ type: 'tick', now: NOW + 10 }, { type: 'resend' }).fail('resend', 'RATE_LIMITED', { retryAt: NOW - 18_000 });
    assert.equal(resendIn(machine.in('confirm-email')), 5);
  });

  it('stays over a lost connection and waits again, in time or when the connection is back', () => {
    const machine = at().fail('wait', 'OFFLINE');
    assert.equal(machine.in('confirm-email').note, 'offline');
    assert.equal(machine.send({ type: 'tick', now: NOW + 4 }).started('wait'), undefined);
    assert.deepEqual(machine.send({ type: 'tick', now: NOW + 5 }).started('wait'), { type: 'wait', pending: sent });
    assert.equal(machine.in('confirm-email').note, 'waiting');
    assert.ok(at().fail('wait', 'SERVER_ERROR').send({ type: 'awake' }).started('wait'));
    assert.deepEqual(at().send({ type: 'awake' }).effects, []);
  });

  it('lets the address be changed', () => {
    const machine = at().send({ type: 'change-address' });
    assert.equal(machine.in('add-identity').userId, sent.userId);
    at().send({ type: 'back' }).in('add-identity');
  });

  it('lets the address be changed where its mail was refused or ran out, also while another one has to wait', () => {
    const refused = at().send({ type: 'confirmation', result: 'cancelled' });
    const form = (machine: Machine) => {
      const { userId, deviceName, replaces } = machine.send({ type: 'change-address' }).in('add-identity');
      return { userId, deviceName, of: replaces?.startedAt };
    };
    const filledIn = { userId: sent.userId, deviceName: sent.deviceName, of: sent.startedAt };
    assert.deepEqual(form(at().fail('wait', 'CODE_EXPIRED')), filledIn);
    assert.deepEqual(form(Machine.at({ pending: { ...sent, state: 'cancelled' } })), filledIn, 'after a reload');
    assert.deepEqual(form(refused.send({ type: 'retry' }).fail('start-registration', 'RATE_LIMITED', { retryAt: NOW + 60 })), filledIn);
    refused.send(submit('ida@example.com'));
    assert.deepEqual(refused.started('request'), { type: 'start-registration', userId: 'ida@example.com', deviceName: 'Laptop', replaces: sent });
  });

  it('offers no other address where an identity is the matter', () => {
    const expired = Machine.at({ identities: [{ ...ada, state: 'expired' }] });
    assert.equal(unconfirmedOf(expired.in('trouble')), undefined);
    expired.send({ type: 'change-address' }).in('trouble');
    const reset = at({ ...sent, userId: 'ida@example.com', startedAt: 0 }, [ada]).send({ type: 'forgot-pin' }, { type: 'confirm' }).fail('start-registration', 'RATE_LIMITED', { retryAt: NOW + 60 });
    assert.equal(unconfirmedOf(reset.in('trouble')), undefined);
  });

  it('gives up the address that was corrected, over a trouble too; not one that the form was not opened for', () => {
    for (const way of [{ type: 'change-address' }, { type: 'back' }] as const) {
      const machine = at().send(way, submit('typo@example.com')).fail('start-registration', 'OFFLINE').send({ type: 'retry' }, submit('ida@example.com'));
      assert.deepEqual(machine.started('request'), { type: 'start-registration', userId: 'ida@example.com', deviceName: 'Laptop', replaces: sent });
    }
    const confirmedOnce = Machine.at({ pending: confirmed }).send({ type: 'back' }, submit('ida@example.com'));
    assert.deepEqual(confirmedOnce.started('request'), { type: 'start-registration', userId: 'ida@example.com', deviceName: 'Laptop', replaces: confirmed });
    const another = at(sent, [ada]).send({ type: 'show-identities' }, { type: 'add-identity' }, submit('ida@example.com'));
    assert.deepEqual(another.started('request'), { type: 'start-registration', userId: 'ida@example.com', deviceName: 'Laptop' });
  });

  it('comes back to the mail that is on its way where the same address is entered again too soon', () => {
    const machine = at().send({ type: 'change-address' }, submit(' ada@EXAMPLE.com')).fail('start-registration', 'RATE_LIMITED', { retryAt: NOW + 10 });
    assert.deepEqual(machine.in('confirm-email').pending, sent);
    assert.deepEqual(machine.started('wait'), { type: 'wait', pending: sent });
    at().send({ type: 'change-address' }, submit('ida@example.com')).fail('start-registration', 'RATE_LIMITED', { retryAt: NOW + 10 }).in('trouble');
  });

  it('leads to the list where there is one, and back as not active', () => {
    at().send({ type: 'show-identities' }).in('confirm-email');
    const machine = at(sent, [ada]).send({ type: 'show-identities' });
    machine.in('identities');
    machine.send({ type: 'select-pending' }).in('not-active');
    machine.send({ type: 'confirmation', result: 'confirmed' }).in('choose-pin');
  });

  it('takes a code of full length, once', () => {
    const machine = at(byCode);
    assert.equal(machine.started('wait'), undefined);
    assert.equal(machine.type(5).send({ type: 'submit' }).in('confirm-email').note, 'code-incomplete');
    machine.type(6).send({ type: 'submit' });
    assert.deepEqual(machine.started('request'), { type: 'confirm-code', pending: byCode });
    assert.deepEqual(machine.send({ type: 'submit' }).effects, []);
    machine.send({ type: 'confirmation', result: 'confirmed' }).in('choose-pin');
    assert.ok(machine.did('wipe-entry'));
  });

  it('says how many tries a wrong code leaves, and takes another', () => {
    const machine = at(byCode).type(6).send({ type: 'submit' }).fail('confirm-code', 'CODE_WRONG', { attemptsLeft: 4 });
    const { note, triesLeft, length, busy } = machine.in('confirm-email');
    assert.deepEqual({ note, triesLeft, length, busy }, { note: 'code-wrong', triesLeft: 4, length: 0, busy: undefined });
    assert.ok(machine.did('open-entry'));
    machine.type(6).send({ type: 'submit' }).fail('confirm-code', 'CODE_WRONG', { attemptsLeft: 0 }).in('trouble');
  });

  it('does not take a code where a link was sent', () => {
    assert.deepEqual(at(sent).send({ type: 'submit' }).effects, []);
  });
});

describe('choosing a PIN', () => {
  const at = () => Machine.at({ pending: confirmed });
  const first = () => at().type(4).send({ type: 'submit' }, { type: 'judged', verdict: 'fine' });

  it('wants all digits', () => {
    const machine = at().type(3).send({ type: 'submit' });
    assert.equal(machine.in('choose-pin').note, 'incomplete');
    assert.deepEqual(machine.effects, []);
    assert.equal(machine.type(4).in('choose-pin').note, undefined);
  });

  it('has the PIN judged, sets it aside, asks once more and registers', () => {
    const machine = at().type(4).send({ type: 'submit' });
    assert.deepEqual(machine.effects, [{ type: 'judge-entry', refuse: false }]);
    machine.send({ type: 'judged', verdict: 'fine' });
    assert.deepEqual(machine.effects, [{ type: 'keep-entry' }, { type: 'open-entry', limit: 4 }]);
    assert.deepEqual([machine.in('choose-pin').step, machine.in('choose-pin').length], ['again', 0]);
    assert.deepEqual(machine.type(4).send({ type: 'submit' }).effects, [{ type: 'compare-entry' }]);
    machine.send({ type: 'compared', same: true }).in('registering');
    assert.ok(machine.did('seal-entry') && !machine.did('wipe-entry'));
    assert.deepEqual(machine.started('request'), { type: 'register', pending: confirmed });
  });

  it('names an easy PIN and begins again', () => {
    const machine = at().type(4).send({ type: 'submit' }, { type: 'judged', verdict: 'easy' });
    assert.deepEqual([machine.in('choose-pin').step, machine.in('choose-pin').note], ['first', 'easy']);
    assert.equal(machine.type(1).in('choose-pin').note, undefined);
  });

  it('refuses an easy PIN however often it is chosen, where the project says so', () => {
    const machine = Machine.at({ pending: confirmed, project: { easyPin: 'refuse' } }).type(4).send({ type: 'submit' });
    assert.deepEqual(machine.effects, [{ type: 'judge-entry', refuse: true }]);
    assert.equal(machine.send({ type: 'judged', verdict: 'easy' }).in('choose-pin').note, 'easy-refused');
  });

  it('begins again when the two differ, and when going back', () => {
    const machine = first().type(4).send({ type: 'submit' }, { type: 'compared', same: false });
    assert.deepEqual([machine.in('choose-pin').step, machine.in('choose-pin').note], ['first', 'different']);
    assert.ok(machine.did('wipe-entry'));
    assert.equal(first().send({ type: 'back' }).in('choose-pin').step, 'first');
  });

  it('ignores a verdict that belongs to the other step', () => {
    assert.equal(first().send({ type: 'judged', verdict: 'easy' }).in('choose-pin').step, 'again');
    assert.equal(at().send({ type: 'compared', same: true }).in('choose-pin').step, 'first');
  });

  it('goes back to the address, or to the list', () => {
    at().send({ type: 'back' }).in('add-identity');
    Machine.at({ pending: confirmed, identities: [ada] }).send({ type: 'back' }).in('identities');
  });

  it('uses the project\'s length', () => {
    assert.deepEqual(Machine.at({ pending: confirmed, project: { pinLength: 6 } }).effects.at(-1), { type: 'open-entry', limit: 6 });
  });

  const registering = () => first().type(4).send({ type: 'submit' }, { type: 'compared', same: true });

  it('congratulates, tells the page, and leads to signing in', () => {
    const machine = registering().send({ type: 'registered', identity: ada, identities: [ada] });
    assert.equal(machine.in('set-up').identity, ada);
    assert.deepEqual(machine.told, [{ type: 'registered', userId: ada.userId }]);
    assert.equal(machine.state.context.pending, undefined);
    machine.send({ type: 'sign-in' }).in('enter-pin');
  });

  it('asks for the PIN again after a trouble, since it was not kept', () => {
    const machine = registering().fail('register', 'OFFLINE');
    machine.in('trouble');
    assert.ok(machine.did('wipe-entry'));
    assert.equal(machine.send({ type: 'retry' }).in('choose-pin').step, 'first');
    registering().fail('register', 'INVALID_PIN').in('choose-pin');
  });

  it('asks for a new mail when the activation is no longer valid', () => {
    const machine = registering().fail('register', 'ACTIVATION_INVALID').send({ type: 'retry' });
    assert.equal(machine.started('request')?.type, 'start-registration');
  });
});
