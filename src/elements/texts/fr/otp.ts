import type { OtpTexts } from '../otp.ts';
import { seconds } from '../plural.ts';

const inSeconds = seconds('fr');

/** French for a one-time password. */
export const texts: OtpTexts = {
  $code: 'fr', $dir: 'ltr',

  otpTitle: 'Mot de passe à usage unique',
  otpHint: 'Saisissez-le là où un mot de passe est demandé, avec le nom d’utilisateur {userId}. Il ne sert qu’une fois.',
  otpCopy: 'Copier',
  otpCopied: 'Copié',
  otpNotCopied: 'Sélectionnez les chiffres et copiez-les.',
  otpValidFor: 'Valable encore',
  otpSecondsLeft: (count) => `Temps restant : ${inSeconds(count)}`,
  otpExpired: 'Ce mot de passe a expiré',
  otpExpiredHint: 'Créez-en un nouveau avec votre code PIN.',
  otpRetry: 'NOUVEAU MOT DE PASSE',
  otpNew: 'Générer un nouveau mot de passe unique',
};
