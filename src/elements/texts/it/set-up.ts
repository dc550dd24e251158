import { plural } from '../plural.ts';
import type { SetUpTexts } from '../texts.ts';

const n = plural('it');

/** Italian for setting an identity up. */
export const texts: SetUpTexts = {
  homeTitle: 'Scelga come accedere',
  browserWay: 'Accedi con il browser',
  browserHint: 'Con un PIN su questo dispositivo',
  phoneWay: 'Accedi con il telefono',
  phoneHint: 'Su questo computer non resta nulla',
  setupPhone: 'Configura il telefono',
  haveQuickCode: 'Ho un QuickCode',

  addTitle: 'Aggiungi un’identità',
  email: 'Indirizzo e-mail',
  userId: 'Identificativo utente',
  deviceName: 'Nome del dispositivo',
  emailMissing: 'Inserisca il Suo indirizzo e-mail.',
  emailInvalid: 'L’indirizzo e-mail non è completo.',
  userIdMissing: 'Compili questo campo.',
  userIdInvalid: 'Qui non è noto. Controlli come è scritto.',
  deviceMissing: 'Dia un nome a questo dispositivo.',
  deviceInvalid: 'Usi lettere, cifre e spazi.',
  tooLong: (most) => `Troppo lungo: al massimo ${most} caratteri.`,
  setupMpin: 'Configura M-Pin',

  confirmTitle: 'Controlli la Sua e-mail',
  mailSent: 'Le abbiamo inviato un’e-mail a: {userId}.',
  openAnywhere: 'Apra il link che contiene, su qualsiasi dispositivo.',
  openAndChoose: 'La apra su qualsiasi dispositivo. Se chiede un numero, scelga:',
  openHere: 'Apra il link che contiene, in questo browser.',
  matchNumber: (digits) => `Il Suo numero è ${digits}.`,
  typeCode: (digits) => `Inserisca le ${digits} cifre che contiene.`,
  codeLabel: 'Codice dell’e-mail',
  waiting: 'In attesa della Sua conferma…',
  notYet: 'Non ancora confermato. Apra prima il link nell’e-mail.',
  sentAgain: 'Abbiamo inviato di nuovo l’e-mail.',
  waitOffline: 'La connessione è caduta. Continuiamo a provare.',
  codeWrong: (left) => (left === undefined ? 'Codice errato.' : `Codice errato. ${n(left, { one: 'Resta # tentativo.', other: 'Restano # tentativi.' })}`),
  iConfirmed: 'Ho confermato l’e-mail',
  confirmCode: 'Conferma',
  resend: 'Invia di nuovo l’e-mail di conferma',
  resendIn: (time) => `Invia di nuovo tra ${time}`,
  changeAddress: 'Cambia indirizzo',
  toIdentities: 'Vai all’elenco delle identità',

  chooseTitle: 'Scelga il Suo PIN',
  againTitle: 'Ripeta il PIN',
  advice: 'Non lo mostri a nessuno. Non lo scriva.',
  againHint: 'Lo stesso PIN ancora una volta.',
  setup: 'Configura',
  easyPin: 'Facile da indovinare! Ne scelga un altro, o lo ripeta per tenerlo.',
  easyPinRefused: 'Facile da indovinare! Scelga un altro PIN.',
  differentPin: 'I due PIN erano diversi. Ricominci.',
  settingUp: 'Configurazione in corso…',

  congratulations: 'Congratulazioni!',
  canSignIn: '{userId} ora può accedere con un PIN su questo dispositivo.',
  signInNow: 'Accedi ora',
};
