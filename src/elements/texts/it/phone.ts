import type { PhoneTexts } from '../phone-texts.ts';
import { seconds } from '../plural.ts';

const inSeconds = seconds('it');

/** Italian for signing in by phone. */
export const texts: PhoneTexts = {
  phoneTitle: 'Accedi con il telefono',
  qrHint: 'Inquadri il codice con il telefono.',
  numberHint: 'Inquadri il codice o inserisca il numero nel telefono.',
  numberHintAt: 'Inquadri il codice o apra {address} sul telefono e inserisca il numero.',
  accessNumber: (digits) => `Numero di accesso ${digits}`,
  qrLabel: 'Codice QR della stessa richiesta',
  secondsLeft: (count) => `Tempo rimasto: ${inSeconds(count)}`,
  numberShown: (digits, count) => `Numero di accesso ${digits}. È valido per ${inSeconds(count)}.`,
  numberRenewed: (digits) => `Nuovo numero di accesso ${digits}.`,
  numberExpired: 'Il numero di accesso è scaduto.',
  newNumber: 'Nuovo numero',
  copyNumber: 'Copia il numero',
  copied: 'Copiato',
  scanned: 'Codice letto. In attesa dell’autenticazione…',
  authenticating: 'Autenticazione in corso…',
  declined: 'L’accesso è stato rifiutato sul telefono.',
  paused: 'Da un po’ qui non c’è nessuno. Mostri un nuovo numero per continuare.',
  phoneSignedInAs: 'Accesso effettuato come {userId}',
  notYou: 'Non è Lei?',
  signedOutThere: 'L’uscita è avvenuta dal telefono.',
};
