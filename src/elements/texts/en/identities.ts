import type { IdentityTexts } from '../texts.ts';

/** English for the identities of a device, and for what is done with one. */
export const texts: IdentityTexts = {
  cancel: 'Cancel',

  resetTitle: 'Forgot your PIN?',
  resetQuestion: 'Are you sure you wish to reactivate this M-Pin Identity?',
  resetHint: 'We will send an email to {userId}, and you choose a new PIN. Until then the old one works.',
  resetYes: 'Yes, Reactivate it',
  resetHintUnusable: 'We will send an email to {userId}, and you choose a new PIN.',

  editTitle: 'Edit identity',
  editIdentity: (userId) => `Edit ${userId}`,
  resetPin: 'Reset PIN',
  removeIdentity: 'Remove Identity',
  addDevice: 'Add a device',
  save: 'Save',
  removeTitle: 'Remove identity',
  removeQuestion: 'Are you sure you wish to remove this M-Pin Identity from this browser?',
  removeHint: '{userId} can then no longer sign in here. Other devices are not affected.',
  removeYes: 'Yes, Remove it',

  signTitle: 'What you sign',
  signHint: 'Read it first. Your PIN signs exactly this.',
  fingerprint: 'Fingerprint (SHA-256)',
  signNext: 'Go on to sign',

  listTitle: 'Change identity',
  addNew: 'Add new identity',
  noIdentities: 'No identity is set up in this browser yet.',
  removed: '{userId} was removed.',
  renamed: 'The device of {userId} was renamed.',
  lastUsed: (when) => `Used ${when}`,
  notActive: 'Not confirmed yet',
  revoked: 'Revoked',
  expired: 'Expired',
  damaged: 'Needs to be set up again',
  revokedElsewhere: '{userId} can no longer sign in on this device: its PIN was wrong too often, or it was revoked elsewhere. Register again to go on.',
};
