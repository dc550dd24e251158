import type { MailTexts } from '../catalogue.ts';

/** The mails in Dutch. */
export const texts: MailTexts = {
  confirmLink: {
    subject: (project) => `Bevestig uw e-mailadres voor ${project}`,
    intro: (project) => `Iemand, hopelijk u, wil met dit e-mailadres inloggen bij ${project}.`,
    action: 'Bekijken en bevestigen',
    caution: 'Bevestig alleen wat u zelf bent begonnen.',
  },
  confirmCode: {
    subject: (project) => `Uw code voor ${project}`,
    intro: (project) => `Iemand, hopelijk u, wil met dit e-mailadres inloggen bij ${project}.`,
    instruction: (code) => `Voer de volgende code in om uw apparaat te registreren: ${code}`,
    caution: 'Voer hem alleen in waar u erom hebt gevraagd en geef hem aan niemand, ook niet aan ons.',
  },
  newDevice: {
    subject: (project) => `Een nieuw apparaat kan inloggen bij ${project}`,
    intro: (project) => `Er is zojuist een apparaat ingesteld om namens u in te loggen bij ${project}.`,
    action: 'Dit was ik niet',
    caution: 'Was u het zelf, dan hoeft u niets te doen.',
  },
  quickCode: {
    subject: (project) => `Er is een QuickCode gebruikt bij ${project}`,
    intro: (project) => `Er is zojuist een apparaat ingesteld om namens u in te loggen bij ${project}, met een QuickCode van een ander apparaat van u.`,
    action: 'Dit was ik niet',
    caution: 'Was u het zelf, dan hoeft u niets te doen. Zo niet, dan heeft iemand uw apparaat of de QuickCode ervan in handen gehad.',
  },
  pinReset: {
    subject: (project) => `Uw pincode voor ${project} is opnieuw ingesteld`,
    intro: (project) => `Op een apparaat van u is zojuist een nieuwe pincode gekozen voor ${project}.`,
    action: 'Dit was ik niet',
    caution: 'Was u het zelf, dan hoeft u niets te doen. Zo niet, dan heeft iemand uw apparaat en kan uw e-mail lezen.',
  },
  locked: {
    subject: (project) => `Een apparaat is geblokkeerd bij ${project}`,
    intro: (project) => `De pincode is te vaak onjuist ingevoerd. Dit apparaat kan niet meer inloggen bij ${project}.`,
    action: 'Dit was ik niet',
    caution: 'Was u het zelf, stel het apparaat dan opnieuw in waar u inlogt. Zo niet, dan heeft iemand anders het geprobeerd, zonder succes.',
  },
  invitation: {
    subject: (project) => `U bent uitgenodigd om ${project} te beheren`,
    intro: (project, by) => `${by} nodigt u uit om ${project} te beheren in de M-Pin-console. U logt daar in met dit e-mailadres en een eigen pincode.`,
    action: 'Uitnodiging openen',
    until: (moment) => `Geldig tot: ${moment}`,
    caution: 'De link werkt één keer en alleen voor dit adres. Had u hem niet verwacht, negeer deze e-mail dan.',
  },
  device: (name) => `Apparaat: ${name}`,
  when: (moment) => `Tijd: ${moment}`,
  validFor: (duration) => `${duration} geldig.`,
  ignore: 'Hebt u hier niet om gevraagd, negeer deze e-mail dan: er gebeurt niets.',
};
