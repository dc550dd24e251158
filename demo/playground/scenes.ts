import { MpinError } from '../../src/errors.ts';
import type { MpinErrorCode } from '../../src/errors.ts';
import { fill, press, type } from './acting.ts';
import { confirmingScenes } from './scenes-confirming.ts';
import { identityScenes } from './scenes-identities.ts';
import { phoneScenes } from './scenes-phone.ts';
import { identity, pending, ScriptedClient } from './scripted-client.ts';
import type { Scene } from './scene.ts';
import type { Operation } from './scripted-client.ts';

export type { Scene } from './scene.ts';

const known = () => new ScriptedClient({ identities: [identity()] });
const failing = (operation: Operation, code: MpinErrorCode, details = {}) => () => {
  const client = known();
  client.fail(operation, code, { requestId: 'req-7f3a', ...details });
  return client;
};
const soon = () => Math.floor(Date.now() / 1000) + 95;

/** Every screen, in the order in which people meet them. */
export const scenes: readonly Scene[] = [
  { name: 'starting', client: () => held(new ScriptedClient(), 'discover') },
  { name: 'add-identity', client: () => new ScriptedClient() },
  { name: 'add-identity, wrong', client: () => new ScriptedClient(), act: (pad) => fill(pad, 'ada@', '') },
  { name: 'confirm-email, link', client: () => new ScriptedClient(), act: (pad) => fill(pad, 'ada@example.com') },
  { name: 'confirm-email, code', client: () => new ScriptedClient({ project: { verificationMethod: 'code' } }), act: (pad) => fill(pad, 'ada@example.com') },
  { name: 'confirm-email, not yet', client: () => new ScriptedClient({ pending: pending() }), act: (pad) => press(pad, '.button') },
  { name: 'not-active', client: () => new ScriptedClient({ identities: [identity({ userId: 'ada@northwind.example' })], pending: pending({ userId: 'ada@example.com' }) }), act: async (pad) => {
    await press(pad, '[part~="back"]');
    await press(pad, 'li:last-child button');
  } },
  { name: 'choose-pin', client: () => new ScriptedClient({ pending: pending({ state: 'confirmed' }) }), act: (pad) => type(pad, '24') },
  { name: 'choose-pin, easy', client: () => new ScriptedClient({ pending: pending({ state: 'confirmed' }) }), act: (pad) => type(pad, '1234', true) },
  { name: 'choose-pin, again', client: () => new ScriptedClient({ pending: pending({ state: 'confirmed' }) }), act: (pad) => type(pad, '2468', true) },
  { name: 'registering', client: () => held(new ScriptedClient({ pending: pending({ state: 'confirmed' }) }), 'register'), act: async (pad) => {
    await type(pad, '2468', true);
    await type(pad, '2468', true);
  } },
  { name: 'set-up', client: () => new ScriptedClient({ pending: pending({ state: 'confirmed' }) }), act: async (pad) => {
    await type(pad, '2468', true);
    await type(pad, '2468', true);
  } },
  { name: 'enter-pin', client: known, act: (pad) => type(pad, '246') },
  { name: 'enter-pin, six digits', client: () => new ScriptedClient({ identities: [identity({ pinLength: 6 })] }), act: (pad) => type(pad, '24') },
  { name: 'authenticating', client: () => held(known(), 'finish'), act: (pad) => type(pad, '2468', true) },
  { name: 'enter-pin, wrong', client: known, act: (pad) => type(pad, '1111', true) },
  { name: 'signed-in', client: known, act: (pad) => type(pad, '2468', true) },
  { name: 'locked', client: known, act: async (pad) => {
    for (let i = 0; i < 3; i += 1) await type(pad, '1111', true);
  } },
  { name: 'locked, found again', client: () => new ScriptedClient({ identities: [identity({ state: 'revoked' })] }) },
  { name: 'confirm-reset', client: known, act: (pad) => press(pad, '.pad .link') },
  ...confirmingScenes,
  ...identityScenes,
  ...phoneScenes,
  { name: 'trouble: offline', client: failing('finish', 'OFFLINE'), act: (pad) => type(pad, '2468', true) },
  { name: 'trouble: server error', client: failing('finish', 'SERVER_ERROR'), act: (pad) => type(pad, '2468', true) },
  { name: 'trouble: rate limited', client: failing('finish', 'RATE_LIMITED', { retryAt: soon() }), act: (pad) => type(pad, '2468', true) },
  ...(['STORAGE_BLOCKED', 'STORAGE_FULL', 'STORAGE_LOST', 'INSECURE_CONTEXT', 'UNSUPPORTED_BROWSER', 'ORIGIN_NOT_ALLOWED', 'UNKNOWN_PROJECT'] as const)
    .map((code) => ({ name: `trouble: ${code}`, client: failing('discover', code) })),
  { name: 'trouble: link expired', client: () => failed(new ScriptedClient({ pending: pending() }), 'wait', 'CODE_EXPIRED') },
  { name: 'trouble: cancelled', client: () => failed(new ScriptedClient({ pending: pending() }), 'wait', 'CONFIRMATION_CANCELLED') },
  { name: 'trouble: identity expired', client: () => new ScriptedClient({ identities: [identity({ state: 'expired' })] }) },
  { name: 'trouble: identity damaged', client: () => new ScriptedClient({ identities: [identity({ state: 'damaged' })] }) },
];

function held(client: ScriptedClient, operation: Operation): ScriptedClient {
  client.hold(operation);
  return client;
}

function failed(client: ScriptedClient, operation: Operation, code: MpinErrorCode): ScriptedClient {
  client.fail(operation, new MpinError(code, 'As the script says.'));
  return client;
}
