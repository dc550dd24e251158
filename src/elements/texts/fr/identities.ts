import type { IdentityTexts } from '../texts.ts';

/** French for the identities of a device, and for what is done with one. */
export const texts: IdentityTexts = {
  cancel: 'Annuler',

  resetTitle: 'Code PIN oublié ?',
  resetQuestion: 'Voulez-vous vraiment réactiver cette identité M-Pin ?',
  resetHint: 'Nous enverrons un e-mail à {userId}, puis vous choisirez un nouveau code PIN. D’ici là, l’ancien reste valable.',
  resetYes: 'Oui, la réactiver',
  resetHintUnusable: 'Nous enverrons un e-mail à {userId}, puis vous choisirez un nouveau code PIN.',

  editTitle: 'Modifier l’identité',
  editIdentity: (userId) => `Modifier ${userId}`,
  resetPin: 'Réinitialiser le code PIN',
  removeIdentity: 'Supprimer l’identité',
  addDevice: 'Ajouter un appareil',
  save: 'Enregistrer',
  removeTitle: 'Supprimer l’identité',
  removeQuestion: 'Voulez-vous vraiment supprimer cette identité M-Pin de ce navigateur ?',
  removeHint: '{userId} ne pourra plus se connecter ici. Les autres appareils ne sont pas concernés.',
  removeYes: 'Oui, la supprimer',

  signTitle: 'Ce que vous signez',
  signHint: 'Lisez-le d’abord. Votre code PIN signe exactement ceci.',
  fingerprint: 'Empreinte (SHA-256)',
  signNext: 'Continuer pour signer',

  listTitle: 'Changer d’identité',
  addNew: 'Ajouter une nouvelle identité',
  noIdentities: 'Aucune identité n’est encore configurée dans ce navigateur.',
  removed: '{userId} a été supprimé.',
  renamed: 'L’appareil de {userId} a été renommé.',
  lastUsed: (when) => `Utilisée ${when}`,
  notActive: 'Pas encore confirmée',
  revoked: 'Révoquée',
  expired: 'Expirée',
  damaged: 'À configurer à nouveau',
  revokedElsewhere: '{userId} ne peut plus se connecter sur cet appareil : le PIN a été saisi incorrectement trop souvent, ou l’accès a été révoqué ailleurs. Enregistrez-vous à nouveau pour continuer.',
};
