import type { MailTexts } from '../catalogue.ts';

/** The mails in Italian. */
export const texts: MailTexts = {
  confirmLink: {
    subject: (project) => `Confermi il Suo indirizzo e-mail per ${project}`,
    intro: (project) => `Qualcuno, speriamo Lei, vuole accedere a ${project} con questo indirizzo e-mail.`,
    action: 'Controlla e conferma',
    caution: 'Confermi solo ciò che ha iniziato Lei.',
  },
  confirmCode: {
    subject: (project) => `Il Suo codice per ${project}`,
    intro: (project) => `Qualcuno, speriamo Lei, vuole accedere a ${project} con questo indirizzo e-mail.`,
    instruction: (code) => `Inserisca il codice seguente per registrare il Suo dispositivo: ${code}`,
    caution: 'Lo inserisca solo dove lo ha richiesto e non lo dica a nessuno, nemmeno a noi.',
  },
  newDevice: {
    subject: (project) => `Un nuovo dispositivo può accedere a ${project}`,
    intro: (project) => `È stato appena configurato un dispositivo per accedere a ${project} a Suo nome.`,
    action: 'Non sono io',
    caution: 'Se è stato Lei, non deve fare nulla.',
  },
  quickCode: {
    subject: (project) => `È stato usato un QuickCode su ${project}`,
    intro: (project) => `È stato appena configurato un dispositivo per accedere a ${project} a Suo nome, con un QuickCode di un altro Suo dispositivo.`,
    action: 'Non sono io',
    caution: 'Se è stato Lei, non deve fare nulla. Altrimenti qualcuno ha avuto accesso al Suo dispositivo o al suo QuickCode.',
  },
  pinReset: {
    subject: (project) => `Il Suo PIN per ${project} è stato reimpostato`,
    intro: (project) => `Su un Suo dispositivo è stato appena scelto un nuovo PIN per ${project}.`,
    action: 'Non sono io',
    caution: 'Se è stato Lei, non deve fare nulla. Altrimenti qualcuno ha il Suo dispositivo e può leggere le Sue e-mail.',
  },
  locked: {
    subject: (project) => `Un dispositivo è stato bloccato su ${project}`,
    intro: (project) => `È stato inserito troppe volte un PIN errato: questo dispositivo non può più accedere a ${project}.`,
    action: 'Non sono io',
    caution: 'Se è stato Lei, configuri di nuovo il dispositivo dove effettua l’accesso. Altrimenti ci ha provato qualcun altro, senza riuscirci.',
  },
  invitation: {
    subject: (project) => `Invito ad amministrare ${project}`,
    intro: (project, by) => `${by} La invita ad amministrare ${project} nella console M-Pin. Vi si accede con questo indirizzo e-mail e un PIN proprio.`,
    action: 'Apri l’invito',
    until: (moment) => `Valido fino al: ${moment}`,
    caution: 'Il link funziona una sola volta e solo per questo indirizzo. Se non lo aspettava, ignori questa e-mail.',
  },
  device: (name) => `Dispositivo: ${name}`,
  when: (moment) => `Ora: ${moment}`,
  validFor: (duration) => `Valido per ${duration}.`,
  ignore: 'Se non è stato Lei a richiederlo, ignori questa e-mail: non succede nulla.',
};
