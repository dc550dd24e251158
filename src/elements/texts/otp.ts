import { texts as english } from './en/otp.ts';
import { load } from './languages.ts';
import type { Languages } from './languages.ts';
import type { CommonTexts } from './texts.ts';

/** The texts of a one-time password, which come with the element that shows one. */
export interface OtpTexts extends Pick<CommonTexts, '$code' | '$dir'> {
  readonly otpTitle: string;
  /** `{userId}` */
  readonly otpHint: string;
  readonly otpCopy: string;
  readonly otpCopied: string;
  readonly otpNotCopied: string;
  /** Before the time, such as 1:29. */
  readonly otpValidFor: string;
  readonly otpSecondsLeft: (seconds: number) => string;
  readonly otpExpired: string;
  readonly otpExpiredHint: string;
  readonly otpRetry: string;
  /** The same on a phone. */
  readonly otpNew: string;
}

const languages: Languages<OtpTexts> = {
  ar: () => import('./ar/otp.ts'),
  de: () => import('./de/otp.ts'),
  es: () => import('./es/otp.ts'),
  fr: () => import('./fr/otp.ts'),
  he: () => import('./he/otp.ts'),
  hi: () => import('./hi/otp.ts'),
  it: () => import('./it/otp.ts'),
  ja: () => import('./ja/otp.ts'),
  nl: () => import('./nl/otp.ts'),
  pl: () => import('./pl/otp.ts'),
  pt: () => import('./pt/otp.ts'),
  ro: () => import('./ro/otp.ts'),
  tr: () => import('./tr/otp.ts'),
  'zh-hans': () => import('./zh-hans/otp.ts'),
};

export { english };

/** The texts of a one-time password for a BCP 47 tag; undefined where they are the English ones. */
export const loadOtpTexts = (tag: string): Promise<OtpTexts> | undefined => load(tag, languages);
