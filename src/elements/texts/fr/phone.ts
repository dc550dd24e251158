import type { PhoneTexts } from '../phone-texts.ts';
import { seconds } from '../plural.ts';

const inSeconds = seconds('fr');

/** French for signing in by phone. */
export const texts: PhoneTexts = {
  phoneTitle: 'Se connecter avec votre téléphone',
  qrHint: 'Scannez le code avec votre téléphone.',
  numberHint: 'Scannez le code, ou saisissez le numéro sur votre téléphone.',
  numberHintAt: 'Scannez le code, ou ouvrez {address} sur votre téléphone et saisissez le numéro.',
  accessNumber: (digits) => `Numéro d’accès ${digits}`,
  qrLabel: 'Code QR de la même demande',
  secondsLeft: (count) => `Temps restant : ${inSeconds(count)}`,
  numberShown: (digits, count) => `Numéro d’accès ${digits}. Il est valable ${inSeconds(count)}.`,
  numberRenewed: (digits) => `Nouveau numéro d’accès ${digits}.`,
  numberExpired: 'Le numéro d’accès a expiré.',
  newNumber: 'Nouveau numéro',
  copyNumber: 'Copier le numéro',
  copied: 'Copié',
  scanned: 'Code scanné. En attente de l’authentification…',
  authenticating: 'Authentification en cours…',
  declined: 'La connexion a été refusée sur le téléphone.',
  paused: 'Personne n’est venu ici depuis un moment. Affichez un nouveau numéro pour continuer.',
  phoneSignedInAs: 'Connecté en tant que {userId}',
  notYou: 'Ce n’est pas vous ?',
  signedOutThere: 'Vous avez été déconnecté sur le téléphone.',
};
