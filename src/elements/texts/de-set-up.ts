import { plural } from './texts.ts';
import type { OtherTexts } from './texts.ts';

const n = plural('de');

/** German for all other screens. */
export const deSetUp: OtherTexts = {
  cancel: 'Abbrechen',

  homeTitle: 'Wie möchten Sie sich anmelden?',
  browserWay: 'Mit dem Browser anmelden',
  browserHint: 'Mit einer PIN auf diesem Gerät',
  phoneWay: 'Mit dem Telefon anmelden',
  phoneHint: 'Auf diesem Computer bleibt nichts zurück',

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
  tooLong: 'Das ist zu lang.',
  setupMpin: 'M-Pin einrichten',

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
  differentPin: 'Das waren zwei verschiedene PINs. Noch einmal von vorn.',
  settingUp: 'Wird eingerichtet…',

  congratulations: 'Geschafft!',
  canSignIn: '{userId} kann sich auf diesem Gerät jetzt mit einer PIN anmelden.',
  signInNow: 'Jetzt anmelden',

  resetTitle: 'PIN vergessen?',
  resetQuestion: 'Möchten Sie diese M-Pin-Identität wirklich neu aktivieren?',
  resetHint: 'Wir schicken eine E-Mail an {userId}, dann wählen Sie eine neue PIN. Bis dahin gilt die alte.',
  resetYes: 'Ja, neu aktivieren',

  signTitle: 'Das unterschreiben Sie',
  signHint: 'Lesen Sie es zuerst. Ihre PIN unterschreibt genau dies.',
  fingerprint: 'Fingerabdruck (SHA-256)',
  signNext: 'Weiter zum Unterschreiben',

  listTitle: 'Identität wechseln',
  addNew: 'Neue Identität hinzufügen',
  notActive: 'Noch nicht bestätigt',
  revoked: 'Gesperrt',
  expired: 'Abgelaufen',
  damaged: 'Muss neu eingerichtet werden',

  troubles: {
    'storage-blocked': ['Ihr Browser verbietet das Speichern', 'Diese Seite muss Ihre Identität aufbewahren. Erlauben Sie ihr Websitedaten, oder verlassen Sie den privaten Modus.'],
    'storage-full': ['Der Speicher ist voll', 'Ihr Browser hat keinen Platz für Ihre Identität. Geben Sie auf diesem Gerät Speicher frei.'],
    'storage-lost': ['Ihre Identitäten sind weg', 'Der Browser hat die Daten dieser Seite gelöscht. Richten Sie Ihre Identität neu ein; es dauert eine Minute.'],
    insecure: ['Diese Seite ist nicht sicher', 'Ihre Adresse muss mit https beginnen. Bitte sagen Sie es dem Betreiber.'],
    unsupported: ['Dieser Browser ist zu alt', 'Aktualisieren Sie ihn, oder öffnen Sie die Seite in einem anderen.'],
    origin: ['Diese Website ist nicht zugelassen', 'Der Dienst kennt diese Website nicht. Bitte sagen Sie es dem Betreiber.'],
    configuration: ['Diese Website ist falsch eingerichtet', 'Bitte nennen Sie dem Betreiber den Code unten.'],
    expired: ['Diese Bestätigung gilt nicht mehr', 'Sie ist zu alt oder wurde schon benutzt. Wir können Ihnen eine neue E-Mail schicken.'],
    cancelled: ['Die Bestätigung wurde abgelehnt', 'Jemand hat sie abgebrochen oder eine andere Zahl gewählt. War das ein Versehen, schicken wir eine neue E-Mail.'],
    'identity-expired': ['Diese Identität ist abgelaufen', 'Sie wurde lange nicht benutzt. Registrieren Sie sich neu, um weiterzumachen.'],
    'identity-damaged': ['Diese Identität ist beschädigt', 'Was Ihr Browser davon aufbewahrt, ist nicht lesbar. Registrieren Sie sich neu.'],
    'identity-unknown': ['Diese Identität ist unbekannt', 'Sie ist nicht mehr auf diesem Gerät. Registrieren Sie sich neu.'],
  },
};
