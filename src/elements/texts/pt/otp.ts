import type { OtpTexts } from '../otp.ts';
import { seconds } from '../plural.ts';

const inSeconds = seconds('pt');

/** Portuguese for a one-time password. */
export const texts: OtpTexts = {
  $code: 'pt', $dir: 'ltr',

  otpTitle: 'Palavra-passe de uso único',
  otpHint: 'Escreva-a onde for pedida uma palavra-passe, com o nome de utilizador {userId}. Serve uma única vez.',
  otpCopy: 'Copiar',
  otpCopied: 'Copiada',
  otpNotCopied: 'Selecione os dígitos e copie-os.',
  otpValidFor: 'Válida durante',
  otpSecondsLeft: (count) => `Tempo restante: ${inSeconds(count)}`,
  otpExpired: 'Esta palavra-passe expirou',
  otpExpiredHint: 'Crie uma nova com o seu PIN.',
  otpRetry: 'NOVA PALAVRA-PASSE',
  otpNew: 'Gerar nova palavra-passe única',
};
