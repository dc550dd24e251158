import assert from 'node:assert/strict';
import { test } from 'node:test';
import { MpinClient, memoryStorage } from '../../src/client/index.ts';
import { Runner } from '../../src/client/runner.ts';
import type { RunnerOptions } from '../../src/client/runner.ts';
import { SecretEntry } from '../../src/client/secret-entry.ts';
import { initialState, transition } from '../../src/machine/index.ts';
import type { State } from '../../src/machine/index.ts';
import { Extended } from './extended.ts';
import { PIN, registerByLink, setUp, until } from './support.ts';

/** A page without a picture, on a client and a server that work. */
async function page(client: MpinClient, reaches: State['name'], options: Partial<RunnerOptions> = {}): Promise<Runner> {
  const runner = new Runner({
    client, secrets: new SecretEntry(), handover: {}, ways: ['browser'], initialState, transition, now: () => Date.now() / 1000, onState: () => undefined, onTell: () => undefined,
    ...options,
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

test('a nonce that the page changes while the PIN is awaited is the one that goes with the proof', async (t) => {
  const { server, client } = await setUp(t);
  const extended = new Extended(server);
  extended.extensions = { pass2U: 1, signInNonce: 1 };
  await registerByLink(server, client);
  const secrets = new SecretEntry();
  let nonce = 'of the page as it was opened';
  const runner = await page(client, 'enter-pin', { secrets, nonce: () => nonce });
  t.after(() => { runner.stop(); });
  const asked = (path: string) => server.requests.filter((request) => request.path === path);
  await until(() => asked('/rps/v2/pass1').length === 1);

  nonce = 'of what is confirmed now';
  for (const digit of PIN) secrets.push(digit);
  runner.send({ type: 'submit' });
  await until(() => runner.state.name === 'signed-in');
  const sent = asked('/rps/v2/authenticate').map(({ body }) => (JSON.parse(body) as { nonce?: unknown }).nonce);
  assert.deepEqual(sent, [nonce]);
});
