import { plural } from '../plural.ts';
import type { SignInTexts } from '../texts.ts';

const n = plural('it');
const tries = (left: number) => n(left, { one: 'Resta # tentativo.', other: 'Restano # tentativi.' });

/** Italian for a returning person. */
export const texts: SignInTexts = {
  $code: 'it', $dir: 'ltr',

  starting: 'Caricamento…',
  back: 'Indietro',
  menu: 'Identità',
  close: 'Chiudi',
  deviceOn: (browser, platform) => `${browser} su ${platform}`,

  pinLabel: (digits) => `PIN, ${digits} cifre`,
  keypad: 'Tastierino',
  clear: 'Azzera',
  deleteDigit: 'Cancella l’ultima cifra',
  entered: (count, total) => `${count} di ${total} inserite`,
  empty: 'Vuoto',
  incomplete: (total) => `Inserisca tutte le ${total} cifre.`,
  shuffledKeys: 'Tasti mescolati',
  deviceKeyboard: 'Tastiera del dispositivo',
  byItself: 'Dopo l’ultima cifra si prosegue da soli.',

  enterPin: 'Inserisca il PIN',
  signInAs: (userId) => `Accedi come: ${userId}`,
  login: 'Accedi',
  forgot: 'PIN dimenticato?',
  withPhone: 'Accedi con il telefono',
  wrongPin: (left) => (left === undefined ? 'PIN errato!' : `PIN errato! ${tries(left)}`),
  checking: 'Accesso in corso…',
  pinReplaced: 'Il PIN è stato cambiato in un’altra scheda.',
  confirmWithPin: 'Confermi con il PIN',
  confirmNow: 'Conferma',
  confirmed: 'Confermato',

  signedInTitle: 'Accesso effettuato',
  signedInAs: 'come {userId}',
  signOut: 'Esci',

  revokedTitle: 'Il Suo M-Pin è stato revocato',
  revokedText: (count) => `Ha inserito un PIN errato ${n(count, { one: '# volta', other: '# volte' })}. {userId} non può più accedere su questo dispositivo.`,
  registerNew: 'Registra una nuova identità',
  backToList: 'Torna all’elenco delle identità',

  tryAgain: 'Riprova',
  tryAgainIn: (time) => `Riprova tra ${time}`,
  sendNew: 'Invia una nuova e-mail',
  registerAgain: 'Registrati di nuovo',
  setUpAgain: 'Configura di nuovo',
  support: (code) => `Codice per l’assistenza: ${code}`,

  troubles: {
    offline: ['Nessuna connessione', 'Il servizio non è raggiungibile. Controlli la connessione; si prosegue appena torna.'],
    server: ['Il servizio ha un problema', 'Non dipende da Lei e nulla è andato perso. Riprovi tra poco.'],
    'rate-limited': ['Troppi tentativi', 'Per la Sua sicurezza c’è una breve pausa. Poi potrà continuare.'],
    'session-expired': ['È passato troppo tempo', 'L’accesso è rimasto aperto troppo a lungo. Nessun tentativo è stato contato.'],
    unexpected: ['Qualcosa è andato storto', 'Non sarebbe dovuto accadere. Riprovi e, se continua, avvisi il gestore del sito.'],
  },
};
