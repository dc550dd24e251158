import { plural } from '../plural.ts';
import type { SetUpTexts } from '../texts.ts';

const n = plural('fr');

/** French for setting an identity up. */
export const texts: SetUpTexts = {
  homeTitle: 'Choisissez comment vous connecter',
  browserWay: 'Se connecter avec le navigateur',
  browserHint: 'Avec un code PIN sur cet appareil',
  phoneWay: 'Se connecter avec le téléphone',
  phoneHint: 'Rien ne reste sur cet ordinateur',
  setupPhone: 'Configurer votre téléphone',
  haveQuickCode: 'J’ai un QuickCode',

  addTitle: 'Ajouter une identité',
  email: 'Adresse e-mail',
  userId: 'Identifiant',
  deviceName: 'Nom de l’appareil',
  emailMissing: 'Saisissez votre adresse e-mail.',
  emailInvalid: 'Cette adresse e-mail est incomplète.',
  userIdMissing: 'Remplissez ce champ.',
  userIdInvalid: 'Inconnu ici. Vérifiez l’orthographe.',
  deviceMissing: 'Donnez un nom à cet appareil.',
  deviceInvalid: 'Utilisez des lettres, des chiffres et des espaces.',
  tooLong: (most) => `Trop long : ${most} caractères au maximum.`,
  setupMpin: 'Configurer M-Pin',

  confirmTitle: 'Consultez vos e-mails',
  mailSent: 'Nous vous avons envoyé un e-mail à {userId}.',
  openAnywhere: 'Ouvrez le lien qu’il contient, sur n’importe quel appareil.',
  openAndChoose: 'Ouvrez-le sur n’importe quel appareil. S’il demande un nombre, choisissez :',
  openHere: 'Ouvrez le lien qu’il contient, dans ce navigateur.',
  matchNumber: (digits) => `Votre nombre est ${digits}.`,
  typeCode: (digits) => `Saisissez les ${digits} chiffres qu’il contient.`,
  codeLabel: 'Code reçu par e-mail',
  waiting: 'En attente de votre confirmation…',
  notYet: 'Pas encore confirmé. Ouvrez d’abord le lien de l’e-mail.',
  sentAgain: 'L’e-mail a été renvoyé.',
  waitOffline: 'La connexion est perdue. Nous continuons d’essayer.',
  codeWrong: (left) => (left === undefined ? 'Code incorrect.' : `Code incorrect. ${n(left, { one: 'Il reste # essai.', other: 'Il reste # essais.' })}`),
  iConfirmed: 'J’ai confirmé mon e-mail',
  confirmCode: 'Confirmer',
  resend: 'Renvoyer l’e-mail de confirmation',
  resendIn: (time) => `Renvoyer dans ${time}`,
  changeAddress: 'Changer d’adresse',
  toIdentities: 'Aller à la liste des identités',

  chooseTitle: 'Choisissez votre code PIN',
  againTitle: 'Saisissez-le à nouveau',
  advice: 'Ne le montrez à personne. Ne le notez pas.',
  againHint: 'Le même code PIN encore une fois.',
  setup: 'Configurer',
  easyPin: 'Facile à deviner ! Choisissez-en un autre, ou répétez-le pour le garder.',
  easyPinRefused: 'Facile à deviner ! Choisissez un autre code PIN.',
  differentPin: 'Les deux codes PIN étaient différents. Recommencez.',
  settingUp: 'Configuration en cours…',

  congratulations: 'Félicitations !',
  canSignIn: '{userId} peut maintenant se connecter avec un code PIN sur cet appareil.',
  signInNow: 'Se connecter maintenant',
};
