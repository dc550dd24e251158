import type { IdentityTexts } from '../texts.ts';

/** Polish for the identities of a device, and for what is done with one. */
export const texts: IdentityTexts = {
  cancel: 'Anuluj',

  resetTitle: 'Nie pamiętasz PIN-u?',
  resetQuestion: 'Czy na pewno chcesz ponownie aktywować tę tożsamość M-Pin?',
  resetHint: 'Wyślemy wiadomość na {userId}, a Ty wybierzesz nowy PIN. Do tego czasu działa stary.',
  resetYes: 'Tak, aktywuj ponownie',
  resetHintUnusable: 'Wyślemy wiadomość na {userId}, a Ty wybierzesz nowy PIN.',

  editTitle: 'Edytuj tożsamość',
  editIdentity: (userId) => `Edytuj ${userId}`,
  resetPin: 'Zresetuj PIN',
  removeIdentity: 'Usuń tożsamość',
  addDevice: 'Dodaj urządzenie',
  save: 'Zapisz',
  removeTitle: 'Usuń tożsamość',
  removeQuestion: 'Czy na pewno chcesz usunąć tę tożsamość M-Pin z tej przeglądarki?',
  removeHint: '{userId} nie będzie już mógł się tu logować. Inne urządzenia działają bez zmian.',
  removeYes: 'Tak, usuń',

  signTitle: 'Co podpisujesz',
  signHint: 'Najpierw to przeczytaj. Twój PIN podpisuje dokładnie to.',
  fingerprint: 'Odcisk (SHA-256)',
  signNext: 'Przejdź do podpisu',

  listTitle: 'Zmień tożsamość',
  addNew: 'Dodaj nową tożsamość',
  noIdentities: 'W tej przeglądarce nie ma jeszcze żadnej tożsamości.',
  removed: 'Usunięto: {userId}.',
  renamed: 'Zmieniono nazwę urządzenia: {userId}.',
  lastUsed: (when) => `Użyto: ${when}`,
  notActive: 'Jeszcze niepotwierdzona',
  revoked: 'Unieważniona',
  expired: 'Wygasła',
  damaged: 'Wymaga ponownej konfiguracji',
  revokedElsewhere: '{userId} nie może się już logować na tym urządzeniu: PIN wpisano błędnie zbyt wiele razy albo dostęp cofnięto gdzie indziej. Aby kontynuować, zarejestruj się ponownie.',
};
