import { plural } from '../plural.ts';
import type { SignInTexts } from '../texts.ts';

const n = plural('en');
const attempts = (left: number) => n(left, { one: '# attempt left.', other: '# attempts left.' });

/** English for a returning person; also what a language falls back to. */
export const texts = {
  $code: 'en', $dir: 'ltr',

  starting: 'Loading…',
  back: 'Back',
  menu: 'Identities',
  close: 'Close',
  deviceOn: (browser, platform) => `${browser} on ${platform}`,

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
  revokedElsewhere: '{userId} can no longer sign in on this device.',
  registerNew: 'Register new identity',
  backToList: 'Back to identity list',

  tryAgain: 'Try again',
  tryAgainIn: (time) => `Try again in ${time}`,
  sendNew: 'Send a new email',
  registerAgain: 'Register again',
  setUpAgain: 'Set up again',
  support: (code) => `Code for support: ${code}`,
  troubles: {
    offline: ['No connection', 'We cannot reach the service. Check your connection; we go on as soon as it is back.'],
    server: ['The service has a problem', 'It is not your fault, and nothing was lost. Try again in a moment.'],
    'rate-limited': ['Too many tries', 'For your safety there is a short pause. Then you can go on.'],
    'session-expired': ['That took too long', 'The sign in was open for too long. Nothing was counted against you.'],
    unexpected: ['Something went wrong', 'This should not have happened. Try again, and tell the owner of this site if it stays.'],
  },
} satisfies SignInTexts;
