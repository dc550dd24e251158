import type { MailTexts } from '../catalogue.ts';

/** The mails in Romanian. */
export const texts: MailTexts = {
  confirmLink: {
    subject: (project) => `Confirmați adresa de e-mail pentru ${project}`,
    intro: (project) => `Cineva, sperăm că dumneavoastră, dorește să se conecteze la ${project} cu această adresă de e-mail.`,
    action: 'Verifică și confirmă',
    caution: 'Confirmați numai ceea ce ați început chiar dumneavoastră.',
  },
  confirmCode: {
    subject: (project) => `Codul dumneavoastră pentru ${project}`,
    intro: (project) => `Cineva, sperăm că dumneavoastră, dorește să se conecteze la ${project} cu această adresă de e-mail.`,
    instruction: (code) => `Introduceți următorul cod pentru a înregistra dispozitivul: ${code}`,
    caution: 'Introduceți-l numai acolo unde l-ați cerut și nu îl spuneți nimănui, nici măcar nouă.',
  },
  newDevice: {
    subject: (project) => `Un dispozitiv nou se poate conecta la ${project}`,
    intro: (project) => `Tocmai a fost configurat un dispozitiv care se conectează la ${project} în numele dumneavoastră.`,
    action: 'Nu am fost eu',
    caution: 'Dacă ați fost dumneavoastră, nu trebuie să faceți nimic.',
  },
  quickCode: {
    subject: (project) => `S-a folosit un QuickCode la ${project}`,
    intro: (project) => `Tocmai a fost configurat un dispozitiv care se conectează la ${project} în numele dumneavoastră, cu un QuickCode de pe alt dispozitiv al dumneavoastră.`,
    action: 'Nu am fost eu',
    caution: 'Dacă ați fost dumneavoastră, nu trebuie să faceți nimic. Dacă nu, cineva a avut acces la dispozitiv sau la QuickCode-ul acestuia.',
  },
  pinReset: {
    subject: (project) => `PIN-ul dumneavoastră pentru ${project} a fost resetat`,
    intro: (project) => `Pe un dispozitiv al dumneavoastră tocmai a fost ales un PIN nou pentru ${project}.`,
    action: 'Nu am fost eu',
    caution: 'Dacă ați fost dumneavoastră, nu trebuie să faceți nimic. Dacă nu, cineva are dispozitivul dumneavoastră și vă poate citi e-mailurile.',
  },
  locked: {
    subject: (project) => `Un dispozitiv a fost blocat la ${project}`,
    intro: (project) => `PIN-ul a fost introdus greșit de prea multe ori, așa că acest dispozitiv nu se mai poate conecta la ${project}.`,
    action: 'Nu am fost eu',
    caution: 'Dacă ați fost dumneavoastră, configurați din nou dispozitivul acolo unde vă conectați. Dacă nu, a încercat altcineva, fără succes.',
  },
  invitation: {
    subject: (project) => `Invitație de a administra ${project}`,
    intro: (project, by) => `${by} vă invită să administrați ${project} în consola M-Pin. Acolo vă conectați cu această adresă de e-mail și cu un PIN propriu.`,
    action: 'Deschide invitația',
    until: (moment) => `Valabilă până la: ${moment}`,
    caution: 'Linkul funcționează o singură dată și numai pentru această adresă. Dacă nu îl așteptați, ignorați acest e-mail.',
  },
  device: (name) => `Dispozitiv: ${name}`,
  when: (moment) => `Ora: ${moment}`,
  validFor: (duration) => `Valabil ${duration}.`,
  ignore: 'Dacă nu ați cerut acest lucru, ignorați acest e-mail: nu se întâmplă nimic.',
};
