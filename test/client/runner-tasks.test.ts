import assert from 'node:assert/strict';
import { test } from 'node:test';
import { MpinClient, memoryStorage } from '../../src/client/index.ts';
import { Runner } from '../../src/client/runner.ts';
import { SecretEntry } from '../../src/client/secret-entry.ts';
import { initialState, transition } from '../../src/machine/index.ts';
import type { State } from '../../src/machine/index.ts';
import { setUp, until } from './support.ts';

/** A page without a picture, on a client and a server that work. */
async function page(client: MpinClient, reaches: State['name']): Promise<Runner> {
  const runner = new Runner({
    client, secrets: new SecretEntry(), handover: {}, ways: ['browser'], initialState, transition, now: () => Date.now() / 1000, onState: () => undefined, onTell: () => undefined,
  });
  runner.start();
  await until(() => runner.state.name === reaches);
  return runner;
}

const mistyped = 'ada@exmaple.com';
const corrected = 'ada@example.com';

test('a registration whose address is corrected is given up once the other has begun, and not before', async (t) => {
  const storage = memoryStorage();
  const { server } = await setUp(t);
  const client = new MpinClient({ server: server.url, project: server.projectId, storage });
  const scope = { server: server.url, projectId: server.projectId };
  const underWay = async (): Promise<string[]> => (await storage.pending(scope)).map(({ userId }) => userId);

  const runner = await page(client, 'add-identity');
  t.after(() => { runner.stop(); });
  runner.send({ type: 'submit-identity', userId: mistyped, deviceName: 'Laptop' });
  await until(() => runner.state.name === 'confirm-email');
  runner.send({ type: 'change-address' });
  await server.pause();
  runner.send({ type: 'submit-identity', userId: corrected, deviceName: 'Laptop' });
  await until(() => runner.state.name === 'trouble');
  assert.deepEqual(await underWay(), [mistyped], 'a mail that could not be asked for leaves everything as it was');
  await server.resume();
  runner.send({ type: 'retry' });
  runner.send({ type: 'submit-identity', userId: corrected, deviceName: 'Laptop' });
  await until(() => runner.state.name === 'confirm-email');
  assert.deepEqual(await underWay(), [corrected]);

  runner.send({ type: 'change-address' });
  runner.send({ type: 'submit-identity', userId: corrected.replace('example', 'EXAMPLE'), deviceName: 'Laptop' });
  await until(() => runner.state.name === 'confirm-email');
  assert.deepEqual(await underWay(), [corrected], 'the same address is no other');
});
