import { load } from './languages.ts';
import type { Languages } from './languages.ts';
import type { SignInTexts } from './texts.ts';

/** A returning person's texts in every language but English. */
export const languages: Languages<SignInTexts> = {
  ar: () => import('./ar/sign-in.ts'),
  de: () => import('./de/sign-in.ts'),
  es: () => import('./es/sign-in.ts'),
  fr: () => import('./fr/sign-in.ts'),
  he: () => import('./he/sign-in.ts'),
  hi: () => import('./hi/sign-in.ts'),
  it: () => import('./it/sign-in.ts'),
  ja: () => import('./ja/sign-in.ts'),
  nl: () => import('./nl/sign-in.ts'),
  pl: () => import('./pl/sign-in.ts'),
  pt: () => import('./pt/sign-in.ts'),
  ro: () => import('./ro/sign-in.ts'),
  tr: () => import('./tr/sign-in.ts'),
  'zh-hans': () => import('./zh-hans/sign-in.ts'),
};

/** A returning person's texts for a BCP 47 tag; undefined where they are the English ones. */
export const loadSignIn = (tag: string): Promise<SignInTexts> | undefined => load(tag, languages);
