import { plural } from '../plural.ts';
import type { SignInTexts } from '../texts.ts';
import { texts as common } from './common.ts';

const n = plural('en');
const attempts = (left: number) => n(left, { one: '# attempt left.', other: '# attempts left.' });

/** English for a returning person; also what a language falls back to. */
export const texts = {
  ...common,

  back: 'Back',
  menu: 'Identities',
  close: 'Close',

  pinLabel: (digits) => `PIN, ${digits} digits`,
  keypad: 'Keypad',
  clear: 'Clear',
  deleteDigit: 'Delete the last digit',
  entered: (count, total) => `${count} of ${total} entered`,
  empty: 'Empty',
  incomplete: (total) => `Enter all ${total} digits.`,
  shuffledKeys: 'Shuffled keys',
  deviceKeyboard: 'Device keyboard',
  byItself: 'Goes on by itself after the last digit.',

  enterPin: 'Enter your PIN',
  signInAs: (userId) => `Sign in as: ${userId}`,
  login: 'Login',
  withPhone: 'Sign in with phone',
  forgot: 'Forgot your PIN?',
  wrongPin: (left) => (left === undefined ? 'Incorrect PIN!' : `Incorrect PIN! ${attempts(left)}`),
  checking: 'Signing in…',
  pinReplaced: 'Your PIN was changed in another tab.',
  confirmWithPin: 'Confirm with your PIN',
  confirmNow: 'Confirm',
  confirmed: 'Confirmed',

  signedInTitle: 'You are signed in',
  signedInAs: 'as {userId}',
  signOut: 'Sign out',

  revokedTitle: 'Your M-Pin has been revoked',
  revokedText: (count) => `You have entered your PIN incorrectly ${n(count, { one: '# time', other: '# times' })}. {userId} can no longer sign in on this device.`,
  registerNew: 'Register new identity',
  backToList: 'Back to identity list',

  sendNew: 'Send a new email',
  registerAgain: 'Register again',
  setUpAgain: 'Set up again',
} satisfies SignInTexts;
