import type { OtpTexts } from '../otp.ts';
import { seconds } from '../plural.ts';

const inSeconds = seconds('en');

/** English for a one-time password. */
export const texts: OtpTexts = {
  $code: 'en', $dir: 'ltr',

  otpTitle: 'One-time password',
  otpHint: 'Type it where a password is asked for, with the user name {userId}. It works once.',
  otpCopy: 'Copy',
  otpCopied: 'Copied',
  otpNotCopied: 'Select the digits and copy them.',
  otpValidFor: 'Valid for',
  otpSecondsLeft: (count) => `${inSeconds(count)} left`,
  otpExpired: 'This password has expired',
  otpExpiredHint: 'Make a new one with your PIN.',
  otpRetry: 'RETRY',
  otpNew: 'Generate New OTP',
};
