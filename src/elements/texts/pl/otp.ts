import type { OtpTexts } from '../otp.ts';
import { seconds } from '../plural.ts';

const inSeconds = seconds('pl');

/** Polish for a one-time password. */
export const texts: OtpTexts = {
  $code: 'pl', $dir: 'ltr',

  otpTitle: 'Hasło jednorazowe',
  otpHint: 'Wpisz je tam, gdzie wymagane jest hasło, z nazwą użytkownika {userId}. Działa jeden raz.',
  otpCopy: 'Kopiuj',
  otpCopied: 'Skopiowano',
  otpNotCopied: 'Zaznacz cyfry i skopiuj je.',
  otpValidFor: 'Ważne jeszcze',
  otpSecondsLeft: (count) => `Pozostały czas: ${inSeconds(count)}`,
  otpExpired: 'To hasło wygasło',
  otpExpiredHint: 'Utwórz nowe za pomocą PIN-u.',
  otpRetry: 'NOWE HASŁO',
  otpNew: 'Utwórz nowe hasło jednorazowe',
};
