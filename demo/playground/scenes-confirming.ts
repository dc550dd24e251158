import type { MpinPinpad } from '../../src/elements/index.ts';
import { settle } from './acting.ts';
import { identity, ScriptedClient } from './scripted-client.ts';
import type { Scene } from './scene.ts';

const known = () => new ScriptedClient({ identities: [identity()] });

/** Asks as a program does, and lets nobody miss the answer. */
async function ask(pad: MpinPinpad, request: Parameters<MpinPinpad['confirm']>[0]): Promise<void> {
  await settle(pad);
  const asked = new Promise((resolve) => { pad.addEventListener('mpin-state', resolve, { once: true }); });
  pad.confirm(request).catch(() => undefined);
  await asked;
  await settle(pad);
}

/** What a PIN confirms besides a sign-in, and a keypad as a page may want it. */
export const confirmingScenes: readonly Scene[] = [
  { name: 'confirm', client: known, act: (pad) => ask(pad, { reason: 'Transfer to Grace Hopper', amount: { value: 250, currency: 'EUR' } }) },
  { name: 'confirm-signing', client: known, act: (pad) => ask(pad, { reason: 'Loan agreement', document: 'I owe Grace Hopper one nanosecond.\n\nAda Lovelace' }) },
  { name: 'confirm-signing, hash alone', client: known, act: (pad) => ask(pad, { reason: 'Loan agreement', hash: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08' }) },
  { name: 'enter-pin, shuffled', client: known, act: async (pad) => {
    pad.scramble = true;
    pad.deviceKeyboard = true;
    pad.autoSubmit = true;
    await settle(pad);
  } },
];
