import { plural } from '../plural.ts';
import type { SignInTexts } from '../texts.ts';

const n = plural('ro');
const tries = (left: number) => n(left, { one: 'A mai rămas # încercare.', few: 'Au mai rămas # încercări.', other: 'Au mai rămas # de încercări.' });

/** Romanian for a returning person. */
export const texts: SignInTexts = {
  $code: 'ro', $dir: 'ltr',

  starting: 'Se încarcă…',
  back: 'Înapoi',
  menu: 'Identități',
  close: 'Închide',
  deviceOn: (browser, platform) => `${browser} pe ${platform}`,

  pinLabel: (digits) => `PIN, ${digits} cifre`,
  keypad: 'Tastatură numerică',
  clear: 'Golește',
  deleteDigit: 'Șterge ultima cifră',
  entered: (count, total) => `${count} din ${total} introduse`,
  empty: 'Gol',
  incomplete: (total) => `Introduceți toate cele ${total} cifre.`,
  shuffledKeys: 'Taste amestecate',
  deviceKeyboard: 'Tastatura dispozitivului',
  byItself: 'După ultima cifră se continuă automat.',

  enterPin: 'Introduceți PIN-ul',
  signInAs: (userId) => `Conectare ca: ${userId}`,
  login: 'Conectare',
  forgot: 'Ați uitat PIN-ul?',
  withPhone: 'Conectare cu telefonul',
  wrongPin: (left) => (left === undefined ? 'PIN incorect!' : `PIN incorect! ${tries(left)}`),
  checking: 'Se face conectarea…',
  pinReplaced: 'PIN-ul a fost schimbat în altă filă.',
  confirmWithPin: 'Confirmați cu PIN-ul',
  confirmNow: 'Confirmă',
  confirmed: 'Confirmat',

  signedInTitle: 'Sunteți conectat',
  signedInAs: 'ca {userId}',
  signOut: 'Deconectare',

  revokedTitle: 'M-Pin-ul a fost revocat',
  revokedText: (count) => `Ați introdus un PIN incorect ${n(count, { one: 'o dată', few: 'de # ori', other: 'de # de ori' })}. {userId} nu se mai poate conecta pe acest dispozitiv.`,
  registerNew: 'Înregistrează o identitate nouă',
  backToList: 'Înapoi la lista de identități',

  tryAgain: 'Încearcă din nou',
  tryAgainIn: (time) => `Încearcă din nou în ${time}`,
  sendNew: 'Trimite un e-mail nou',
  registerAgain: 'Înregistrare din nou',
  setUpAgain: 'Configurează din nou',
  support: (code) => `Cod pentru asistență: ${code}`,

  troubles: {
    offline: ['Fără conexiune', 'Serviciul nu poate fi contactat. Verificați conexiunea; continuăm de îndată ce revine.'],
    server: ['Serviciul are o problemă', 'Nu e vina dumneavoastră și nu s-a pierdut nimic. Încercați din nou peste puțin timp.'],
    'rate-limited': ['Prea multe încercări', 'Pentru siguranța dumneavoastră este o scurtă pauză. Apoi puteți continua.'],
    'session-expired': ['A durat prea mult', 'Conectarea a rămas deschisă prea mult timp. Nu s-a numărat nicio încercare.'],
    unexpected: ['Ceva nu a mers bine', 'Acest lucru nu trebuia să se întâmple. Încercați din nou și anunțați proprietarul site-ului dacă persistă.'],
  },
};
