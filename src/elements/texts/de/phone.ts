import type { PhoneTexts } from '../phone-texts.ts';
import { seconds } from '../plural.ts';

const inSeconds = seconds('de');

/** German for signing in by phone. */
export const texts: PhoneTexts = {
  phoneTitle: 'Mit dem Handy anmelden',
  qrHint: 'Scannen Sie den Code mit dem Handy.',
  numberHint: 'Scannen Sie den Code, oder geben Sie die Nummer im Handy ein.',
  numberHintAt: 'Scannen Sie den Code, oder geben Sie die Nummer am Handy auf {address} ein.',
  accessNumber: (digits) => `Zugangsnummer ${digits}`,
  qrLabel: 'QR-Code derselben Anfrage',
  secondsLeft: (count) => `noch ${inSeconds(count)}`,
  numberShown: (digits, count) => `Zugangsnummer ${digits}. Sie gilt ${inSeconds(count)}.`,
  numberRenewed: (digits) => `Neue Zugangsnummer ${digits}.`,
  numberExpired: 'Die Zugangsnummer ist abgelaufen.',
  newNumber: 'Neue Nummer',
  copyNumber: 'Nummer kopieren',
  copied: 'Kopiert',
  scanned: 'Code gescannt. Warten auf die Anmeldung…',
  authenticating: 'Wird angemeldet…',
  declined: 'Die Anmeldung wurde auf dem Handy abgelehnt.',
  paused: 'Hier war länger niemand. Mit einer neuen Nummer geht es weiter.',
  phoneSignedInAs: 'Angemeldet als {userId}',
  notYou: 'Nicht Sie?',
  signedOutThere: 'Sie wurden auf dem Handy abgemeldet.',
};
