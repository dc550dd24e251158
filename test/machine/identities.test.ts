import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { IdentitySummary } from '../../src/client/types.ts';
import { canGoBack, canLeaveTrouble } from '../../src/machine/index.ts';
import { ada, confirmed, Machine, NOW, sent } from './support.ts';
import type { Beginning } from './support.ts';

const bob: IdentitySummary = { ...ada, id: 'bob', userId: 'bob@example.com', deviceName: 'Tablet' };
const revoked: IdentitySummary = { ...bob, state: 'revoked' };
const list = (identities: readonly IdentitySummary[] = [ada, bob], beginning: Beginning = {}): Machine => Machine.at({ identities, ...beginning }).send({ type: 'show-identities' });
const alone = (identities: readonly IdentitySummary[] = [ada, bob], beginning: Beginning = {}): Machine => Machine.at({ flow: 'identities', identities, ...beginning });
const editing = (id = 'bob', machine = list()): Machine => machine.send({ type: 'edit', identityId: id });
const hear = (machine: Machine, ...identities: readonly IdentitySummary[]): Machine => machine.send({ type: 'identities-changed', identities, pending: undefined });

describe('editing an identity', () => {
  it('begins at the list and goes back to it, with the same one marked', () => {
    const machine = editing();
    assert.deepEqual([machine.in('edit-identity').identity.id, machine.in('edit-identity').deviceName], ['bob', 'Tablet']);
    assert.ok(canGoBack(machine.state));
    for (const way of ['back', 'show-identities'] as const) assert.equal(editing().send({ type: way }).in('identities').currentId, 'ada');
    list().send({ type: 'edit', identityId: 'nobody' }).in('identities');
  });

  it('asks once what the time is, to say when the identity was used', () => {
    for (const machine of [list(), editing()]) {
      assert.deepEqual(machine.started('clock'), { type: 'clock' });
      assert.deepEqual(machine.send({ type: 'tick', now: NOW + 60 }).cancelled, ['clock']);
      assert.equal(machine.state.context.now, NOW + 60);
    }
  });

  it('renames the device, and says so in the list', () => {
    const machine = editing().send({ type: 'rename', deviceName: ' Kitchen tablet ' });
    assert.deepEqual(machine.started('request'), { type: 'rename', identityId: 'bob', deviceName: 'Kitchen tablet' });
    assert.equal(machine.in('edit-identity').busy, true);
    machine.send({ type: 'back' }, { type: 'ask-remove' }, { type: 'ask-reset' }, { type: 'rename', deviceName: 'Other' }).in('edit-identity');
    machine.send({ type: 'renamed', identities: [ada, { ...bob, deviceName: 'Kitchen tablet' }] });
    const { note, context, currentId } = machine.in('identities');
    assert.deepEqual([note, currentId, context.identities[1]?.deviceName], [{ kind: 'renamed', userId: bob.userId }, 'ada', 'Kitchen tablet']);
  });

  it('leaves a name alone that did not change', () => {
    const machine = editing().send({ type: 'rename', deviceName: 'Tablet ' });
    assert.equal(machine.started('request'), undefined);
    assert.equal(machine.in('identities').note, undefined);
  });

  it('shows what is wrong with a name, before it is sent and after', () => {
    assert.equal(editing().send({ type: 'rename', deviceName: ' ' }).in('edit-identity').problem, 'missing');
    assert.equal(editing().send({ type: 'rename', deviceName: 'x'.repeat(41) }).in('edit-identity').problem, 'too-long');
    const refused = editing().send({ type: 'rename', deviceName: 'Other' }).fail('rename', 'INVALID_DEVICE_NAME').in('edit-identity');
    assert.deepEqual([refused.problem, refused.busy, refused.deviceName], ['invalid', false, 'Other']);
  });

  it('comes back to the name that was typed after a trouble', () => {
    const machine = editing().send({ type: 'rename', deviceName: 'Other' }).fail('rename', 'OFFLINE');
    machine.in('trouble');
    const again = machine.send({ type: 'retry' }).in('edit-identity');
    assert.deepEqual([again.deviceName, again.currentId, again.identity.deviceName], ['Other', 'ada', 'Tablet']);
    editing().send({ type: 'rename', deviceName: 'Other' }).fail('rename', 'IDENTITY_UNKNOWN').in('identities');
    const gone = editing().send({ type: 'rename', deviceName: 'Other' }).fail('rename', 'OFFLINE');
    assert.equal(hear(gone, ada).send({ type: 'retry' }).in('identities').currentId, 'ada');
  });

  it('writes nothing into a record that cannot be read', () => {
    const machine = editing('bob', list([ada, { ...bob, state: 'damaged' }]));
    assert.equal(machine.send({ type: 'rename', deviceName: 'Other' }).started('request'), undefined);
  });

  it('follows another tab', () => {
    for (const machine of [editing(), editing().send({ type: 'ask-remove' }), editing().send({ type: 'ask-reset' })]) {
      hear(machine, ada).in('identities');
    }
    assert.equal(hear(editing(), ada, revoked).in('edit-identity').identity.state, 'revoked');
  });
});

