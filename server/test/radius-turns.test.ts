import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createResponder } from '../src/radius/answer.ts';
import { createRadiusStats } from '../src/radius/stats.ts';
import { createTurns } from '../src/radius/turns.ts';
import { addClient, papRequest } from './support/radius.ts';
import { otpApplication } from './support/otp.ts';
import { startPlatform } from './support/test-platform.ts';

describe('work of the RADIUS server', () => {
  it('goes on after some that failed, of which somebody hears', async () => {
    const heard: unknown[] = [];
    const turns = createTurns(1, 10, (error) => heard.push(error));
    const problem = new RangeError('this port cannot be');
    let done = 0;
    assert.ok(turns.take(() => Promise.reject(problem)));
    assert.ok(turns.take(async () => { done += 1; }));
    await turns.idle();
    assert.deepEqual([heard, done], [[problem], 1]);
  });

  it('answers nobody at port 0', async () => {
    const platform = await startPlatform();
    await addClient(platform.core, (await otpApplication(platform)).clientId);
    const stats = createRadiusStats();
    const responder = createResponder({ ...platform.core, rates: platform.core.config.rates, stats });
    const datagram = { bytes: papRequest('somebody@mail.example', '123456'), address: '127.0.0.1', service: 'authentication' } as const;
    assert.notEqual(await responder.answer({ ...datagram, port: 4711 }), undefined);
    assert.equal(await responder.answer({ ...datagram, port: 0 }), undefined);
    assert.equal(stats.snapshot().droppedMalformed, 1);
    await platform.close();
  });
});
