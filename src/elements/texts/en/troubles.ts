import type { RareTroubles } from '../texts.ts';

/** English for the troubles that are seldom met. */
export const texts: RareTroubles = {
  'storage-blocked': ['Your browser blocks storage', 'This page needs to keep your identity. Allow site data for it, or leave private browsing.'],
  'storage-full': ['There is no room left', 'Your browser cannot keep your identity. Free some space on this device.'],
  'storage-lost': ['Your identities are gone', 'The browser has deleted the data of this page. Set up your identity again.'],
  insecure: ['This page is not secure', 'Its address has to begin with https. Please tell the owner of this site.'],
  unsupported: ['This browser is too old', 'Update it, or open this page in another browser.'],
  origin: ['This site is not allowed', 'The service does not know this site. Please tell its owner.'],
  configuration: ['This site is not set up correctly', 'Please tell its owner, with the code below.'],
  expired: ['This confirmation is no longer valid', 'It is too old, or was used already. We can send you a new email.'],
  cancelled: ['The confirmation was refused', 'Somebody chose to cancel it, or another number. If that was a slip, we can send you a new email.'],
  'identity-expired': ['This identity has expired', 'It was not used for a long time. Register again to go on.'],
  'identity-damaged': ['This identity is damaged', 'What your browser kept of it cannot be read. Register again to go on.'],
  refused: ['You have no access', '{service} does not let you in with this identity. Nothing is wrong with your PIN.'],
  'identity-unknown': ['This identity is not known', 'It is no longer on this device. Register again to go on.'],
  declined: ['The request was declined', 'It was refused on a phone or withdrawn. Ask for another one on the other device.'],
  claimed: ['Another phone was faster', 'This request was answered by another phone. If that was not you, sign out on the other device.'],
  'number-expired': ['This request is over', 'The other device may be signed in already. If not, it shows a new number.'],
};
