import type { OtpTexts } from '../otp.ts';
import { seconds } from '../plural.ts';

const inSeconds = seconds('it');

/** Italian for a one-time password. */
export const texts: OtpTexts = {
  $code: 'it', $dir: 'ltr',

  otpTitle: 'Password monouso',
  otpHint: 'La inserisca dove è richiesta una password, con il nome utente {userId}. Vale una sola volta.',
  otpCopy: 'Copia',
  otpCopied: 'Copiata',
  otpNotCopied: 'Selezioni le cifre e le copi.',
  otpValidFor: 'Valida per',
  otpSecondsLeft: (count) => `Tempo rimasto: ${inSeconds(count)}`,
  otpExpired: 'Questa password è scaduta',
  otpExpiredHint: 'Ne crei una nuova con il PIN.',
  otpRetry: 'NUOVA PASSWORD',
  otpNew: 'Genera nuova password monouso',
};
