import type { OtpTexts } from '../otp.ts';
import { seconds } from '../plural.ts';

const inSeconds = seconds('es');

/** Spanish for a one-time password. */
export const texts: OtpTexts = {
  $code: 'es', $dir: 'ltr',

  otpTitle: 'Contraseña de un solo uso',
  otpHint: 'Escríbala donde se pida una contraseña, con el nombre de usuario {userId}. Sirve una sola vez.',
  otpCopy: 'Copiar',
  otpCopied: 'Copiada',
  otpNotCopied: 'Seleccione los dígitos y cópielos.',
  otpValidFor: 'Válida durante',
  otpSecondsLeft: (count) => `Tiempo restante: ${inSeconds(count)}`,
  otpExpired: 'Esta contraseña ha caducado',
  otpExpiredHint: 'Cree una nueva con su PIN.',
  otpRetry: 'NUEVA CONTRASEÑA',
  otpNew: 'Generar nueva contraseña única',
};
