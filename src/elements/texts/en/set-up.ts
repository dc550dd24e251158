import { plural } from '../plural.ts';
import type { SetUpTexts } from '../texts.ts';

const n = plural('en');

/** English for setting an identity up. */
export const texts: SetUpTexts = {
  homeTitle: 'Choose a sign in option',
  browserWay: 'Sign in with browser',
  browserHint: 'With a PIN on this device',
  phoneWay: 'Sign in with phone',
  phoneHint: 'Nothing is left on this computer',
  setupPhone: 'Setup your phone',

  addTitle: 'Add an identity',
  email: 'Email address',
  userId: 'User id',
  deviceName: 'Device name',
  emailMissing: 'Enter your email address.',
  emailInvalid: 'This is not a complete email address.',
  userIdMissing: 'Fill in this field.',
  userIdInvalid: 'This is not known here. Check the spelling.',
  deviceMissing: 'Give this device a name.',
  deviceInvalid: 'Use letters, digits and spaces.',
  tooLong: (most) => `Too long: use at most ${most} characters.`,
  setupMpin: 'Setup M-Pin',
  haveQuickCode: 'I have a QuickCode',

  confirmTitle: 'Check your email',
  mailSent: 'We have sent you an email to: {userId}.',
  openAnywhere: 'Open the link in it, on any device.',
  openAndChoose: 'Open it on any device. If it asks for a number, choose:',
  openHere: 'Open the link in it, in this browser.',
  matchNumber: (digits) => `Your number is ${digits}.`,
  typeCode: (digits) => `Enter the ${digits} digits from it.`,
  codeLabel: 'Code from the email',
  waiting: 'Waiting for your confirmation…',
  notYet: 'Not confirmed yet. Open the link in the email first.',
  sentAgain: 'We have sent the email again.',
  waitOffline: 'The connection was lost. We keep trying.',
  codeWrong: (left) => (left === undefined ? 'Wrong code.' : `Wrong code. ${n(left, { one: '# try left.', other: '# tries left.' })}`),
  iConfirmed: 'I confirmed my email',
  confirmCode: 'Confirm',
  resend: 'Resend confirmation email',
  resendIn: (time) => `Resend in ${time}`,
  changeAddress: 'Change address',
  toIdentities: 'Go to the identities list',

  chooseTitle: 'Setup your PIN',
  againTitle: 'Enter your PIN again',
  advice: 'Let nobody see it. Do not write it down.',
  againHint: 'The same PIN once more.',
  setup: 'Setup',
  easyPin: 'Easy to guess! Choose another, or repeat it to keep it.',
  easyPinRefused: 'Easy to guess! Choose another PIN.',
  differentPin: 'These were two different PINs. Start again.',
  settingUp: 'Setting up…',

  congratulations: 'Congratulations!',
  canSignIn: '{userId} can now sign in with a PIN on this device.',
  signInNow: 'Sign in now',
};
