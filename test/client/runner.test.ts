import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { identity, pending, SCRIPTED_CODE, ScriptedClient } from '../../demo/playground/scripted-client.ts';
import type { Script } from '../../demo/playground/scripted-client.ts';
import { isEasyPin } from '../../src/client/easy-pin.ts';
import { Runner } from '../../src/client/runner.ts';
import type { PageTell } from '../../src/client/runner.ts';
import type { Handover } from '../../src/client/runner-tasks.ts';
import { SecretEntry } from '../../src/client/secret-entry.ts';
import { initialState, resendIn, transition } from '../../src/machine/index.ts';
import type { MachineEvent, State, StateName, StateOf } from '../../src/machine/index.ts';

/** A runner with the real machine and the real entry, a scripted server, and everything that passed by. */
function bench(script: Script | ScriptedClient = {}, handover: Handover = {}, extra: { nonce?: () => string; now?: () => number; knows?: (state: State) => boolean } = {}) {
  const client = script instanceof ScriptedClient ? script : new ScriptedClient(script);
  const secrets = new SecretEntry();
  secrets.isEasy = isEasyPin;
  const seen: unknown[] = [];
  const told: PageTell[] = [];
  const waiting = new Set<() => void>();
  const { knows = () => true, ...options } = extra;
  const runner = new Runner({
    client, secrets, handover, ways: ['browser'], initialState,
    transition: (state: State, event: MachineEvent) => {
      if (!knows(state)) return undefined;
      const step = transition(state, event);
      seen.push(event, step);
      return step;
    },
    now: () => 1_800_000_000,
    onState: (state) => {
      seen.push(state);
      for (const look of waiting) look();
    },
    onTell: (tell) => told.push(tell),
    ...options,
  });
  const sees = (fits: (state: State) => boolean): Promise<void> => new Promise((resolve) => {
    const look = (): void => {
      if (!fits(runner.state)) return;
      waiting.delete(look);
      resolve();
    };
    waiting.add(look);
    look();
  });
  /** Resolves when the machine is in this state. */
  const reaches = (name: StateName): Promise<void> => sees((state) => state.name === name);
  const enter = (pin: string): void => {
    for (const digit of pin) secrets.push(digit);
    runner.send({ type: 'submit' });
  };
  runner.start();
  return { client, secrets, runner, seen, told, sees, reaches, enter };
}

