import type { MailTexts } from '../catalogue.ts';

/** The mails in Polish. */
export const texts: MailTexts = {
  confirmLink: {
    subject: (project) => `Potwierdź swój adres e-mail w ${project}`,
    intro: (project) => `Ktoś, mamy nadzieję, że Ty, chce zalogować się w ${project} za pomocą tego adresu e-mail.`,
    action: 'Sprawdź i potwierdź',
    caution: 'Potwierdzaj tylko to, co zostało rozpoczęte przez Ciebie.',
  },
  confirmCode: {
    subject: (project) => `Twój kod do ${project}`,
    intro: (project) => `Ktoś, mamy nadzieję, że Ty, chce zalogować się w ${project} za pomocą tego adresu e-mail.`,
    instruction: (code) => `Aby zarejestrować urządzenie, wpisz ten kod: ${code}`,
    caution: 'Wpisz go tylko tam, gdzie o niego poproszono na Twoje życzenie, i nie podawaj go nikomu, nawet nam.',
  },
  newDevice: {
    subject: (project) => `Nowe urządzenie może się logować w ${project}`,
    intro: (project) => `Właśnie skonfigurowano urządzenie, które może się logować w ${project} w Twoim imieniu.`,
    action: 'To nie ja',
    caution: 'Jeśli to Ty, nie musisz nic robić.',
  },
  quickCode: {
    subject: (project) => `Użyto QuickCode w ${project}`,
    intro: (project) => `Właśnie skonfigurowano urządzenie, które może się logować w ${project} w Twoim imieniu, za pomocą QuickCode z innego Twojego urządzenia.`,
    action: 'To nie ja',
    caution: 'Jeśli to Ty, nie musisz nic robić. Jeśli nie, ktoś miał dostęp do Twojego urządzenia lub do jego QuickCode.',
  },
  pinReset: {
    subject: (project) => `Twój PIN do ${project} został zresetowany`,
    intro: (project) => `Na jednym z Twoich urządzeń właśnie ustawiono nowy PIN do ${project}.`,
    action: 'To nie ja',
    caution: 'Jeśli to Ty, nie musisz nic robić. Jeśli nie, ktoś ma Twoje urządzenie i może czytać Twoją pocztę.',
  },
  locked: {
    subject: (project) => `Urządzenie zostało zablokowane w ${project}`,
    intro: (project) => `Zbyt wiele razy wpisano błędny PIN, więc to urządzenie nie może się już logować w ${project}.`,
    action: 'To nie ja',
    caution: 'Jeśli to Ty, skonfiguruj urządzenie ponownie tam, gdzie się logujesz. Jeśli nie, próbował ktoś inny, ale bez powodzenia.',
  },
  invitation: {
    subject: (project) => `Zaproszenie do zarządzania ${project}`,
    intro: (project, by) => `${by} zaprasza Cię do zarządzania ${project} w konsoli M-Pin. Logujesz się tam tym adresem e-mail i własnym PIN-em.`,
    action: 'Otwórz zaproszenie',
    until: (moment) => `Ważne do: ${moment}`,
    caution: 'Link działa jeden raz i tylko dla tego adresu. Jeśli to niespodziewana wiadomość, zignoruj ją.',
  },
  device: (name) => `Urządzenie: ${name}`,
  when: (moment) => `Czas: ${moment}`,
  validFor: (duration) => `Czas ważności: ${duration}.`,
  ignore: 'Jeśli to nie Twoja prośba, zignoruj tę wiadomość: nic się nie stanie.',
};
