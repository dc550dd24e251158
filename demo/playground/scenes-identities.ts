import type { MpinPinpad } from '../../src/elements/index.ts';
import { fill, press, settle, type } from './acting.ts';
import type { Scene } from './scene.ts';
import { identity, pending, ScriptedClient } from './scripted-client.ts';

const DAY = 86_400;
const ago = (seconds: number): number => Math.floor(Date.now() / 1000) - seconds;

/** One of each kind, the one in use first. */
const several = (): ScriptedClient => new ScriptedClient({
  identities: [
    identity({ lastUsedAt: ago(20) }),
    identity({ id: 'id-2', userId: 'ada@northwind.example', deviceName: 'Work laptop', lastUsedAt: ago(3 * DAY) }),
    identity({ id: 'id-3', userId: 'countess.of.lovelace@analytical-engines.example', state: 'revoked', lastUsedAt: ago(40 * DAY) }),
    identity({ id: 'id-4', userId: 'ada@old.example', state: 'expired' }),
    identity({ id: 'id-5', userId: 'ada@broken.example', deviceName: '', state: 'damaged', lastUsedAt: 0 }),
  ],
  pending: pending({ userId: 'ada@new.example', state: 'expired' }),
});

const list = (pad: MpinPinpad): Promise<void> => press(pad, '[part~="menu"]');
const edit = async (pad: MpinPinpad, nth = 1): Promise<void> => {
  await list(pad);
  await press(pad, `li:nth-child(${nth}) [part~="edit"]`);
};
const rename = async (pad: MpinPinpad, name: string): Promise<void> => {
  const field = pad.shadowRoot?.querySelector<HTMLInputElement>('#deviceName');
  if (field) field.value = name;
  await press(pad, 'form .button');
};
const remove = (pad: MpinPinpad): Promise<void> => press(pad, '.link.danger');

/** The identities of a device, and what else may happen to somebody who has one. */
export const identityScenes: readonly Scene[] = [
  { name: 'identities', client: several, act: list },
  { name: 'identities, alone', tag: 'mpin-identity-list', client: several },
  { name: 'identities, nobody', tag: 'mpin-identity-list', client: () => new ScriptedClient() },
  { name: 'identities, none may be added', client: () => new ScriptedClient({ identities: [identity()], project: { addIdentities: false } }), act: list },
  { name: 'identities, renamed', client: several, act: async (pad) => {
    await edit(pad);
    await rename(pad, 'Kitchen tablet');
  } },
  { name: 'identities, removed', client: several, act: async (pad) => {
    await edit(pad, 2);
    await remove(pad);
    await press(pad, '.button.danger');
  } },
  { name: 'edit-identity', client: several, act: (pad) => edit(pad, 2) },
  { name: 'edit-identity, wrong', client: several, act: async (pad) => {
    await edit(pad);
    await rename(pad, '');
  } },
  { name: 'edit-identity, damaged', client: several, act: (pad) => edit(pad, 5) },
  { name: 'confirm-remove', client: several, act: async (pad) => {
    await edit(pad);
    await remove(pad);
  } },
  { name: 'confirm-reset, revoked', client: several, act: async (pad) => {
    await edit(pad, 3);
    await press(pad, '.button.soft');
  } },
  { name: 'add-identity, by user id', client: () => new ScriptedClient({ project: { identityType: 'alphanumeric', identityTypeLabel: 'Customer number' } }), act: (pad) => fill(pad, '') },
  { name: 'confirm-email, offline', client: () => new ScriptedClient({ pending: pending() }), act: async (pad, client) => {
    await settle(pad);
    client.connection(false);
    await settle(pad);
  } },
  { name: 'choose-pin, refused', client: () => new ScriptedClient({ pending: pending({ state: 'confirmed' }), project: { easyPin: 'refuse' } }), act: async (pad) => {
    await type(pad, '1234', true);
    await type(pad, '1234', true);
  } },
  { name: 'enter-pin, set in another tab', client: () => new ScriptedClient({ identities: [identity()] }), act: async (pad, client) => {
    await settle(pad);
    client.change([identity({ id: 'id-9', createdAt: 1_700_000_500 })]);
    await settle(pad);
  } },
  { name: 'trouble: no access', client: () => new ScriptedClient({ identities: [identity()] }), act: async (pad) => {
    await type(pad, '2468', true);
    pad.refuse();
    await settle(pad);
  } },
];