describe('resetting the PIN', () => {
  const asked = (): Machine => editing().send({ type: 'ask-reset' });

  it('asks first, goes back to where it was asked, and says which identity it is', () => {
    const { from, identity } = asked().in('confirm-reset');
    assert.deepEqual([from, identity.id], ['edit-identity', 'bob']);
    assert.equal(asked().send({ type: 'back' }).in('edit-identity').currentId, 'ada');
    Machine.at({ identities: [ada] }).send({ type: 'forgot-pin' }, { type: 'back' }).in('enter-pin');
  });

  it('keeps the old identity until the new one exists, and replaces it then', () => {
    const pending = { ...confirmed, userId: bob.userId };
    const machine = asked().send({ type: 'confirm' });
    assert.deepEqual(machine.started('request'), { type: 'start-registration', userId: bob.userId, deviceName: bob.deviceName });
    machine.send({ type: 'back' }).in('confirm-reset');
    machine.send({ type: 'registration', pending });
    const steps = [machine.in('choose-pin'), machine.type(4).send({ type: 'submit' }, { type: 'judged', verdict: 'fine' }).type(4).send({ type: 'submit' }, { type: 'compared', same: true }).in('registering')];
    for (const { context } of steps) assert.deepEqual(context.identities.map(({ id }) => id), ['ada', 'bob']);
    const made = { ...bob, id: 'new', createdAt: NOW };
    machine.send({ type: 'registered', identity: made, identities: [made, ada] });
    assert.deepEqual(machine.in('set-up').context.identities.map(({ id }) => id), ['new', 'ada']);
  });

  it('leaves the old identity where the new one fails or is given up', () => {
    const pending = { ...confirmed, userId: bob.userId };
    const failed = asked().send({ type: 'confirm' }, { type: 'registration', pending }).type(4).send({ type: 'submit' }, { type: 'judged', verdict: 'fine' }).type(4)
      .send({ type: 'submit' }, { type: 'compared', same: true }).fail('register', 'SERVER_ERROR');
    assert.deepEqual(failed.in('trouble').context.identities, [ada, bob]);
    const left = asked().send({ type: 'confirm' }, { type: 'registration', pending }, { type: 'back' });
    assert.deepEqual(left.in('identities').context.identities, [ada, bob]);
    left.send({ type: 'select', identityId: 'bob' }).in('enter-pin');
  });

  it('is not asked of the server again by itself where it failed there: that would send another mail', () => {
    const machine = asked().send({ type: 'confirm' }).fail('start-registration', 'SERVER_ERROR');
    assert.equal(machine.started('clock'), undefined);
    assert.equal(machine.send({ type: 'awake' }).in('trouble').resume.to, 'request');
    assert.equal(machine.send({ type: 'retry' }).started('request')?.type, 'start-registration');
  });
});

describe('removing an identity', () => {
  const asked = (id = 'bob'): Machine => editing(id).send({ type: 'ask-remove' });

  it('asks first, removes, tells the page, and says so in the list', () => {
    asked().in('confirm-remove');
    assert.equal(asked().send({ type: 'back' }).in('edit-identity').identity.id, 'bob');
    const machine = asked().send({ type: 'confirm' });
    assert.deepEqual(machine.started('request'), { type: 'remove', identityId: 'bob' });
    assert.deepEqual(machine.send({ type: 'confirm' }, { type: 'back' }).effects, []);
    hear(machine, ada).in('confirm-remove');
    machine.send({ type: 'removed', identities: [ada] });
    assert.deepEqual(machine.in('identities').note, { kind: 'removed', userId: bob.userId });
    assert.equal(machine.in('identities').currentId, 'ada');
    assert.deepEqual(machine.told, [{ type: 'removed', userId: bob.userId }]);
  });

  it('takes a reset along that was begun, and no other registration', () => {
    const begun = (userId: string): Machine => Machine.at({ identities: [ada, bob], pending: { ...sent, userId } }).send({ type: 'back' }, { type: 'edit', identityId: 'bob' }, { type: 'ask-remove' },
      { type: 'confirm' }, { type: 'removed', identities: [ada] });
    assert.equal(begun(bob.userId).in('identities').context.pending, undefined);
    assert.equal(begun('eve@example.com').in('identities').context.pending?.userId, 'eve@example.com');
  });

  it('leaves no mark and no way back to an identity that has gone', () => {
    const machine = asked('ada').send({ type: 'confirm' }, { type: 'removed', identities: [bob] });
    assert.equal(machine.in('identities').currentId, undefined);
    assert.equal(canGoBack(machine.state), false);
    assert.equal(hear(list(), bob).in('identities').currentId, undefined);
  });

  it('begins anew where it was the last one', () => {
    const machine = editing('ada', list([ada])).send({ type: 'ask-remove' }, { type: 'confirm' }, { type: 'removed', identities: [] });
    machine.in('add-identity');
    assert.deepEqual(machine.told, [{ type: 'removed', userId: ada.userId }]);
  });

  it('shows a storage that cannot be written', () => {
    const machine = asked().send({ type: 'confirm' }).fail('remove', 'STORAGE_BLOCKED');
    machine.in('trouble');
    assert.deepEqual(machine.told, [{ type: 'error', code: 'STORAGE_BLOCKED' }]);
    machine.send({ type: 'retry' }).in('edit-identity');
  });
});

