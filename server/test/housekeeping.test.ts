import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { backgroundDone, inBackground } from '../src/core/background.ts';
import { removeExpired, startHousekeeping } from '../src/core/housekeeping.ts';
import { takeTurn } from '../src/store/turns.ts';
import { someone } from './support/device.ts';
import { outcome } from './support/http.ts';
import { startPlatform } from './support/test-platform.ts';
import type { TestPlatform } from './support/test-platform.ts';

describe('work that no answer waits for', () => {
  it('is waited for, with what it leads to and whether it fails; and not for ever', async (t) => {
    const platform = await startPlatform();
    const { core } = platform;
    const done: string[] = [];
    let goOn = (): void => {};
    const held = new Promise<void>((resolve) => { goOn = resolve; });
    inBackground(core, held.then(() => {
      done.push('first');
      inBackground(core, Promise.reject(new Error('a mail server that is away')));
      inBackground(core, core.db.queries.selectFrom('projects').select('id').execute().then(() => done.push('second')));
    }));
    const waiting = backgroundDone(core, 60_000).then(() => done.push('waited'));
    goOn();
    await waiting;
    assert.deepEqual(done, ['first', 'second', 'waited']);
    t.mock.timers.enable({ apis: ['setTimeout'] });
    const other = { ...core };
    inBackground(other, new Promise(() => {}));
    const impatient = backgroundDone(other, 5000);
    t.mock.timers.tick(5000);
    await impatient;
    t.mock.timers.reset();
    await platform.close();
  });
});

describe('housekeeping', () => {
  let platform: TestPlatform;
  before(async () => { platform = await startPlatform({ frozen: true }); });
  after(() => platform.close());

  it('forgets how many mails went to somebody once it makes no difference, and not before', async () => {
    const userId = someone();
    const counts = () => platform.core.db.queries.selectFrom('mail_limits').select('day_mails').where('user_id', '=', userId).execute();
    assert.equal(outcome(await platform.post('/verification/email', { userId, deviceName: 'x' })), '200');
    platform.advance(86_399);
    await removeExpired(platform.core);
    assert.deepEqual(await counts(), [{ day_mails: 1 }]);
    platform.advance(1);
    await removeExpired(platform.core);
    assert.deepEqual(await counts(), []);
  });

  it('begins no round while one is under way, and is stopped with it', async (t) => {
    let begun = 0;
    let first = (): void => {};
    const started = new Promise<void>((resolve) => { first = resolve; });
    const core = { ...platform.core, now: () => {
      begun += 1;
      first();
      return platform.core.now();
    } };
    t.mock.timers.enable({ apis: ['setInterval'] });
    const stop = startHousekeeping(core, 10_000);
    const stopped = await platform.core.db.transaction(async (queries) => {
      await takeTurn(queries, 'housekeeping');
      t.mock.timers.tick(30_000);
      await started;
      assert.equal(begun, 1);
      return { ended: stop() };
    });
    await stopped.ended;
    const all = begun;
    t.mock.timers.tick(30_000);
    assert.equal(begun, all);
  });
});
