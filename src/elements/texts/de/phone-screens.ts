import type { PhoneScreenTexts } from '../phone-screen-texts.ts';
import { plural } from '../plural.ts';

const n = plural('de');
const left = (tries: number | undefined) => (tries === undefined ? '' : ` ${n(tries, { one: 'Noch # Versuch.', other: 'Noch # Versuche.' })}`);

/** German for the phone's screens. */
export const texts: PhoneScreenTexts = {
  signInHere: 'Hier anmelden',
  setupPhoneTitle: 'Handy einrichten',
  setupPhoneHint: 'Scannen Sie diesen QR-Code, oder öffnen Sie diese Adresse auf Ihrem Handy:',
  setupPhoneQr: 'QR-Code dieser Adresse',
  setupPhoneNext: 'Ist Ihr Handy eingerichtet, geht es hier weiter.',
  signInWithPhone: 'Mit dem Handy anmelden',

  optionsTitle: 'Was möchten Sie tun?',
  signInWith: 'Mit dieser M-Pin anmelden',
  generateOtp: 'Einmalpasswort erzeugen',

  accessTitle: 'Zugangsnummer eingeben',
  accessHint: 'Das andere Gerät zeigt sie neben seinem QR-Code.',
  accessLabel: 'Zugangsnummer, 7 Ziffern',
  accessInvalid: (tries) => `Ungültige Zugangsnummer!${left(tries)}`,
  accessIncomplete: 'Geben Sie alle 7 Ziffern ein.',
  next: 'Weiter',
  scanQr: 'QR-Code scannen',

  requestTitle: 'Sind Sie das?',
  requestSigns: 'Ein anderes Gerät bittet um Ihre Unterschrift.',
  requestService: 'Dienst',
  requestOrigin: 'Website',
  requestDevice: 'Gerät',
  requestPlace: 'Ort',
  requestFor: 'Für',
  validFor: 'Gültig noch',
  otherNetwork: 'Das andere Gerät ist in einem anderen Netz als dieses Handy. Fahren Sie nur fort, wenn Sie es vor sich haben.',
  requestCheck: 'Fahren Sie nur fort, wenn Sie diese Anmeldung gerade auf dem anderen Gerät sehen.',
  proceed: 'Fortfahren',
  notMe: 'Das bin ich nicht',
  noIdentityHere: 'Hier ist noch keine Identität eingerichtet.',
  noIdentityHint: 'Schon in einem anderen Browser oder auf dem Startbildschirm eingerichtet? Öffnen Sie ihn dort, und geben Sie die Zugangsnummer ein.',
  requestDeclined: 'Abgelehnt',
  requestDeclinedHint: 'Niemand wurde angemeldet. Lehnen Sie jede Anfrage ab, die nicht von Ihnen stammt.',

  approvedTitle: 'Erfolg',
  approvedText: 'Sie sind auf dem anderen Gerät jetzt als {userId} angemeldet.',
  signedOutTitle: 'Abgemeldet',
  signedOutText: '{userId} ist auf dem anderen Gerät nicht mehr angemeldet.',
  signOutFailed: 'Das Abmelden ist nicht gelungen. Versuchen Sie es noch einmal, oder melden Sie sich auf dem anderen Gerät ab.',
  done: 'Fertig',

  addDeviceTitle: 'Gerät hinzufügen',
  addDeviceHint: 'Öffnen Sie diese Seite auf dem neuen Gerät, wählen Sie „Ich habe einen QuickCode“, und geben Sie Ihre E-Mail-Adresse und diesen Code ein:',
  quickCode: (digits) => `QuickCode ${digits}`,
  quickCodeExpired: 'Dieser QuickCode ist abgelaufen.',
  newQuickCode: 'Neuer QuickCode',
  quickCodeTitle: 'QuickCode eingeben',
  quickCodeEntry: 'Ein schon eingerichtetes Gerät zeigt ihn unter „Gerät hinzufügen“.',
  quickCodeLabel: 'QuickCode, 6 Ziffern',
  quickCodeWrong: (tries) => `Falscher QuickCode.${left(tries)}`,
  quickCodeIncomplete: 'Geben Sie alle 6 Ziffern ein.',
};
