import type { MailTexts } from '../catalogue.ts';

/** The mails in German. */
export const texts: MailTexts = {
  confirmLink: {
    subject: (project) => `Bestätigen Sie Ihre E-Mail-Adresse für ${project}`,
    intro: (project) => `Jemand, hoffentlich Sie, möchte sich mit dieser E-Mail-Adresse bei ${project} anmelden.`,
    action: 'Prüfen und bestätigen',
    caution: 'Bestätigen Sie nur, was Sie selbst begonnen haben.',
  },
  confirmCode: {
    subject: (project) => `Ihr Code für ${project}`,
    intro: (project) => `Jemand, hoffentlich Sie, möchte sich mit dieser E-Mail-Adresse bei ${project} anmelden.`,
    instruction: (code) => `Geben Sie diesen Code ein, um Ihr Gerät zu registrieren: ${code}`,
    caution: 'Geben Sie ihn nur dort ein, wo Sie ihn angefordert haben, und nennen Sie ihn niemandem, auch nicht uns.',
  },
  newDevice: {
    subject: (project) => `Ein neues Gerät kann sich bei ${project} anmelden`,
    intro: (project) => `Soeben wurde ein Gerät eingerichtet, das sich als Sie bei ${project} anmelden kann.`,
    action: 'Das war ich nicht',
    caution: 'Waren Sie es, brauchen Sie nichts zu tun.',
  },
  quickCode: {
    subject: (project) => `Ein QuickCode wurde bei ${project} verwendet`,
    intro: (project) => `Soeben wurde mit einem QuickCode von einem Ihrer Geräte ein weiteres eingerichtet, das sich als Sie bei ${project} anmelden kann.`,
    action: 'Das war ich nicht',
    caution: 'Waren Sie es, brauchen Sie nichts zu tun. Wenn nicht, hatte jemand Ihr Gerät oder dessen QuickCode.',
  },
  pinReset: {
    subject: (project) => `Ihre PIN für ${project} wurde neu gesetzt`,
    intro: (project) => `Auf einem Ihrer Geräte wurde soeben eine neue PIN für ${project} gesetzt.`,
    action: 'Das war ich nicht',
    caution: 'Waren Sie es, brauchen Sie nichts zu tun. Wenn nicht, hat jemand Ihr Gerät und kann Ihre E-Mails lesen.',
  },
  locked: {
    subject: (project) => `Ein Gerät wurde bei ${project} gesperrt`,
    intro: (project) => `Die PIN wurde zu oft falsch eingegeben. Dieses Gerät kann sich nicht mehr bei ${project} anmelden.`,
    action: 'Das war ich nicht',
    caution: 'Waren Sie es, richten Sie das Gerät bei der Anmeldung neu ein. Wenn nicht, hat es jemand anderes versucht, ohne Erfolg.',
  },
  invitation: {
    subject: (project) => `Einladung, ${project} zu verwalten`,
    intro: (project, by) => `${by} lädt Sie ein, ${project} in der M-Pin-Konsole zu verwalten. Sie melden sich dort mit dieser E-Mail-Adresse und einer eigenen PIN an.`,
    action: 'Einladung öffnen',
    until: (moment) => `Gültig bis: ${moment}`,
    caution: 'Der Link gilt einmal und nur für diese Adresse. Haben Sie ihn nicht erwartet, ignorieren Sie diese Nachricht.',
  },
  device: (name) => `Gerät: ${name}`,
  when: (moment) => `Zeit: ${moment}`,
  validFor: (duration) => `${duration} gültig.`,
  ignore: 'Haben Sie das nicht angefordert, ignorieren Sie diese Nachricht: Es geschieht nichts.',
};
