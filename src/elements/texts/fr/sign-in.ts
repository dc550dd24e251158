import { plural } from '../plural.ts';
import type { SignInTexts } from '../texts.ts';

const n = plural('fr');
const tries = (left: number) => n(left, { one: 'Il reste # essai.', other: 'Il reste # essais.' });

/** French for a returning person. */
export const texts: SignInTexts = {
  $code: 'fr', $dir: 'ltr',

  starting: 'Chargement…',
  back: 'Retour',
  menu: 'Identités',
  close: 'Fermer',
  deviceOn: (browser, platform) => `${browser} sur ${platform}`,

  pinLabel: (digits) => `Code PIN, ${digits} chiffres`,
  keypad: 'Pavé numérique',
  clear: 'Effacer',
  deleteDigit: 'Supprimer le dernier chiffre',
  entered: (count, total) => `${count} sur ${total} saisis`,
  empty: 'Vide',
  incomplete: (total) => `Saisissez les ${total} chiffres.`,
  shuffledKeys: 'Touches mélangées',
  deviceKeyboard: 'Clavier de l’appareil',
  byItself: 'La suite est automatique après le dernier chiffre.',

  enterPin: 'Saisissez votre code PIN',
  signInAs: (userId) => `Se connecter en tant que : ${userId}`,
  login: 'Se connecter',
  forgot: 'Code PIN oublié ?',
  withPhone: 'Se connecter avec le téléphone',
  wrongPin: (left) => (left === undefined ? 'Code PIN incorrect !' : `Code PIN incorrect ! ${tries(left)}`),
  checking: 'Connexion en cours…',
  pinReplaced: 'Votre code PIN a été changé dans un autre onglet.',
  confirmWithPin: 'Confirmez avec votre code PIN',
  confirmNow: 'Confirmer',
  confirmed: 'Confirmé',

  signedInTitle: 'Vous êtes connecté',
  signedInAs: 'en tant que {userId}',
  signOut: 'Se déconnecter',

  revokedTitle: 'Votre M-Pin a été révoqué',
  revokedText: (count) => `Vous avez saisi un code PIN incorrect ${n(count, { other: '# fois' })}. {userId} ne peut plus se connecter sur cet appareil.`,
  registerNew: 'Enregistrer une nouvelle identité',
  backToList: 'Retour à la liste des identités',

  tryAgain: 'Réessayer',
  tryAgainIn: (time) => `Réessayer dans ${time}`,
  sendNew: 'Envoyer un nouvel e-mail',
  registerAgain: 'S’enregistrer à nouveau',
  setUpAgain: 'Configurer à nouveau',
  support: (code) => `Code pour l’assistance : ${code}`,

  troubles: {
    offline: ['Pas de connexion', 'Le service est injoignable. Vérifiez votre connexion ; la suite reprend dès son retour.'],
    server: ['Le service a un problème', 'Vous n’y êtes pour rien, et rien n’est perdu. Réessayez dans un instant.'],
    'rate-limited': ['Trop d’essais', 'Pour votre sécurité, une courte pause est nécessaire. Vous pourrez ensuite continuer.'],
    'session-expired': ['Cela a pris trop de temps', 'La connexion est restée ouverte trop longtemps. Aucun essai n’a été compté.'],
    unexpected: ['Une erreur est survenue', 'Cela n’aurait pas dû arriver. Réessayez, et prévenez le responsable du site si cela persiste.'],
  },
};
