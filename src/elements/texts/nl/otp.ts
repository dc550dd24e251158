import type { OtpTexts } from '../otp.ts';
import { seconds } from '../plural.ts';

const inSeconds = seconds('nl');

/** Dutch for a one-time password. */
export const texts: OtpTexts = {
  $code: 'nl', $dir: 'ltr',

  otpTitle: 'Eenmalig wachtwoord',
  otpHint: 'Voer het in waar om een wachtwoord wordt gevraagd, met de gebruikersnaam {userId}. Het werkt één keer.',
  otpCopy: 'Kopiëren',
  otpCopied: 'Gekopieerd',
  otpNotCopied: 'Selecteer de cijfers en kopieer ze.',
  otpValidFor: 'Nog geldig',
  otpSecondsLeft: (count) => `Nog ${inSeconds(count)}`,
  otpExpired: 'Dit wachtwoord is verlopen',
  otpExpiredHint: 'Maak een nieuw met uw pincode.',
  otpRetry: 'NIEUW WACHTWOORD',
  otpNew: 'Nieuw eenmalig wachtwoord maken',
};
