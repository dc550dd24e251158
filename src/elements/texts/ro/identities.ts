import type { IdentityTexts } from '../texts.ts';

/** Romanian for the identities of a device, and for what is done with one. */
export const texts: IdentityTexts = {
  cancel: 'Anulează',

  resetTitle: 'Ați uitat PIN-ul?',
  resetQuestion: 'Sigur doriți să reactivați această identitate M-Pin?',
  resetHint: 'Vom trimite un e-mail la {userId}, apoi alegeți un PIN nou. Până atunci este valabil cel vechi.',
  resetYes: 'Da, reactivează',
  resetHintUnusable: 'Vom trimite un e-mail la {userId}, apoi alegeți un PIN nou.',

  editTitle: 'Editează identitatea',
  editIdentity: (userId) => `Editează ${userId}`,
  resetPin: 'Resetează PIN-ul',
  removeIdentity: 'Elimină identitatea',
  addDevice: 'Adaugă un dispozitiv',
  save: 'Salvează',
  removeTitle: 'Elimină identitatea',
  removeQuestion: 'Sigur doriți să eliminați această identitate M-Pin din acest browser?',
  removeHint: '{userId} nu se va mai putea conecta aici. Celelalte dispozitive nu sunt afectate.',
  removeYes: 'Da, elimină',

  signTitle: 'Ce semnați',
  signHint: 'Citiți mai întâi. PIN-ul semnează exact acest lucru.',
  fingerprint: 'Amprentă (SHA-256)',
  signNext: 'Continuă spre semnare',

  listTitle: 'Schimbă identitatea',
  addNew: 'Adaugă o identitate nouă',
  noIdentities: 'În acest browser nu este încă nicio identitate.',
  removed: '{userId} a fost eliminat.',
  renamed: 'Dispozitivul lui {userId} a fost redenumit.',
  lastUsed: (when) => `Folosită ${when}`,
  notActive: 'Încă neconfirmată',
  revoked: 'Revocată',
  expired: 'Expirată',
  damaged: 'Trebuie configurată din nou',
  revokedElsewhere: '{userId} nu se mai poate conecta pe acest dispozitiv: PIN-ul a fost introdus greșit de prea multe ori sau accesul a fost revocat în altă parte. Înregistrați-vă din nou pentru a continua.',
};
