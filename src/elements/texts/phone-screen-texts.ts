import type { Languages } from './languages.ts';
import { load } from './languages.ts';

/** The texts of the phone's screens, and of those of a PC that concern a phone. The number itself has its own: `PhoneTexts`. */
export interface PhoneScreenTexts {
  /** Of a PC: "Sign in with your phone" and how a phone is set up. */
  readonly signInHere: string;
  readonly setupPhoneTitle: string;
  readonly setupPhoneHint: string;
  /** Says what the QR code of an address holds. */
  readonly setupPhoneQr: string;
  /** What comes after it. */
  readonly setupPhoneNext: string;
  readonly signInWithPhone: string;

  /** What a phone may be used for. */
  readonly optionsTitle: string;
  readonly signInWith: string;
  readonly generateOtp: string;

  readonly accessTitle: string;
  readonly accessHint: string;
  readonly accessLabel: string;
  readonly accessInvalid: (triesLeft: number | undefined) => string;
  readonly accessIncomplete: string;
  readonly next: string;
  readonly scanQr: string;

  /** Who asks, before the PIN. */
  readonly requestTitle: string;
  readonly requestSigns: string;
  readonly requestService: string;
  readonly requestOrigin: string;
  readonly requestDevice: string;
  readonly requestPlace: string;
  readonly requestFor: string;
  readonly validFor: string;
  readonly otherNetwork: string;
  readonly requestCheck: string;
  readonly proceed: string;
  readonly notMe: string;
  readonly noIdentityHere: string;
  readonly noIdentityHint: string;
  readonly requestDeclined: string;
  readonly requestDeclinedHint: string;

  readonly approvedTitle: string;
  /** `{userId}` */
  readonly approvedText: string;
  readonly signedOutTitle: string;
  /** `{userId}` */
  readonly signedOutText: string;
  readonly signOutFailed: string;
  readonly done: string;

  /** A code that sets the next device up without mail. */
  readonly addDeviceTitle: string;
  readonly addDeviceHint: string;
  /** The code digit by digit, as it is read out. */
  readonly quickCode: (digits: string) => string;
  readonly quickCodeExpired: string;
  readonly newQuickCode: string;
  readonly quickCodeTitle: string;
  readonly quickCodeEntry: string;
  readonly quickCodeLabel: string;
  readonly quickCodeWrong: (triesLeft: number | undefined) => string;
  readonly quickCodeIncomplete: string;
}

const languages: Languages<PhoneScreenTexts> = {
  ar: () => import('./ar/phone-screens.ts'),
  de: () => import('./de/phone-screens.ts'),
  es: () => import('./es/phone-screens.ts'),
  fr: () => import('./fr/phone-screens.ts'),
  he: () => import('./he/phone-screens.ts'),
  hi: () => import('./hi/phone-screens.ts'),
  it: () => import('./it/phone-screens.ts'),
  ja: () => import('./ja/phone-screens.ts'),
  nl: () => import('./nl/phone-screens.ts'),
  pl: () => import('./pl/phone-screens.ts'),
  pt: () => import('./pt/phone-screens.ts'),
  ro: () => import('./ro/phone-screens.ts'),
  tr: () => import('./tr/phone-screens.ts'),
  'zh-hans': () => import('./zh-hans/phone-screens.ts'),
};

/** The texts of the phone's screens for a BCP 47 tag; undefined where they are the English ones. */
export const loadPhoneScreenTexts = (tag: string): Promise<PhoneScreenTexts> | undefined => load(tag, languages);
