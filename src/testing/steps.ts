import { MpinError } from '../errors.ts';
import type { LocatorLike } from './playwright.ts';
import type { TestUser } from './server.ts';

/** What a step works with. */
interface Scene {
  readonly pad: LocatorLike;
  readonly user: TestUser;
  readonly code: string;
  readonly onMail: (() => unknown) | undefined;
}

/** What a person does on one screen. */
interface Step {
  /** How often it may be filled in on one walk; a screen that comes once more does not let this person on. */
  readonly times: number;
  /** @returns whether something was filled in, for the screen's own button to send; else another screen was asked for */
  readonly act: (scene: Scene) => Promise<boolean>;
}

/** By the documented names of the element's states and parts, which are the same in every language and every skin. */
export const STEPS: Readonly<Record<string, Step>> = {
  home: { times: 1, act: ({ pad }) => press(pad.locator('[part~="option"]').first()) },
  identities: { times: 1, act: async ({ pad, user }) => {
    const own = pad.locator('[part~="identity-row"]').filter({ hasText: user.userId }).first();
    return press(await own.count() > 0 ? own : pad.locator('[part~="option"]').first());
  } },
  'add-identity': { times: 1, act: async ({ pad, user }) => {
    await pad.getByRole('textbox').first().fill(user.userId);
    return true;
  } },
  'confirm-email': { times: 1, act: confirmEmail },
  'not-active': { times: 1, act: confirmEmail },
  // Twice, and once more where the PIN is an easily guessed one.
  'choose-pin': { times: 3, act: typePin },
  'set-up': { times: 1, act: async () => true },
  'enter-pin': { times: 1, act: async (scene) => {
    const whose = scene.pad.locator('[part~="identity"]').first();
    return (await whose.innerText()).includes(scene.user.userId) ? typePin(scene) : press(whose);
  } },
  locked: { times: 0, act: async () => false },
  trouble: { times: 0, act: async () => false },
};

async function press(button: LocatorLike): Promise<false> {
  await button.click();
  return false;
}

async function confirmEmail({ pad, code, onMail }: Scene): Promise<boolean> {
  const field = pad.locator('[part~="code"]');
  if (await field.count() > 0) await field.fill(code);
  else if (onMail === undefined) throw new MpinError('INVALID_ARGUMENT', 'The element waits for a mail\'s link: give `onMail`, such as () => server.confirm(userId)');
  else await onMail();
  return true;
}

/** On the keypad, by the keys' names: wherever they are, and in whatever order. */
async function typePin({ pad, user }: Scene): Promise<true> {
  for (const digit of user.pin) await pad.getByRole('button', { name: digit, exact: true }).click();
  return true;
}