describe('removing what was never confirmed', () => {
  const eve = { ...sent, userId: 'eve@example.com', state: 'expired' } as const;

  it('is asked about, forgets it here, and tells the page of no identity', () => {
    const machine = list([ada], { pending: eve }).send({ type: 'ask-remove' });
    assert.deepEqual([machine.in('confirm-remove').identity, machine.in('confirm-remove').userId], [undefined, eve.userId]);
    machine.send({ type: 'identities-changed', identities: [ada, bob], pending: eve }).in('confirm-remove');
    machine.send({ type: 'confirm' });
    assert.deepEqual(machine.started('request'), { type: 'cancel-registration', pending: eve });
    machine.send({ type: 'removed', identities: [ada] });
    assert.deepEqual([machine.in('identities').note, machine.in('identities').context.pending], [{ kind: 'removed', userId: eve.userId }, undefined]);
    assert.deepEqual(machine.told, []);
    machine.send({ type: 'ask-remove' }).in('identities');
  });

  it('is heard of from other tabs: what was removed there is listed no more, and what was begun there is', () => {
    assert.equal(hear(list([ada], { pending: eve }), ada).in('identities').context.pending, undefined);
    hear(list([ada], { pending: eve }).send({ type: 'ask-remove' }), ada).in('identities');
    assert.equal(list([ada]).send({ type: 'identities-changed', identities: [ada], pending: eve }).in('identities').context.pending, eve);
  });

  it('goes back to the list, begins anew where nobody is left, and leaves an identity alone that was to be reset', () => {
    list([ada], { pending: eve }).send({ type: 'ask-remove' }, { type: 'back' }).in('identities');
    assert.equal(list([ada], { pending: eve }).send({ type: 'ask-remove' }, { type: 'confirm' }).fail('cancel-registration', 'STORAGE_BLOCKED').in('trouble').problem.code, 'STORAGE_BLOCKED');
    const reset = list([ada], { pending: { ...eve, userId: ada.userId } }).send({ type: 'ask-remove' }, { type: 'confirm' }, { type: 'removed', identities: [ada] });
    assert.deepEqual([reset.in('identities').note, reset.in('identities').context.identities], [undefined, [ada]]);
  });
});

describe('the list', () => {
  it('leads on from identities that cannot sign in, and from one that was never confirmed', () => {
    for (const [state, name] of [['revoked', 'locked'], ['expired', 'trouble'], ['damaged', 'trouble']] as const) {
      const machine = list([ada, { ...bob, state }]).send({ type: 'select', identityId: 'bob' });
      assert.equal(machine.state.name, name);
      machine.send({ type: name === 'locked' ? 'register-again' : 'retry' });
      assert.equal(machine.in('add-identity').userId, bob.userId);
    }
    list([ada], { pending: { ...sent, userId: 'eve@example.com', state: 'expired' } }).send({ type: 'select-pending' }).in('trouble');
    const waiting = Machine.at({ identities: [ada], pending: sent }).send({ type: 'back' }, { type: 'select-pending' });
    assert.deepEqual(waiting.in('not-active').pending, sent);
  });

  it('adds none where the page or the project says so; but where nobody is, one can always be set up', () => {
    for (const beginning of [{ project: { addIdentities: false } }, { wishes: { addIdentities: false } }]) {
      list([ada], beginning).send({ type: 'add-identity' }).in('identities');
      Machine.at(beginning).in('add-identity');
      alone([], beginning).send({ type: 'add-identity' }).in('add-identity');
    }
    list([ada], { project: { addIdentities: false }, wishes: { addIdentities: true } }).send({ type: 'add-identity' }).in('add-identity');
  });
});

