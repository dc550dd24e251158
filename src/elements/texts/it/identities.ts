import type { IdentityTexts } from '../texts.ts';

/** Italian for the identities of a device, and for what is done with one. */
export const texts: IdentityTexts = {
  cancel: 'Annulla',

  resetTitle: 'PIN dimenticato?',
  resetQuestion: 'Vuole davvero riattivare questa identità M-Pin?',
  resetHint: 'Invieremo un’e-mail a {userId} e Lei sceglierà un nuovo PIN. Fino ad allora vale il vecchio.',
  resetYes: 'Sì, riattiva',
  resetHintUnusable: 'Invieremo un’e-mail a {userId} e Lei sceglierà un nuovo PIN.',

  editTitle: 'Modifica identità',
  editIdentity: (userId) => `Modifica ${userId}`,
  resetPin: 'Reimposta il PIN',
  removeIdentity: 'Rimuovi identità',
  addDevice: 'Aggiungi un dispositivo',
  save: 'Salva',
  removeTitle: 'Rimuovi identità',
  removeQuestion: 'Vuole davvero rimuovere questa identità M-Pin da questo browser?',
  removeHint: '{userId} non potrà più accedere qui. Gli altri dispositivi non sono interessati.',
  removeYes: 'Sì, rimuovi',

  signTitle: 'Che cosa firma',
  signHint: 'Lo legga prima. Il Suo PIN firma esattamente questo.',
  fingerprint: 'Impronta (SHA-256)',
  signNext: 'Prosegui alla firma',

  listTitle: 'Cambia identità',
  addNew: 'Aggiungi una nuova identità',
  noIdentities: 'In questo browser non c’è ancora nessuna identità.',
  removed: '{userId} è stato rimosso.',
  renamed: 'Il dispositivo di {userId} è stato rinominato.',
  lastUsed: (when) => `Usata ${when}`,
  notActive: 'Non ancora confermata',
  revoked: 'Revocata',
  expired: 'Scaduta',
  damaged: 'Da configurare di nuovo',
  revokedElsewhere: '{userId} non può più accedere su questo dispositivo: il PIN è stato inserito in modo errato troppe volte o l’accesso è stato revocato altrove. Per continuare occorre registrarsi di nuovo.',
};
