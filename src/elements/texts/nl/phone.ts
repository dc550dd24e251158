import type { PhoneTexts } from '../phone-texts.ts';
import { seconds } from '../plural.ts';

const inSeconds = seconds('nl');

/** Dutch for signing in by phone. */
export const texts: PhoneTexts = {
  phoneTitle: 'Inloggen met uw telefoon',
  qrHint: 'Scan de code met uw telefoon.',
  numberHint: 'Scan de code, of voer het nummer in op uw telefoon.',
  numberHintAt: 'Scan de code, of open {address} op uw telefoon en voer het nummer in.',
  accessNumber: (digits) => `Toegangsnummer ${digits}`,
  qrLabel: 'QR-code van hetzelfde verzoek',
  secondsLeft: (count) => `Nog ${inSeconds(count)}`,
  numberShown: (digits, count) => `Toegangsnummer ${digits}. Het is ${inSeconds(count)} geldig.`,
  numberRenewed: (digits) => `Nieuw toegangsnummer ${digits}.`,
  numberExpired: 'Het toegangsnummer is verlopen.',
  newNumber: 'Nieuw nummer',
  copyNumber: 'Nummer kopiëren',
  copied: 'Gekopieerd',
  scanned: 'Code gescand. Wachten op bevestiging…',
  authenticating: 'Bezig met verifiëren…',
  declined: 'Het inloggen is op de telefoon geweigerd.',
  paused: 'Er was hier een tijd niemand. Toon een nieuw nummer om verder te gaan.',
  phoneSignedInAs: 'Ingelogd als {userId}',
  notYou: 'Bent u dit niet?',
  signedOutThere: 'U bent op de telefoon uitgelogd.',
};