describe('the list alone', () => {
  it('begins with the list, whoever is here', () => {
    assert.equal(alone().in('identities').currentId, 'ada');
    assert.equal(alone([revoked]).in('identities').currentId, undefined);
    alone([]).in('identities');
    alone([ada], { pending: sent, visit: { userId: 'bob@example.com' } }).in('identities');
    assert.equal(canGoBack(alone().state), false);
  });

  it('marks what was chosen and tells the page; nobody signs in', () => {
    const machine = alone().send({ type: 'select', identityId: 'bob' });
    assert.equal(machine.in('identities').currentId, 'bob');
    assert.deepEqual(machine.told, [{ type: 'selected', userId: bob.userId }]);
    machine.send({ type: 'back' }).in('identities');
    assert.deepEqual(alone([ada, revoked]).send({ type: 'select', identityId: 'bob' }).told, []);
  });

  it('comes back to itself after everything that can be done there', () => {
    const added = alone([]).send({ type: 'add-identity' });
    assert.ok(canGoBack(added.state));
    added.send({ type: 'back' }).in('identities');
    const made = alone([]).send({ type: 'add-identity' }, { type: 'submit-identity', userId: ada.userId, deviceName: 'Laptop' }, { type: 'registration', pending: confirmed }).type(4)
      .send({ type: 'submit' }, { type: 'judged', verdict: 'fine' }).type(4).send({ type: 'submit' }, { type: 'compared', same: true }, { type: 'registered', identity: ada, identities: [ada] });
    assert.equal(made.send({ type: 'sign-in' }).in('identities').currentId, 'ada');
    const removed = editing('ada', alone([ada])).send({ type: 'ask-remove' }, { type: 'confirm' }, { type: 'removed', identities: [] });
    removed.in('identities');
    alone([]).send({ type: 'add-identity' }, { type: 'submit-identity', userId: ada.userId, deviceName: 'Laptop' }, { type: 'registration', pending: sent }, { type: 'back' }).in('identities');
    hear(alone([]).send({ type: 'add-identity' }), ada).in('identities');
    const failed = alone([]).send({ type: 'add-identity' }, { type: 'submit-identity', userId: ada.userId, deviceName: 'Laptop' }).fail('start-registration', 'ORIGIN_NOT_ALLOWED');
    assert.ok(canLeaveTrouble(failed.in('trouble')));
    failed.send({ type: 'back' }).in('identities');
  });
});

describe('what is shown first', () => {
  const both = { ways: ['browser', 'phone'] } as const;

  it('is what the page wants, else what the project wants', () => {
    Machine.at({ ...both, identities: [ada], project: { firstScreen: 'home' } }).in('home');
    Machine.at({ ...both, identities: [ada], wishes: { firstScreen: 'home' } }).in('home');
    Machine.at({ ...both, identities: [ada], project: { firstScreen: 'home' }, wishes: { firstScreen: 'auto' } }).in('enter-pin');
    assert.equal(Machine.at({ identities: [ada, bob], project: { firstScreen: 'identities' } }).in('identities').currentId, 'ada');
    Machine.at({ identities: [ada], project: { firstScreen: 'home' } }).in('enter-pin');
    Machine.at({ project: { firstScreen: 'identities' } }).in('add-identity');
  });

  it('goes on from the choice of ways with the identity used last', () => {
    assert.equal(Machine.at({ ...both, identities: [ada, bob], project: { firstScreen: 'home' } }).send({ type: 'choose-way', way: 'browser' }).in('enter-pin').identity.id, 'ada');
    hear(Machine.at({ ...both, identities: [ada], project: { firstScreen: 'home' } }), ada, bob).in('home');
  });

  it('offers the ways that page and project have in common', () => {
    assert.deepEqual(Machine.at({ ...both, project: { ways: ['browser'] } }).in('add-identity').context.ways, ['browser']);
    assert.deepEqual(Machine.at({ ways: ['browser'], project: { ways: ['phone'] } }).in('add-identity').context.ways, ['browser']);
  });

  it('asks for the name of the device where page or project want it', () => {
    const submit = (beginning: Beginning) => Machine.at(beginning).send({ type: 'submit-identity', userId: ada.userId, deviceName: '' }).in('add-identity');
    assert.equal(submit({}).problems.deviceName, 'missing');
    assert.equal(submit({ project: { askDeviceName: false } }).busy, true);
    assert.equal(submit({ wishes: { askDeviceName: false } }).busy, true);
    assert.equal(submit({ project: { askDeviceName: false }, wishes: { askDeviceName: true } }).problems.deviceName, 'missing');
  });
});
