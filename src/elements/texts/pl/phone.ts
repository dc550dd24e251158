import type { PhoneTexts } from '../phone-texts.ts';
import { seconds } from '../plural.ts';

const inSeconds = seconds('pl');

/** Polish for signing in by phone. */
export const texts: PhoneTexts = {
  phoneTitle: 'Zaloguj się telefonem',
  qrHint: 'Zeskanuj kod telefonem.',
  numberHint: 'Zeskanuj kod lub wpisz numer w telefonie.',
  numberHintAt: 'Zeskanuj kod albo otwórz {address} w telefonie i wpisz numer.',
  accessNumber: (digits) => `Numer dostępu ${digits}`,
  qrLabel: 'Kod QR tej samej prośby',
  secondsLeft: (count) => `Pozostały czas: ${inSeconds(count)}`,
  numberShown: (digits, count) => `Numer dostępu ${digits}. Czas ważności: ${inSeconds(count)}.`,
  numberRenewed: (digits) => `Nowy numer dostępu ${digits}.`,
  numberExpired: 'Numer dostępu wygasł.',
  newNumber: 'Nowy numer',
  copyNumber: 'Kopiuj numer',
  copied: 'Skopiowano',
  scanned: 'Kod zeskanowany. Oczekiwanie na uwierzytelnienie…',
  authenticating: 'Trwa uwierzytelnianie…',
  declined: 'Logowanie zostało odrzucone na telefonie.',
  paused: 'Od dłuższego czasu nikogo tu nie było. Wyświetl nowy numer, aby kontynuować.',
  phoneSignedInAs: 'Zalogowano jako {userId}',
  notYou: 'To nie Ty?',
  signedOutThere: 'Wylogowano na telefonie.',
};
