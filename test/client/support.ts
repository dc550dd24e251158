import assert from 'node:assert/strict';
import type { TestContext } from 'node:test';
import { MpinClient, MpinError, memoryStorage, type IdentitySummary, type MpinClientOptions, type MpinErrorCode } from '../../src/client/index.ts';
import { startWireServer, type WireServer } from '../support/wire-server/server.ts';
import type { WireServerOptions } from '../support/wire-server/state.ts';

export const ALICE = 'alice@example.com';
export const PIN = '0417';
export const WRONG_PIN = '0418';

/** A server of the API alone and a client of it, both ended with the test. */
export async function setUp(
  t: TestContext, serverOptions: WireServerOptions = {}, clientOptions: Partial<MpinClientOptions> = {},
): Promise<{ server: WireServer; client: MpinClient }> {
  const server = await startWireServer(serverOptions);
  t.after(() => server.close());
  const storage = memoryStorage();
  return { server, client: new MpinClient({ server: server.url, project: server.projectId, storage, ...clientOptions }) };
}

/** Registers through the link of a mail. */
export async function registerByLink(server: WireServer, client: MpinClient, userId = ALICE, pin = PIN): Promise<IdentitySummary> {
  await client.startRegistration({ userId, deviceName: 'Test device' });
  const pending = await client.openLink({ userId, code: server.mailTo(userId).code });
  return client.register(pending, pin);
}

/** One whole sign-in. */
export function signIn(client: MpinClient, { id }: { id: string }, pin = PIN): Promise<{ userId: string; token?: string }> {
  return client.beginSignIn(id).finish(pin);
}

/** The error that a promise rejects with; it must be ours and have that code. */
export async function failure(promise: Promise<unknown>, code?: MpinErrorCode): Promise<MpinError> {
  const error: unknown = await promise.then(() => assert.fail('It did not fail'), (reason: unknown) => reason);
  assert.ok(error instanceof MpinError, `Not an MpinError: ${String(error)}`);
  if (code !== undefined) assert.equal(error.code, code, error.message);
  return error;
}

/** Waits for something that the event loop brings about. */
export async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  while (!await condition()) {
    await new Promise((resolve) => {
      setImmediate(resolve);
    });
  }
}
