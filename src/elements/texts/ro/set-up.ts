import { plural } from '../plural.ts';
import type { SetUpTexts } from '../texts.ts';

const n = plural('ro');

/** Romanian for setting an identity up. */
export const texts: SetUpTexts = {
  homeTitle: 'Alegeți cum vă conectați',
  browserWay: 'Conectare cu browserul',
  browserHint: 'Cu un PIN pe acest dispozitiv',
  phoneWay: 'Conectare cu telefonul',
  phoneHint: 'Nimic nu rămâne pe acest computer',
  setupPhone: 'Configurează telefonul',
  haveQuickCode: 'Am un QuickCode',

  addTitle: 'Adaugă o identitate',
  email: 'Adresă de e-mail',
  userId: 'Identificator de utilizator',
  deviceName: 'Numele dispozitivului',
  emailMissing: 'Introduceți adresa de e-mail.',
  emailInvalid: 'Adresa de e-mail nu este completă.',
  userIdMissing: 'Completați acest câmp.',
  userIdInvalid: 'Nu este cunoscut aici. Verificați cum este scris.',
  deviceMissing: 'Dați un nume acestui dispozitiv.',
  deviceInvalid: 'Folosiți litere, cifre și spații.',
  tooLong: (most) => `Prea lung. Numărul maxim de caractere: ${most}.`,
  setupMpin: 'Configurează M-Pin',

  confirmTitle: 'Verificați e-mailul',
  mailSent: 'V-am trimis un e-mail la: {userId}.',
  openAnywhere: 'Deschideți linkul din el, pe orice dispozitiv.',
  openAndChoose: 'Deschideți-l pe orice dispozitiv. Dacă vi se cere un număr, alegeți:',
  openHere: 'Deschideți linkul din el, în acest browser.',
  matchNumber: (digits) => `Numărul dumneavoastră este ${digits}.`,
  typeCode: (digits) => `Introduceți cele ${digits} cifre din el.`,
  codeLabel: 'Codul din e-mail',
  waiting: 'Așteptăm confirmarea dumneavoastră…',
  notYet: 'Încă neconfirmat. Deschideți mai întâi linkul din e-mail.',
  sentAgain: 'Am trimis din nou e-mailul.',
  waitOffline: 'Conexiunea s-a pierdut. Încercăm în continuare.',
  codeWrong: (left) => (left === undefined ? 'Cod incorect.' : `Cod incorect. ${n(left, { one: 'A mai rămas # încercare.', few: 'Au mai rămas # încercări.', other: 'Au mai rămas # de încercări.' })}`),
  iConfirmed: 'Am confirmat e-mailul',
  confirmCode: 'Confirmă',
  resend: 'Retrimite e-mailul de confirmare',
  resendIn: (time) => `Retrimite în ${time}`,
  changeAddress: 'Schimbă adresa',
  toIdentities: 'La lista de identități',

  chooseTitle: 'Alegeți PIN-ul',
  againTitle: 'Repetați PIN-ul',
  advice: 'Nu-l arătați nimănui. Nu-l notați.',
  againHint: 'Același PIN încă o dată.',
  setup: 'Configurează',
  easyPin: 'Ușor de ghicit! Alegeți altul sau repetați-l pentru a-l păstra.',
  easyPinRefused: 'Ușor de ghicit! Alegeți alt PIN.',
  differentPin: 'Au fost două PIN-uri diferite. Luați-o de la capăt.',
  settingUp: 'Se configurează…',

  congratulations: 'Felicitări!',
  canSignIn: '{userId} se poate conecta acum cu un PIN pe acest dispozitiv.',
  signInNow: 'Conectare acum',
};
