import { plural } from '../plural.ts';
import type { SetUpTexts } from '../texts.ts';

const n = plural('pl');

/** Polish for setting an identity up. */
export const texts: SetUpTexts = {
  homeTitle: 'Wybierz sposób logowania',
  browserWay: 'Zaloguj się w przeglądarce',
  browserHint: 'PIN-em na tym urządzeniu',
  phoneWay: 'Zaloguj się telefonem',
  phoneHint: 'Na tym komputerze nic nie pozostanie',
  setupPhone: 'Skonfiguruj telefon',
  haveQuickCode: 'Mam QuickCode',

  addTitle: 'Dodaj tożsamość',
  email: 'Adres e-mail',
  userId: 'Identyfikator użytkownika',
  deviceName: 'Nazwa urządzenia',
  emailMissing: 'Wpisz swój adres e-mail.',
  emailInvalid: 'Ten adres e-mail jest niepełny.',
  userIdMissing: 'Wypełnij to pole.',
  userIdInvalid: 'Nie znamy tego tutaj. Sprawdź pisownię.',
  deviceMissing: 'Nazwij to urządzenie.',
  deviceInvalid: 'Użyj liter, cyfr i spacji.',
  tooLong: (most) => `Za długie. Maksymalna liczba znaków: ${most}.`,
  setupMpin: 'Skonfiguruj M-Pin',

  confirmTitle: 'Sprawdź pocztę e-mail',
  mailSent: 'Wysłaliśmy wiadomość na adres: {userId}.',
  openAnywhere: 'Otwórz zawarty w niej link na dowolnym urządzeniu.',
  openAndChoose: 'Otwórz ją na dowolnym urządzeniu. Jeśli zapyta o liczbę, wybierz:',
  openHere: 'Otwórz zawarty w niej link w tej przeglądarce.',
  matchNumber: (digits) => `Twoja liczba to ${digits}.`,
  typeCode: (digits) => `Wpisz z niej kod. Liczba cyfr: ${digits}.`,
  codeLabel: 'Kod z wiadomości',
  waiting: 'Czekamy na Twoje potwierdzenie…',
  notYet: 'Jeszcze nie potwierdzono. Najpierw otwórz link z wiadomości.',
  sentAgain: 'Wysłaliśmy wiadomość ponownie.',
  waitOffline: 'Połączenie zostało przerwane. Próbujemy dalej.',
  codeWrong: (left) => (left === undefined ? 'Błędny kod.' : `Błędny kod. ${n(left, { one: 'Pozostała # próba.', few: 'Pozostały # próby.', other: 'Pozostało # prób.' })}`),
  iConfirmed: 'Adres e-mail potwierdzony',
  confirmCode: 'Potwierdź',
  resend: 'Wyślij wiadomość ponownie',
  resendIn: (time) => `Wyślij ponownie za ${time}`,
  changeAddress: 'Zmień adres',
  toIdentities: 'Przejdź do listy tożsamości',

  chooseTitle: 'Wybierz PIN',
  againTitle: 'Wpisz PIN jeszcze raz',
  advice: 'Nie pokazuj go nikomu. Nie zapisuj go.',
  againHint: 'Jeszcze raz ten sam PIN.',
  setup: 'Skonfiguruj',
  easyPin: 'Łatwy do odgadnięcia! Wybierz inny albo powtórz, aby go zachować.',
  easyPinRefused: 'Łatwy do odgadnięcia! Wybierz inny PIN.',
  differentPin: 'To były dwa różne PIN-y. Zacznij od nowa.',
  settingUp: 'Trwa konfiguracja…',

  congratulations: 'Gratulacje!',
  canSignIn: '{userId} może się teraz logować PIN-em na tym urządzeniu.',
  signInNow: 'Zaloguj się teraz',
};
