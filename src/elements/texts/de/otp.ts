import type { OtpTexts } from '../otp.ts';
import { seconds } from '../plural.ts';

const inSeconds = seconds('de');

/** German for a one-time password. */
export const texts: OtpTexts = {
  $code: 'de', $dir: 'ltr',

  otpTitle: 'Einmalpasswort',
  otpHint: 'Geben Sie es dort ein, wo ein Passwort verlangt wird, mit dem Benutzernamen {userId}. Es gilt ein Mal.',
  otpCopy: 'Kopieren',
  otpCopied: 'Kopiert',
  otpNotCopied: 'Markieren und kopieren Sie die Ziffern.',
  otpValidFor: 'Gültig für',
  otpSecondsLeft: (count) => `Noch ${inSeconds(count)}`,
  otpExpired: 'Dieses Passwort ist abgelaufen',
  otpExpiredHint: 'Erzeugen Sie mit Ihrer PIN ein neues.',
  otpRetry: 'NEUES PASSWORT',
  otpNew: 'Neues Einmalpasswort erzeugen',
};