describe('Runner', () => {
  it('keeps events, in their order, until the part of the machine that knows the state is there', async () => {
    let there = false;
    const { runner, client, reaches } = bench({}, {}, { knows: ({ name }) => there || name === 'starting' });
    await reaches('add-identity');
    runner.send({ type: 'submit-identity', userId: 'not an address', deviceName: '' });
    runner.send({ type: 'submit-identity', userId: 'ada@example.com', deviceName: 'Laptop' });
    assert.deepEqual(runner.state.name === 'add-identity' && runner.state.problems, {}, 'nothing was handled');
    there = true;
    runner.proceed();
    assert.equal(runner.state.name === 'add-identity' && runner.state.busy, true, 'the second was handled after the first');
    await reaches('confirm-email');
    client.confirmElsewhere();
    await reaches('choose-pin');
    runner.stop();
  });

  it('keeps one tick at most while it waits', async (t) => {
    t.mock.timers.enable({ apis: ['setInterval'] });
    let there = false;
    let now = 1_800_000_000;
    const { runner, seen, reaches } = bench({ identities: [identity()] }, {}, { now: () => now, knows: ({ name }) => there || name === 'starting' || name === 'enter-pin' });
    await reaches('enter-pin');
    runner.send({ type: 'show-identities' });
    for (let second = 0; second < 60; second += 1) {
      now += 1;
      t.mock.timers.tick(1000);
    }
    there = true;
    runner.proceed();
    assert.equal(seen.filter((one) => (one as MachineEvent).type === 'tick').length, 1);
    runner.stop();
  });

  it('goes from an address to a signed-in page', async () => {
    const { client, runner, reaches, enter, told } = bench();
    await reaches('add-identity');
    runner.send({ type: 'submit-identity', userId: 'ada@example.com', deviceName: 'Laptop' });
    await reaches('confirm-email');
    client.confirmElsewhere();
    await reaches('choose-pin');
    enter('7305');
    enter('7305');
    await reaches('set-up');
    runner.send({ type: 'sign-in' });
    enter('7305');
    await reaches('signed-in');
    assert.deepEqual(told, [{ type: 'registered', userId: 'ada@example.com' }, { type: 'signed-in', userId: 'ada@example.com', token: 'token-for-ada@example.com' }]);
    assert.ok(client.calls.includes('firstDigit'));
    runner.stop();
  });

  it('lets no digit, code, token or link through to machine or page', async () => {
    const marks = ['730582', 'secret-activation', 'secret-link', SCRIPTED_CODE, 'token-for-ada@example.com'];
    const runs = [
      bench({ identities: [identity({ pinLength: 6 })], pin: '730582' }),
      bench({ pending: pending({ method: 'code' }) }),
      bench({}, { userId: 'ada@example.com', activationToken: 'secret-activation' }),
      bench({}, { link: { userId: 'ada@example.com', code: 'secret-link' } }),
    ] as const;
    const [signIn, byCode, byToken, byLink] = runs;
    await signIn.reaches('enter-pin');
    signIn.enter('730582');
    await signIn.reaches('signed-in');
    await byCode.reaches('confirm-email');
    byCode.enter(SCRIPTED_CODE);
    await Promise.all([byCode.reaches('choose-pin'), byToken.reaches('choose-pin'), byLink.reaches('choose-pin')]);
    const everything = JSON.stringify(runs.map(({ seen }) => seen));
    for (const mark of marks) assert.ok(!everything.includes(mark), `${mark} got through`);
    for (const { runner } of runs) runner.stop();
  });

  it('counts wrong PINs down to the lock', async () => {
    const { reaches, enter, runner, told } = bench({ identities: [identity()] });
    for (const left of [2, 1]) {
      await reaches('enter-pin');
      enter('1111');
      await reaches('authenticating');
      await reaches('enter-pin');
      assert.deepEqual(runner.state.name === 'enter-pin' && runner.state.note, { kind: 'wrong', attemptsLeft: left });
    }
    enter('1111');
    await reaches('locked');
    assert.deepEqual(told.map(({ type }) => type), ['error', 'error', 'locked']);
    runner.stop();
  });

  it('drops the answer of what was left', async () => {
    const client = new ScriptedClient({ identities: [identity()] });
    const release = client.hold('finish');
    const { reaches, enter, runner, told } = bench(client);
    await reaches('enter-pin');
    enter('2468');
    await reaches('authenticating');
    runner.stop();
    release();
    await new Promise((resolve) => { setImmediate(resolve); });
    assert.deepEqual(told, []);
    assert.equal(runner.state.name, 'authenticating');
  });

  it('cancels the attempt when the keypad is left, and forgets the digits', async () => {
    const { client, reaches, runner, secrets } = bench({ identities: [identity()] });
    await reaches('enter-pin');
    secrets.push('24');
    runner.send({ type: 'show-identities' });
    assert.ok(client.calls.includes('cancel'));
    assert.equal(secrets.length, 0);
    runner.stop();
  });

  it('stops waiting for the mail when the screen is left', async () => {
    const { client, reaches, runner } = bench({ pending: pending() });
    await reaches('confirm-email');
    runner.send({ type: 'change-address' });
    client.confirmElsewhere();
    await new Promise((resolve) => { setImmediate(resolve); });
    assert.equal(runner.state.name, 'add-identity');
    runner.stop();
  });

  it('ticks only while a countdown is shown', async (context) => {
    const ticking = new Set<() => void>();
    context.mock.method(globalThis, 'setInterval', (tick: () => void) => {
      ticking.add(tick);
      return tick;
    });
    context.mock.method(globalThis, 'clearInterval', (tick: () => void) => ticking.delete(tick));
    let now = 1_800_000_000;
    const client = new ScriptedClient({ pending: pending({ backoffUntil: now + 2 }) });
    const runner = new Runner({
      client, secrets: new SecretEntry(), handover: {}, ways: ['browser'], initialState, transition, now: () => now,
      onState: () => undefined, onTell: () => undefined,
    });
    runner.start();
    while (runner.state.name !== 'confirm-email') await Promise.resolve();
    for (const tick of ticking) {
      now += 1;
      tick();
      assert.equal(resendIn(runner.state as StateOf<'confirm-email'>), 1);
      now += 1;
      tick();
    }
    assert.equal(ticking.size, 0);
    assert.equal(runner.state.context.now, 1_800_000_002);
    runner.stop();
  });

  it('begins nothing for a state whose news made the page stop it', async (context) => {
    const clocks = context.mock.method(globalThis, 'setInterval');
    const client = new ScriptedClient({ pending: pending() });
    const runner: Runner = new Runner({
      client, secrets: new SecretEntry(), handover: {}, ways: ['browser'], initialState, transition,
      onState: ({ name }) => { if (name === 'confirm-email') runner.stop(); }, onTell: () => undefined,
    });
    runner.start();
    while (runner.state.name !== 'confirm-email') await Promise.resolve();
    assert.deepEqual(client.calls, ['discover']);
    assert.equal(clocks.mock.callCount(), 0);
  });

  it('hands unknown errors to the page unchanged and shows them as unexpected', async () => {
    const client = new ScriptedClient();
    const bug = new TypeError('a bug');
    client.fail('discover', bug);
    const reported: unknown[] = [];
    const original = globalThis.reportError;
    globalThis.reportError = (error: unknown) => reported.push(error);
    const { reaches, runner, told } = bench(client);
    await reaches('trouble');
    globalThis.reportError = original;
    assert.deepEqual(reported, [bug]);
    assert.deepEqual(told, [{ type: 'error', code: 'UNEXPECTED' }]);
    runner.stop();
  });

  it('keeps an activation token until it was used, so that trying again works', async () => {
    const client = new ScriptedClient();
    client.fail('useActivationToken', 'OFFLINE');
    const { reaches, runner } = bench(client, { userId: 'ada@example.com', activationToken: 'secret' });
    await reaches('trouble');
    runner.send({ type: 'retry' });
    await reaches('choose-pin');
    runner.stop();
  });

  it('says what is missing when an activation token comes without a user id', async () => {
    const { reaches, told, runner } = bench({}, { activationToken: 'secret' });
    await reaches('trouble');
    assert.deepEqual(told, [{ type: 'error', code: 'INVALID_CONFIGURATION' }]);
    runner.stop();
  });

  it('asks by itself whether the server is back, tells the page of no such question, and goes on', async (t) => {
    t.mock.timers.enable({ apis: ['setInterval'] });
    let now = 1_800_000_000;
    /** Lets time pass, and everything that follows from it happen. */
    const pass = async (seconds: number): Promise<void> => {
      for (let i = 0; i < seconds; i += 1) {
        now += 1;
        t.mock.timers.tick(1000);
        await new Promise((resolve) => { setImmediate(resolve); });
      }
    };
    const { client, enter, reaches, runner, told } = bench({ identities: [identity()] }, {}, { now: () => now });
    await reaches('enter-pin');
    client.fail('finish', 'OFFLINE');
    client.fail('discover', 'TIMEOUT');
    enter('2468');
    await reaches('trouble');
    await pass(4);
    assert.equal(client.calls.filter((call) => call === 'discover').length, 1);
    await pass(2);
    assert.equal(client.calls.filter((call) => call === 'discover').length, 2);
    await pass(10);
    await reaches('enter-pin');
    assert.equal(client.calls.filter((call) => call === 'discover').length, 3);
    assert.deepEqual(told, [{ type: 'error', code: 'OFFLINE' }]);
    runner.stop();
  });

  it('forgets a registration that was never confirmed, when it is removed from the list', async () => {
    const { client, reaches, runner, told } = bench({ identities: [identity()], pending: pending({ userId: 'ada@new.example', state: 'expired' }) });
    await reaches('enter-pin');
    runner.send({ type: 'show-identities' });
    runner.send({ type: 'ask-remove' });
    runner.send({ type: 'confirm' });
    await reaches('identities');
    assert.deepEqual([client.begun, client.stored.length, runner.state.context.pending, told], [undefined, 1, undefined, []]);
    runner.stop();
  });

  it('hears of other tabs', async () => {
    const { client, reaches, runner } = bench({ identities: [identity()] });
    await reaches('enter-pin');
    client.change([identity({ state: 'revoked' })]);
    await reaches('locked');
    runner.stop();
  });

  it('hears from other tabs what becomes of a registration', async () => {
    const { client, reaches, runner, sees } = bench({ identities: [identity()], pending: pending({ userId: 'ada@new.example', state: 'expired' }) });
    await reaches('enter-pin');
    assert.equal(runner.state.context.pending?.userId, 'ada@new.example');
    client.begun = undefined;
    client.change(client.stored);
    await sees(({ context }) => context.pending === undefined);
    runner.stop();
  });
});
