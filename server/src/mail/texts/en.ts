import type { MailTexts } from '../catalogue.ts';

/** The mails in English. */
export const texts: MailTexts = {
  confirmLink: {
    subject: (project) => `Confirm your email for ${project}`,
    intro: (project) => `Somebody, hopefully you, wants to sign in to ${project} with this email address.`,
    action: 'Review and confirm',
    caution: 'Confirm only what you started yourself.',
  },
  confirmCode: {
    subject: (project) => `Your code for ${project}`,
    intro: (project) => `Somebody, hopefully you, wants to sign in to ${project} with this email address.`,
    instruction: (code) => `Type the following code to register your device: ${code}`,
    caution: 'Type it only where you asked for it, and tell it to nobody, not even to us.',
  },
  newDevice: {
    subject: (project) => `A new device can sign in to ${project}`,
    intro: (project) => `A device was just set up to sign in to ${project} as you.`,
    action: 'This was not me',
    caution: 'If it was you, there is nothing to do.',
  },
  quickCode: {
    subject: (project) => `A QuickCode was used at ${project}`,
    intro: (project) => `A device was just set up to sign in to ${project} as you, with a QuickCode from another device of yours.`,
    action: 'This was not me',
    caution: 'If it was you, there is nothing to do. If not, somebody got hold of your device or of its QuickCode.',
  },
  pinReset: {
    subject: (project) => `Your PIN for ${project} was set anew`,
    intro: (project) => `On a device of yours a new PIN was just set for ${project}.`,
    action: 'This was not me',
    caution: 'If it was you, there is nothing to do. If not, somebody has your device and can read your email.',
  },
  locked: {
    subject: (project) => `A device was locked at ${project}`,
    intro: (project) => `The PIN was entered wrongly too many times, so this device can no longer sign in to ${project}.`,
    action: 'This was not me',
    caution: 'If it was you, set up the device again where you sign in. If not, somebody else tried: nobody got in.',
  },
  invitation: {
    subject: (project) => `You are invited to administer ${project}`,
    intro: (project, by) => `${by} invites you to administer ${project} in the M-Pin console. You sign in there with this email address and a PIN of your own.`,
    action: 'Open the invitation',
    until: (moment) => `Valid until: ${moment}`,
    caution: 'The link works once, for this address alone. If you did not expect it, ignore this mail.',
  },
  device: (name) => `Device: ${name}`,
  when: (moment) => `Time: ${moment}`,
  validFor: (duration) => `Valid for ${duration}.`,
  ignore: 'If you did not ask for this, ignore this mail: nothing happens.',
};
