import type { PhoneTexts } from './phone-texts.ts';
import { plural } from './texts.ts';

const n = plural('en');
const seconds = (count: number) => n(count, { one: '# second', other: '# seconds' });

/** English for signing in by phone. */
export const enPhone: PhoneTexts = {
  phoneTitle: 'Sign in with your phone',
  phoneHint: 'Scan the code, or enter the number in your phone.',
  accessNumber: (digits) => `Access number ${digits}`,
  qrLabel: 'QR code of the same request',
  secondsLeft: (count) => `${seconds(count)} left`,
  numberShown: (digits, count) => `Access number ${digits}. It is valid for ${seconds(count)}.`,
  numberRenewed: (digits) => `New access number ${digits}.`,
  numberExpired: 'The access number has expired.',
  newNumber: 'New number',
  copyNumber: 'Copy number',
  copied: 'Copied',
  scanned: 'Code scanned. Waiting for authentication…',
  authenticating: 'Authenticating…',
  declined: 'The sign in was declined on the phone.',
  paused: 'Nobody has been here for a while. Show a new number to go on.',
  phoneSignedInAs: 'Signed in as {userId}',
  notYou: 'Not you?',
  signedOutThere: 'You have been signed out on the phone.',
};
