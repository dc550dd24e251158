import { plural } from '../plural.ts';
import type { SignInTexts } from '../texts.ts';

const n = plural('pl');
const tries = (left: number) => n(left, { one: 'Pozostała # próba.', few: 'Pozostały # próby.', other: 'Pozostało # prób.' });

/** Polish for a returning person. */
export const texts: SignInTexts = {
  $code: 'pl', $dir: 'ltr',

  starting: 'Ładowanie…',
  back: 'Wstecz',
  menu: 'Tożsamości',
  close: 'Zamknij',
  deviceOn: (browser, platform) => `${browser} w systemie ${platform}`,

  pinLabel: (digits) => `PIN, ${n(digits, { one: '# cyfra', few: '# cyfry', other: '# cyfr' })}`,
  keypad: 'Klawiatura numeryczna',
  clear: 'Wyczyść',
  deleteDigit: 'Usuń ostatnią cyfrę',
  entered: (count, total) => `Wpisano ${count} z ${total}`,
  empty: 'Puste',
  incomplete: (total) => `Wpisz cały PIN. Liczba cyfr: ${total}.`,
  shuffledKeys: 'Klawisze wymieszane',
  deviceKeyboard: 'Klawiatura urządzenia',
  byItself: 'Po ostatniej cyfrze przejdziemy dalej.',

  enterPin: 'Wpisz PIN',
  signInAs: (userId) => `Zaloguj się jako: ${userId}`,
  login: 'Zaloguj się',
  forgot: 'Nie pamiętasz PIN-u?',
  withPhone: 'Zaloguj się telefonem',
  wrongPin: (left) => (left === undefined ? 'Błędny PIN!' : `Błędny PIN! ${tries(left)}`),
  checking: 'Trwa logowanie…',
  pinReplaced: 'PIN został zmieniony w innej karcie.',
  confirmWithPin: 'Potwierdź PIN-em',
  confirmNow: 'Potwierdź',
  confirmed: 'Potwierdzono',

  signedInTitle: 'Zalogowano',
  signedInAs: 'jako {userId}',
  signOut: 'Wyloguj się',

  revokedTitle: 'Twój M-Pin został unieważniony',
  revokedText: (count) => `Wpisano błędny PIN ${n(count, { one: '# raz', other: '# razy' })}. {userId} nie może się już logować na tym urządzeniu.`,
  registerNew: 'Zarejestruj nową tożsamość',
  backToList: 'Wróć do listy tożsamości',

  tryAgain: 'Spróbuj ponownie',
  tryAgainIn: (time) => `Spróbuj ponownie za ${time}`,
  sendNew: 'Wyślij nową wiadomość',
  registerAgain: 'Zarejestruj ponownie',
  setUpAgain: 'Skonfiguruj ponownie',
  support: (code) => `Kod dla pomocy technicznej: ${code}`,

  troubles: {
    offline: ['Brak połączenia', 'Nie możemy połączyć się z usługą. Sprawdź połączenie; wznowimy, gdy tylko wróci.'],
    server: ['Usługa ma problem', 'To nie Twoja wina i nic nie przepadło. Spróbuj ponownie za chwilę.'],
    'rate-limited': ['Zbyt wiele prób', 'Dla Twojego bezpieczeństwa jest krótka przerwa. Potem możesz kontynuować.'],
    'session-expired': ['To trwało zbyt długo', 'Logowanie było otwarte zbyt długo. Nie policzyliśmy żadnej próby.'],
    unexpected: ['Coś poszło nie tak', 'To nie powinno się zdarzyć. Spróbuj ponownie, a jeśli się powtórzy, powiadom właściciela witryny.'],
  },
};
