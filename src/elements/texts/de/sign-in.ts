import { plural } from '../plural.ts';
import type { SignInTexts } from '../texts.ts';

const n = plural('de');

/** German for a returning person. */
export const texts: SignInTexts = {
  $code: 'de', $dir: 'ltr',

  starting: 'Wird geladen…',
  back: 'Zurück',
  menu: 'Identitäten',
  close: 'Schließen',
  deviceOn: (browser, platform) => `${browser} auf ${platform}`,

  pinLabel: (digits) => `PIN, ${digits} Ziffern`,
  keypad: 'Ziffernblock',
  clear: 'Leeren',
  deleteDigit: 'Letzte Ziffer löschen',
  entered: (count, total) => `${count} von ${total} eingegeben`,
  empty: 'Leer',
  pinReplaced: 'PIN in einem anderen Tab geändert.',
  incomplete: (total) => `Geben Sie alle ${total} Ziffern ein.`,
  shuffledKeys: 'Tasten gemischt',
  deviceKeyboard: 'Gerätetastatur',
  byItself: 'Nach der letzten Ziffer geht es von selbst weiter.',

  enterPin: 'PIN eingeben',
  signInAs: (userId) => `Anmelden als: ${userId}`,
  login: 'Anmelden',
  withPhone: 'Mit dem Handy anmelden',
  forgot: 'PIN vergessen?',
  wrongPin: (left) => (left === undefined ? 'Falsche PIN!' : `Falsche PIN! ${n(left, { one: 'Noch # Versuch.', other: 'Noch # Versuche.' })}`),
  checking: 'Anmeldung läuft…',
  confirmWithPin: 'Mit der PIN bestätigen',
  confirmNow: 'Bestätigen',
  confirmed: 'Bestätigt',

  signedInTitle: 'Sie sind angemeldet',
  signedInAs: 'als {userId}',
  signOut: 'Abmelden',

  revokedTitle: 'Ihre M-Pin wurde gesperrt',
  revokedText: (count) => `Sie haben die PIN ${n(count, { other: '#-mal' })} falsch eingegeben. {userId} kann sich auf diesem Gerät nicht mehr anmelden.`,
  registerNew: 'Neu registrieren',
  backToList: 'Zur Liste der Identitäten',

  tryAgain: 'Noch einmal versuchen',
  tryAgainIn: (time) => `Noch einmal versuchen in ${time}`,
  sendNew: 'Neue E-Mail schicken',
  registerAgain: 'Neu registrieren',
  setUpAgain: 'Neu einrichten',
  support: (code) => `Code für den Support: ${code}`,

  troubles: {
    offline: ['Keine Verbindung', 'Der Dienst ist nicht erreichbar. Prüfen Sie Ihre Verbindung; es geht weiter, sobald sie wieder da ist.'],
    server: ['Der Dienst hat ein Problem', 'Es liegt nicht an Ihnen, und nichts ging verloren. Versuchen Sie es gleich noch einmal.'],
    'rate-limited': ['Zu viele Versuche', 'Zu Ihrer Sicherheit gibt es eine kurze Pause. Danach geht es weiter.'],
    'session-expired': ['Das hat zu lange gedauert', 'Die Anmeldung war zu lange offen. Es wurde kein Versuch gezählt.'],
    unexpected: ['Etwas ist schiefgegangen', 'Das hätte nicht passieren dürfen. Versuchen Sie es noch einmal, und sagen Sie es dem Betreiber, wenn es so bleibt.'],
  },
};
