import assert from 'node:assert/strict';
import { it } from 'node:test';
import { sendLoad } from './support/radius-clients.ts';
import { createServerLoad } from './support/radius-load.ts';

it('a thousand RADIUS requests a second: each is answered, and what was accepted is not accepted again', async () => {
  const load = await createServerLoad(300);
  try {
    const { answered, accepted, again } = await sendLoad(load, 1000);
    assert.deepEqual({ answered, accepted, again }, { answered: 300, accepted: 150, again: 0 });
  } finally {
    await load.end();
  }
});
