import { plural } from '../plural.ts';
import type { SetUpTexts } from '../texts.ts';

const n = plural('de');

/** German for setting an identity up. */
export const texts: SetUpTexts = {
  homeTitle: 'Wie möchten Sie sich anmelden?',
  browserWay: 'Mit dem Browser anmelden',
  browserHint: 'Mit einer PIN auf diesem Gerät',
  phoneWay: 'Mit dem Handy anmelden',
  phoneHint: 'Auf diesem Computer bleibt nichts zurück',
  setupPhone: 'Handy einrichten',

  addTitle: 'Identität hinzufügen',
  email: 'E-Mail-Adresse',
  userId: 'Benutzerkennung',
  deviceName: 'Gerätename',
  emailMissing: 'Geben Sie Ihre E-Mail-Adresse ein.',
  emailInvalid: 'Das ist keine vollständige E-Mail-Adresse.',
  userIdMissing: 'Füllen Sie dieses Feld aus.',
  userIdInvalid: 'Das ist hier nicht bekannt. Prüfen Sie die Schreibweise.',
  deviceMissing: 'Geben Sie diesem Gerät einen Namen.',
  deviceInvalid: 'Verwenden Sie Buchstaben, Ziffern und Leerzeichen.',
  tooLong: (most) => `Zu lang: höchstens ${most} Zeichen.`,
  setupMpin: 'M-Pin einrichten',
  haveQuickCode: 'Ich habe einen QuickCode',

  confirmTitle: 'Sehen Sie in Ihre E-Mails',
  mailSent: 'Wir haben Ihnen eine E-Mail geschickt an: {userId}.',
  openAnywhere: 'Öffnen Sie den Link darin, auf einem beliebigen Gerät.',
  openAndChoose: 'Öffnen Sie sie auf einem beliebigen Gerät. Fragt sie nach einer Zahl, wählen Sie:',
  openHere: 'Öffnen Sie den Link darin in diesem Browser.',
  matchNumber: (digits) => `Ihre Zahl ist ${digits}.`,
  typeCode: (digits) => `Geben Sie die ${digits} Ziffern daraus ein.`,
  codeLabel: 'Code aus der E-Mail',
  waiting: 'Wir warten auf Ihre Bestätigung…',
  notYet: 'Noch nicht bestätigt. Öffnen Sie zuerst den Link in der E-Mail.',
  sentAgain: 'Wir haben die E-Mail noch einmal geschickt.',
  waitOffline: 'Die Verbindung ist weg. Wir versuchen es weiter.',
  codeWrong: (left) => (left === undefined ? 'Falscher Code.' : `Falscher Code. ${n(left, { one: 'Noch # Versuch.', other: 'Noch # Versuche.' })}`),
  iConfirmed: 'Ich habe bestätigt',
  confirmCode: 'Bestätigen',
  resend: 'E-Mail noch einmal schicken',
  resendIn: (time) => `Noch einmal schicken in ${time}`,
  changeAddress: 'Adresse ändern',
  toIdentities: 'Zur Liste der Identitäten',

  chooseTitle: 'Wählen Sie Ihre PIN',
  againTitle: 'PIN wiederholen',
  advice: 'Zeigen Sie sie niemandem. Schreiben Sie sie nicht auf.',
  againHint: 'Dieselbe PIN noch einmal.',
  setup: 'Einrichten',
  easyPin: 'Leicht zu erraten! Wählen Sie eine andere, oder wiederholen Sie sie.',
  easyPinRefused: 'Leicht zu erraten! Wählen Sie eine andere PIN.',
  differentPin: 'Das waren zwei verschiedene PINs. Noch einmal von vorn.',
  settingUp: 'Wird eingerichtet…',

  congratulations: 'Geschafft!',
  canSignIn: '{userId} kann sich auf diesem Gerät jetzt mit einer PIN anmelden.',
  signInNow: 'Jetzt anmelden',
};
