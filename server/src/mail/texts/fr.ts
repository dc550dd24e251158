import type { MailTexts } from '../catalogue.ts';

/** The mails in French. */
export const texts: MailTexts = {
  confirmLink: {
    subject: (project) => `Confirmez votre adresse e-mail pour ${project}`,
    intro: (project) => `Quelqu’un, vous sans doute, veut se connecter à ${project} avec cette adresse e-mail.`,
    action: 'Vérifier et confirmer',
    caution: 'Ne confirmez que ce que vous avez commencé vous-même.',
  },
  confirmCode: {
    subject: (project) => `Votre code pour ${project}`,
    intro: (project) => `Quelqu’un, vous sans doute, veut se connecter à ${project} avec cette adresse e-mail.`,
    instruction: (code) => `Saisissez le code suivant pour enregistrer votre appareil : ${code}`,
    caution: 'Ne le saisissez que là où vous l’avez demandé, et ne le donnez à personne, pas même à nous.',
  },
  newDevice: {
    subject: (project) => `Un nouvel appareil peut se connecter à ${project}`,
    intro: (project) => `Un appareil vient d’être configuré pour se connecter à ${project} en votre nom.`,
    action: 'Ce n’était pas moi',
    caution: 'Si c’était vous, il n’y a rien à faire.',
  },
  quickCode: {
    subject: (project) => `Un QuickCode a été utilisé chez ${project}`,
    intro: (project) => `Un appareil vient d’être configuré pour se connecter à ${project} en votre nom, avec un QuickCode d’un autre de vos appareils.`,
    action: 'Ce n’était pas moi',
    caution: 'Si c’était vous, il n’y a rien à faire. Sinon, quelqu’un a eu accès à votre appareil ou à son QuickCode.',
  },
  pinReset: {
    subject: (project) => `Votre code PIN pour ${project} a été réinitialisé`,
    intro: (project) => `Sur l’un de vos appareils, un nouveau code PIN vient d’être choisi pour ${project}.`,
    action: 'Ce n’était pas moi',
    caution: 'Si c’était vous, il n’y a rien à faire. Sinon, quelqu’un a votre appareil et peut lire vos e-mails.',
  },
  locked: {
    subject: (project) => `Un appareil a été bloqué chez ${project}`,
    intro: (project) => `Un code PIN incorrect a été saisi trop de fois : cet appareil ne peut plus se connecter à ${project}.`,
    action: 'Ce n’était pas moi',
    caution: 'Si c’était vous, configurez à nouveau l’appareil là où vous vous connectez. Sinon, quelqu’un d’autre a essayé, sans succès.',
  },
  invitation: {
    subject: (project) => `Invitation à administrer ${project}`,
    intro: (project, by) => `${by} vous invite à administrer ${project} dans la console M-Pin. Vous vous y connectez avec cette adresse e-mail et votre propre code PIN.`,
    action: 'Ouvrir l’invitation',
    until: (moment) => `Valable jusqu’au : ${moment}`,
    caution: 'Le lien fonctionne une seule fois, pour cette adresse uniquement. Si vous ne l’attendiez pas, ignorez cet e-mail.',
  },
  device: (name) => `Appareil : ${name}`,
  when: (moment) => `Date et heure : ${moment}`,
  validFor: (duration) => `Valable ${duration}.`,
  ignore: 'Si vous n’avez rien demandé, ignorez cet e-mail : il ne se passera rien.',
};
