import type { PhoneTexts } from '../phone-texts.ts';
import { seconds } from '../plural.ts';

const inSeconds = seconds('ro');

/** Romanian for signing in by phone. */
export const texts: PhoneTexts = {
  phoneTitle: 'Conectare cu telefonul',
  qrHint: 'Scanați codul cu telefonul.',
  numberHint: 'Scanați codul sau introduceți numărul în telefon.',
  numberHintAt: 'Scanați codul sau deschideți {address} pe telefon și introduceți numărul.',
  accessNumber: (digits) => `Număr de acces ${digits}`,
  qrLabel: 'Codul QR al aceleiași cereri',
  secondsLeft: (count) => `Timp rămas: ${inSeconds(count)}`,
  numberShown: (digits, count) => `Număr de acces ${digits}. Este valabil ${inSeconds(count)}.`,
  numberRenewed: (digits) => `Număr de acces nou ${digits}.`,
  numberExpired: 'Numărul de acces a expirat.',
  newNumber: 'Număr nou',
  copyNumber: 'Copiază numărul',
  copied: 'Copiat',
  scanned: 'Cod scanat. Se așteaptă autentificarea…',
  authenticating: 'Se face autentificarea…',
  declined: 'Conectarea a fost refuzată pe telefon.',
  paused: 'De ceva timp nu a fost nimeni aici. Afișați un număr nou pentru a continua.',
  phoneSignedInAs: 'Conectat ca {userId}',
  notYou: 'Nu sunteți dumneavoastră?',
  signedOutThere: 'Ați fost deconectat de pe telefon.',
};
