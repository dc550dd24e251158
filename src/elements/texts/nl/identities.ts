import type { IdentityTexts } from '../texts.ts';

/** Dutch for the identities of a device, and for what is done with one. */
export const texts: IdentityTexts = {
  cancel: 'Annuleren',

  resetTitle: 'Pincode vergeten?',
  resetQuestion: 'Weet u zeker dat u deze M-Pin-identiteit opnieuw wilt activeren?',
  resetHint: 'We sturen een e-mail naar {userId} en u kiest een nieuwe pincode. Tot dan werkt de oude.',
  resetYes: 'Ja, opnieuw activeren',
  resetHintUnusable: 'We sturen een e-mail naar {userId} en u kiest een nieuwe pincode.',

  editTitle: 'Identiteit bewerken',
  editIdentity: (userId) => `${userId} bewerken`,
  resetPin: 'Pincode opnieuw instellen',
  removeIdentity: 'Identiteit verwijderen',
  addDevice: 'Apparaat toevoegen',
  save: 'Opslaan',
  removeTitle: 'Identiteit verwijderen',
  removeQuestion: 'Weet u zeker dat u deze M-Pin-identiteit uit deze browser wilt verwijderen?',
  removeHint: '{userId} kan hier dan niet meer inloggen. Andere apparaten merken er niets van.',
  removeYes: 'Ja, verwijderen',

  signTitle: 'Wat u ondertekent',
  signHint: 'Lees het eerst. Uw pincode ondertekent precies dit.',
  fingerprint: 'Vingerafdruk (SHA-256)',
  signNext: 'Verder naar ondertekenen',

  listTitle: 'Van identiteit wisselen',
  addNew: 'Nieuwe identiteit toevoegen',
  noIdentities: 'In deze browser is nog geen identiteit ingesteld.',
  removed: '{userId} is verwijderd.',
  renamed: 'Het apparaat van {userId} heeft een andere naam.',
  lastUsed: (when) => `${when} gebruikt`,
  notActive: 'Nog niet bevestigd',
  revoked: 'Ingetrokken',
  expired: 'Verlopen',
  damaged: 'Moet opnieuw worden ingesteld',
  revokedElsewhere: '{userId} kan op dit apparaat niet meer inloggen: de pincode is te vaak verkeerd ingevoerd, of de toegang is elders ingetrokken. Registreer opnieuw om verder te gaan.',
};
