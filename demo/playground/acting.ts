import type { MpinPinpad } from '../../src/elements/index.ts';

/** Lets the script's promises and the rendering that follows them settle. */
export async function settle(pad: MpinPinpad): Promise<void> {
  for (let i = 0; i < 3; i += 1) {
    await new Promise((resolve) => { setTimeout(resolve); });
    await pad.updateComplete;
  }
  // The screens of a state may still be on their way.
  while (pad.isConnected && pad.state !== 'starting' && pad.shadowRoot?.querySelector('.screen[aria-busy]')) await new Promise((resolve) => { requestAnimationFrame(resolve); });
}

/** Presses a button. */
export async function press(pad: MpinPinpad, selector: string): Promise<void> {
  await settle(pad);
  pad.shadowRoot?.querySelector<HTMLElement>(selector)?.click();
  await settle(pad);
}

/** Types digits with the keypad; `submit` presses the button below. */
export async function type(pad: MpinPinpad, digits: string, submit = false): Promise<void> {
  await settle(pad);
  for (const digit of digits) pad.shadowRoot?.querySelector<HTMLElement>(`[data-key="${digit}"]`)?.click();
  await (submit ? press(pad, '.pad .button') : settle(pad));
}

/** Fills in and sends the form for an identity. */
export async function fill(pad: MpinPinpad, userId: string, deviceName?: string): Promise<void> {
  await settle(pad);
  const set = (id: string, value: string): void => {
    const field = pad.shadowRoot?.querySelector<HTMLInputElement>(id);
    if (field) field.value = value;
  };
  set('#userId', userId);
  if (deviceName !== undefined) set('#deviceName', deviceName);
  await press(pad, '.button');
}
