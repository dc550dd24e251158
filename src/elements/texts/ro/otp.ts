import type { OtpTexts } from '../otp.ts';
import { seconds } from '../plural.ts';

const inSeconds = seconds('ro');

/** Romanian for a one-time password. */
export const texts: OtpTexts = {
  $code: 'ro', $dir: 'ltr',

  otpTitle: 'Parolă de unică folosință',
  otpHint: 'Introduceți-o acolo unde se cere o parolă, cu numele de utilizator {userId}. Funcționează o singură dată.',
  otpCopy: 'Copiază',
  otpCopied: 'Copiat',
  otpNotCopied: 'Selectați cifrele și copiați-le.',
  otpValidFor: 'Valabilă încă',
  otpSecondsLeft: (count) => `Timp rămas: ${inSeconds(count)}`,
  otpExpired: 'Această parolă a expirat',
  otpExpiredHint: 'Creați una nouă cu PIN-ul.',
  otpRetry: 'PAROLĂ NOUĂ',
  otpNew: 'Generează o nouă parolă unică',
};
