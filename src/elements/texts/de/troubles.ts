import type { RareTroubles } from '../texts.ts';

/** German for the troubles that are seldom met. */
export const texts: RareTroubles = {
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
  refused: ['Sie haben keinen Zugang', '{service} lässt Sie mit dieser Identität nicht ein. Mit Ihrer PIN ist alles in Ordnung.'],
  'identity-unknown': ['Diese Identität ist unbekannt', 'Sie ist nicht mehr auf diesem Gerät. Registrieren Sie sich neu.'],
  declined: ['Die Anfrage wurde abgelehnt', 'Sie wurde auf einem Handy abgelehnt oder zurückgezogen. Fordern Sie auf dem anderen Gerät eine neue an.'],
  claimed: ['Ein anderes Handy war schneller', 'Diese Anfrage hat ein anderes Handy beantwortet. Waren Sie das nicht, melden Sie sich auf dem anderen Gerät ab.'],
  'number-expired': ['Diese Anfrage ist vorbei', 'Sehen Sie auf das andere Gerät: Vielleicht sind Sie dort schon angemeldet. Sonst zeigt es eine neue Nummer.'],
};
