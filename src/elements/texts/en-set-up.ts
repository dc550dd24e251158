import { en } from './en.ts';
import { plural } from './texts.ts';
import type { Texts, TextsAtHand } from './texts.ts';

const n = plural('en');

/** English, all of it. */
export const english: Texts = {
  ...en,

  cancel: 'Cancel',

  homeTitle: 'Choose a sign in option',
  browserWay: 'Sign in with browser',
  browserHint: 'With a PIN on this device',
  phoneWay: 'Sign in with phone',
  phoneHint: 'Nothing is left on this computer',

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
  tooLong: 'This is too long.',
  deviceOn: (browser, platform) => `${browser} on ${platform}`,
  setupMpin: 'Setup M-Pin',

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

  resetTitle: 'Forgot your PIN?',
  resetQuestion: 'Are you sure you wish to reactivate this M-Pin Identity?',
  resetHint: 'We will send an email to {userId}, and you choose a new PIN. Until then the old one works.',
  resetYes: 'Yes, Reactivate it',
  resetHintUnusable: 'We will send an email to {userId}, and you choose a new PIN.',

  editTitle: 'Edit identity',
  editIdentity: (userId) => `Edit ${userId}`,
  resetPin: 'Reset PIN',
  removeIdentity: 'Remove Identity',
  save: 'Save',
  removeTitle: 'Remove identity',
  removeQuestion: 'Are you sure you wish to remove this M-Pin Identity from this browser?',
  removeHint: '{userId} can then no longer sign in here. Other devices are not affected.',
  removeYes: 'Yes, Remove it',

  signTitle: 'What you sign',
  signHint: 'Read it first. Your PIN signs exactly this.',
  fingerprint: 'Fingerprint (SHA-256)',
  signNext: 'Go on to sign',

  listTitle: 'Change identity',
  addNew: 'Add new identity',
  noIdentities: 'No identity is set up in this browser yet.',
  removed: '{userId} was removed.',
  renamed: 'The device of {userId} was renamed.',
  lastUsed: (when) => `Used ${when}`,
  notActive: 'Not confirmed yet',
  revoked: 'Revoked',
  expired: 'Expired',
  damaged: 'Needs to be set up again',

  troubles: {
    ...en.troubles,
    'storage-blocked': ['Your browser blocks storage', 'This page needs to keep your identity. Allow site data for it, or leave private browsing.'],
    'storage-full': ['There is no room left', 'Your browser has no space to keep your identity. Free some space on this device.'],
    'storage-lost': ['Your identities are gone', 'The browser has deleted the data of this page. Set up your identity again; it takes a minute.'],
    insecure: ['This page is not secure', 'Its address has to begin with https. Please tell the owner of this site.'],
    unsupported: ['This browser is too old', 'Update it, or open this page in another browser.'],
    origin: ['This site is not allowed', 'The service does not know this site. Please tell its owner.'],
    configuration: ['This site is not set up correctly', 'Please tell its owner, with the code below.'],
    expired: ['This confirmation is no longer valid', 'It is too old, or was used already. We can send you a new email.'],
    cancelled: ['The confirmation was refused', 'Somebody chose to cancel it, or another number. If that was a slip, we can send you a new email.'],
    'identity-expired': ['This identity has expired', 'It was not used for a long time. Register again to go on.'],
    'identity-damaged': ['This identity is damaged', 'What your browser kept of it cannot be read. Register again to go on.'],
    refused: ['You have no access', '{service} does not let you in with this identity. Nothing is wrong with your PIN.'],
    'identity-unknown': ['This identity is not known', 'It is no longer on this device. Register again to go on.'],
  },
};

/** What a language or a site has not said is said in English. */
export const completed = (texts: TextsAtHand): Texts => ({ ...english, ...texts, troubles: { ...english.troubles, ...texts.troubles } });
