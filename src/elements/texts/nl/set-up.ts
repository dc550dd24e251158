import { plural } from '../plural.ts';
import type { SetUpTexts } from '../texts.ts';

const n = plural('nl');

/** Dutch for setting an identity up. */
export const texts: SetUpTexts = {
  homeTitle: 'Kies hoe u wilt inloggen',
  browserWay: 'Inloggen met de browser',
  browserHint: 'Met een pincode op dit apparaat',
  phoneWay: 'Inloggen met de telefoon',
  phoneHint: 'Op deze computer blijft niets achter',
  setupPhone: 'Uw telefoon instellen',
  haveQuickCode: 'Ik heb een QuickCode',

  addTitle: 'Identiteit toevoegen',
  email: 'E-mailadres',
  userId: 'Gebruikersnaam',
  deviceName: 'Naam van het apparaat',
  emailMissing: 'Voer uw e-mailadres in.',
  emailInvalid: 'Dit e-mailadres is niet volledig.',
  userIdMissing: 'Vul dit veld in.',
  userIdInvalid: 'Dit is hier niet bekend. Controleer de spelling.',
  deviceMissing: 'Geef dit apparaat een naam.',
  deviceInvalid: 'Gebruik letters, cijfers en spaties.',
  tooLong: (most) => `Te lang: hoogstens ${most} tekens.`,
  setupMpin: 'M-Pin instellen',

  confirmTitle: 'Kijk in uw e-mail',
  mailSent: 'We hebben u een e-mail gestuurd naar: {userId}.',
  openAnywhere: 'Open de link daarin, op een willekeurig apparaat.',
  openAndChoose: 'Open hem op een willekeurig apparaat. Wordt om een getal gevraagd, kies dan:',
  openHere: 'Open de link daarin, in deze browser.',
  matchNumber: (digits) => `Uw getal is ${digits}.`,
  typeCode: (digits) => `Voer de ${digits} cijfers daaruit in.`,
  codeLabel: 'Code uit de e-mail',
  waiting: 'We wachten op uw bevestiging…',
  notYet: 'Nog niet bevestigd. Open eerst de link in de e-mail.',
  sentAgain: 'We hebben de e-mail opnieuw gestuurd.',
  waitOffline: 'De verbinding is weg. We blijven het proberen.',
  codeWrong: (left) => (left === undefined ? 'Onjuiste code.' : `Onjuiste code. ${n(left, { one: 'Nog # poging.', other: 'Nog # pogingen.' })}`),
  iConfirmed: 'Ik heb mijn e-mail bevestigd',
  confirmCode: 'Bevestigen',
  resend: 'Bevestigingsmail opnieuw sturen',
  resendIn: (time) => `Opnieuw sturen over ${time}`,
  changeAddress: 'Adres wijzigen',
  toIdentities: 'Naar de lijst met identiteiten',

  chooseTitle: 'Kies uw pincode',
  againTitle: 'Herhaal uw pincode',
  advice: 'Laat niemand meekijken. Schrijf hem niet op.',
  againHint: 'Nog een keer dezelfde pincode.',
  setup: 'Instellen',
  easyPin: 'Makkelijk te raden! Kies een andere, of herhaal hem om hem te houden.',
  easyPinRefused: 'Makkelijk te raden! Kies een andere pincode.',
  differentPin: 'Dat waren twee verschillende pincodes. Begin opnieuw.',
  settingUp: 'Bezig met instellen…',

  congratulations: 'Gefeliciteerd!',
  canSignIn: '{userId} kan nu met een pincode inloggen op dit apparaat.',
  signInNow: 'Nu inloggen',
};
