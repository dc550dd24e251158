import type { PhoneScreenTexts } from '../phone-screen-texts.ts';
import { plural } from '../plural.ts';

const n = plural('en');
const left = (tries: number | undefined) => (tries === undefined ? '' : ` ${n(tries, { one: '# try left.', other: '# tries left.' })}`);

/** English for the phone's screens. */
export const texts: PhoneScreenTexts = {
  signInHere: 'Sign in from here',
  setupPhoneTitle: 'Setup your phone',
  setupPhoneHint: 'Scan this QR Code or open this URL on your Smartphone:',
  setupPhoneQr: 'QR code of this address',
  setupPhoneNext: 'When your phone is set up, come back here.',
  signInWithPhone: 'Sign in with Phone',

  optionsTitle: 'What would you like to do?',
  signInWith: 'Sign in with this M-Pin',
  generateOtp: 'Generate OTP',

  accessTitle: 'Enter access number',
  accessHint: 'The other device shows it beside its QR code.',
  accessLabel: 'Access number, 7 digits',
  accessInvalid: (tries) => `Invalid access number!${left(tries)}`,
  accessIncomplete: 'Enter all 7 digits.',
  next: 'Next',
  scanQr: 'Scan QR code',

  requestTitle: 'Is this you?',
  requestSigns: 'Another device asks for your signature.',
  requestService: 'Service',
  requestOrigin: 'Website',
  requestDevice: 'Device',
  requestPlace: 'Place',
  requestFor: 'For',
  validFor: 'Valid for',
  otherNetwork: 'The other device is in another network than this phone. Go on only if it is in front of you.',
  requestCheck: 'Go on only if you see this sign in on the other device now.',
  proceed: 'Continue',
  notMe: 'This is not me',
  noIdentityHere: 'No identity is set up here yet.',
  noIdentityHint: 'Already set up in another browser or on the home screen? Enter the access number there.',
  requestDeclined: 'Declined',
  requestDeclinedHint: 'Nobody was signed in. Decline every request that is not yours.',

  approvedTitle: 'Success',
  approvedText: 'You are now signed in as {userId} on the other device.',
  signedOutTitle: 'Signed out',
  signedOutText: '{userId} is no longer signed in on the other device.',
  signOutFailed: 'Signing out failed. Try again, or sign out on the other device.',
  done: 'Done',

  addDeviceTitle: 'Add a device',
  addDeviceHint: 'Open this page on the new device, choose “I have a QuickCode”, and enter your email address and this code:',
  quickCode: (digits) => `QuickCode ${digits}`,
  quickCodeExpired: 'This QuickCode has expired.',
  newQuickCode: 'New QuickCode',
  quickCodeTitle: 'Enter your QuickCode',
  quickCodeEntry: 'A device that is set up already shows it under “Add a device”.',
  quickCodeLabel: 'QuickCode, 6 digits',
  quickCodeWrong: (tries) => `Wrong QuickCode.${left(tries)}`,
  quickCodeIncomplete: 'Enter all 6 digits.',
};
