import type { PhoneTexts } from '../phone-texts.ts';
import { seconds } from '../plural.ts';

const inSeconds = seconds('en');

/** English for signing in by phone. */
export const texts: PhoneTexts = {
  phoneTitle: 'Sign in with your phone',
  qrHint: 'Scan the code with your phone.',
  numberHint: 'Scan the code, or enter the number in your phone.',
  numberHintAt: 'Scan the code, or open {address} on your phone and enter the number.',
  accessNumber: (digits) => `Access number ${digits}`,
  qrLabel: 'QR code of the same request',
  secondsLeft: (count) => `${inSeconds(count)} left`,
  numberShown: (digits, count) => `Access number ${digits}. It is valid for ${inSeconds(count)}.`,
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
