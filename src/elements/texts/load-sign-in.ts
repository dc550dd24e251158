import { load } from './languages.ts';
import type { Languages } from './languages.ts';
import type { SignInTexts } from './texts.ts';

/** A returning person's texts in every language but English. */
export const languages: Languages<SignInTexts> = {
  de: () => import('./de/sign-in.ts'),
  ar: () => import('./ar/sign-in.ts'),
};

/** A returning person's texts for a BCP 47 tag; undefined where they are the English ones. */
export const loadSignIn = (tag: string): Promise<SignInTexts> | undefined => load(tag, languages);
