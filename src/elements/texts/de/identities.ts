import type { IdentityTexts } from '../texts.ts';

/** German for the identities of a device, and for what is done with one. */
export const texts: IdentityTexts = {
  cancel: 'Abbrechen',

  resetTitle: 'PIN vergessen?',
  resetQuestion: 'Möchten Sie diese M-Pin-Identität wirklich neu aktivieren?',
  resetHint: 'Wir schicken eine E-Mail an {userId}, dann wählen Sie eine neue PIN. Bis dahin gilt die alte.',
  resetYes: 'Ja, neu aktivieren',
  resetHintUnusable: 'Wir schicken eine E-Mail an {userId}, dann wählen Sie eine neue PIN.',

  editTitle: 'Identität bearbeiten',
  editIdentity: (userId) => `${userId} bearbeiten`,
  resetPin: 'PIN zurücksetzen',
  removeIdentity: 'Identität entfernen',
  addDevice: 'Gerät hinzufügen',
  save: 'Speichern',
  removeTitle: 'Identität entfernen',
  removeQuestion: 'Möchten Sie diese M-Pin-Identität wirklich aus diesem Browser entfernen?',
  removeHint: '{userId} kann sich hier dann nicht mehr anmelden. Andere Geräte sind nicht betroffen.',
  removeYes: 'Ja, entfernen',

  signTitle: 'Das unterschreiben Sie',
  signHint: 'Lesen Sie es zuerst. Ihre PIN unterschreibt genau dies.',
  fingerprint: 'Fingerabdruck (SHA-256)',
  signNext: 'Weiter zum Unterschreiben',

  listTitle: 'Identität wechseln',
  addNew: 'Neue Identität hinzufügen',
  noIdentities: 'In diesem Browser ist noch keine Identität eingerichtet.',
  removed: '{userId} wurde entfernt.',
  renamed: 'Das Gerät von {userId} wurde umbenannt.',
  lastUsed: (when) => `Benutzt ${when}`,
  notActive: 'Noch nicht bestätigt',
  revoked: 'Gesperrt',
  expired: 'Abgelaufen',
  damaged: 'Muss neu eingerichtet werden',
  revokedElsewhere: '{userId} kann sich auf diesem Gerät nicht mehr anmelden: Die PIN wurde zu oft falsch eingegeben, oder es wurde anderswo gesperrt. Um weiterzumachen, neu registrieren.',
};
