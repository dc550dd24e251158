import { plural } from '../plural.ts';
import type { SignInTexts } from '../texts.ts';

const n = plural('nl');
const tries = (left: number) => n(left, { one: 'Nog # poging.', other: 'Nog # pogingen.' });

/** Dutch for a returning person. */
export const texts: SignInTexts = {
  $code: 'nl', $dir: 'ltr',

  starting: 'Laden…',
  back: 'Terug',
  menu: 'Identiteiten',
  close: 'Sluiten',
  deviceOn: (browser, platform) => `${browser} op ${platform}`,

  pinLabel: (digits) => `Pincode, ${digits} cijfers`,
  keypad: 'Cijfertoetsen',
  clear: 'Wissen',
  deleteDigit: 'Laatste cijfer wissen',
  entered: (count, total) => `${count} van ${total} ingevoerd`,
  empty: 'Leeg',
  incomplete: (total) => `Voer alle ${total} cijfers in.`,
  shuffledKeys: 'Toetsen gehusseld',
  deviceKeyboard: 'Toetsenbord van het apparaat',
  byItself: 'Na het laatste cijfer gaat het vanzelf verder.',

  enterPin: 'Voer uw pincode in',
  signInAs: (userId) => `Inloggen als: ${userId}`,
  login: 'Inloggen',
  forgot: 'Pincode vergeten?',
  withPhone: 'Inloggen met de telefoon',
  wrongPin: (left) => (left === undefined ? 'Onjuiste pincode!' : `Onjuiste pincode! ${tries(left)}`),
  checking: 'Bezig met inloggen…',
  pinReplaced: 'Uw pincode is in een ander tabblad gewijzigd.',
  confirmWithPin: 'Bevestig met uw pincode',
  confirmNow: 'Bevestigen',
  confirmed: 'Bevestigd',

  signedInTitle: 'U bent ingelogd',
  signedInAs: 'als {userId}',
  signOut: 'Uitloggen',

  revokedTitle: 'Uw M-Pin is ingetrokken',
  revokedText: (count) => `U hebt de pincode ${n(count, { other: '# keer' })} onjuist ingevoerd. {userId} kan op dit apparaat niet meer inloggen.`,
  registerNew: 'Nieuwe identiteit registreren',
  backToList: 'Terug naar de lijst met identiteiten',

  tryAgain: 'Opnieuw proberen',
  tryAgainIn: (time) => `Opnieuw proberen over ${time}`,
  sendNew: 'Nieuwe e-mail sturen',
  registerAgain: 'Opnieuw registreren',
  setUpAgain: 'Opnieuw instellen',
  support: (code) => `Code voor de helpdesk: ${code}`,

  troubles: {
    offline: ['Geen verbinding', 'De dienst is niet bereikbaar. Controleer uw verbinding; we gaan verder zodra die terug is.'],
    server: ['De dienst heeft een probleem', 'Het ligt niet aan u en er is niets verloren. Probeer het zo weer.'],
    'rate-limited': ['Te veel pogingen', 'Voor uw veiligheid is er een korte pauze. Daarna kunt u verder.'],
    'session-expired': ['Dat duurde te lang', 'Het inloggen stond te lang open. Er is geen poging geteld.'],
    unexpected: ['Er ging iets mis', 'Dit had niet mogen gebeuren. Probeer het opnieuw en meld het de beheerder van deze site als het blijft.'],
  },
};
