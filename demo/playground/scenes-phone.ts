import type { MpinPinpad } from '../../src/elements/index.ts';
import { fill, press, settle, type } from './acting.ts';
import { requestDetails, SCRIPTED_NUMBER, SCRIPTED_REQUEST } from './scripted-phone.ts';
import { identity, SCRIPTED_CODE, ScriptedClient } from './scripted-client.ts';
import type { Scene } from './scene.ts';

const project = { extensions: { accessNumber: 1 }, enableRegistrationCode: true, mobileUrl: 'https://auth.northwind.example/mobile' } as const;
const stranger = (): ScriptedClient => new ScriptedClient({ project });
const known = (): ScriptedClient => new ScriptedClient({ project, identities: [identity()] });

const option = (nth: number) => (pad: MpinPinpad): Promise<void> => press(pad, `[part~="option"]:nth-of-type(${nth})`);
const byPhone = option(2);

/** Makes the element a phone's, with a request that it was opened with. */
async function onPhone(pad: MpinPinpad, request = ''): Promise<void> {
  pad.flow = 'phone';
  pad.clientId = 'otp-application';
  pad.accessId = request;
  if (request !== '') await reach(pad, 'confirm-request');
  await settle(pad);
}

/** What the phone asks its server for takes a part of the script that may still be on its way. */
async function reach(pad: MpinPinpad, state: MpinPinpad['state']): Promise<void> {
  while (pad.isConnected && pad.state !== state) await new Promise((resolve) => { requestAnimationFrame(resolve); });
  await settle(pad);
}

async function number(pad: MpinPinpad, digits: string): Promise<void> {
  await onPhone(pad);
  await option(1)(pad);
  const field = pad.shadowRoot?.querySelector<HTMLInputElement>('#accessNumber');
  if (field) field.value = digits;
  await press(pad, 'form .button');
}

async function approve(pad: MpinPinpad): Promise<void> {
  await onPhone(pad, SCRIPTED_REQUEST);
  await press(pad, '.stack .button');
  await type(pad, '2468', true);
}

async function addDevice(pad: MpinPinpad): Promise<void> {
  await onPhone(pad);
  await option(4)(pad);
  await type(pad, '2468', true);
}

/** A page that a phone signs in, and the phone. */
export const phoneScenes: readonly Scene[] = [
  { name: 'home', client: stranger },
  { name: 'enter-pin, or by phone', client: known },
  { name: 'phone-sign-in', client: stranger, act: byPhone },
  { name: 'phone-sign-in, scanned', client: stranger, act: async (pad, client) => {
    await byPhone(pad);
    client.phone.status('scanned');
    await settle(pad);
  } },
  { name: 'signed-in, by phone', client: stranger, act: async (pad, client) => {
    await byPhone(pad);
    client.phone.answer('ada@example.com');
    await settle(pad);
  } },
  { name: 'phone-sign-in, signed out by the phone', client: stranger, act: async (pad, client) => {
    await byPhone(pad);
    client.phone.answer('ada@example.com');
    await settle(pad);
    client.phone.signOut();
    await settle(pad);
  } },
  { name: 'phone-setup', client: stranger, act: (pad) => press(pad, '.screen > .link') },
  { name: 'identity-options', client: known, act: (pad) => onPhone(pad) },
  { name: 'enter-access-number', client: known, act: async (pad) => {
    await onPhone(pad);
    await option(1)(pad);
  } },
  { name: 'enter-access-number, a slip', client: known, act: (pad) => number(pad, '3141595') },
  { name: 'enter-access-number, of nobody', client: known, act: (pad) => number(pad, '2718286') },
  { name: 'confirm-request', client: known, act: async (pad) => {
    await number(pad, SCRIPTED_NUMBER);
    await reach(pad, 'confirm-request');
  } },
  { name: 'confirm-request, other network', client: known, act: async (pad, client) => {
    client.request = requestDetails({ otherNetwork: true, place: '' });
    await onPhone(pad, SCRIPTED_REQUEST);
  } },
  { name: 'confirm-request, nobody here', client: stranger, act: (pad) => onPhone(pad, SCRIPTED_REQUEST) },
  { name: 'request-declined', client: known, act: async (pad) => {
    await onPhone(pad, SCRIPTED_REQUEST);
    await press(pad, '.button.soft');
    await reach(pad, 'request-declined');
  } },
  { name: 'approved', client: known, act: approve },
  { name: 'approved, signed out', client: known, act: async (pad) => {
    await approve(pad);
    await press(pad, '.button.soft');
  } },
  { name: 'add-device', client: known, act: addDevice },
  { name: 'add-device, over', client: () => Object.assign(known(), { quickCodeSeconds: 1 }), act: addDevice },
  { name: 'quick-code', client: stranger, act: async (pad) => {
    await onPhone(pad);
    await press(pad, 'form > .link');
  } },
  { name: 'quick-code, wrong', client: () => {
    const client = stranger();
    client.fail('openLink', 'CODE_WRONG', { attemptsLeft: 4 });
    return client;
  }, act: async (pad) => {
    await onPhone(pad);
    await press(pad, 'form > .link');
    const field = pad.shadowRoot?.querySelector<HTMLInputElement>('#code');
    if (field) field.value = SCRIPTED_CODE;
    field?.dispatchEvent(new Event('input'));
    await fill(pad, 'ada@example.com');
  } },
  ...(['REQUEST_DECLINED', 'REQUEST_CLAIMED', 'REQUEST_EXPIRED'] as const).map((code): Scene => ({
    name: `trouble: ${code}`,
    client: () => {
      const client = known();
      client.fail('finish', code, { requestId: 'req-7f3a' });
      return client;
    },
    act: approve,
  })),
];
