import { texts as english } from './en/phone.ts';
import { load } from './languages.ts';
import type { Languages } from './languages.ts';
import type { PhoneTexts } from './phone-texts.ts';

const languages: Languages<PhoneTexts> = {
  ar: () => import('./ar/phone.ts'),
  de: () => import('./de/phone.ts'),
  es: () => import('./es/phone.ts'),
  fr: () => import('./fr/phone.ts'),
  he: () => import('./he/phone.ts'),
  hi: () => import('./hi/phone.ts'),
  it: () => import('./it/phone.ts'),
  ja: () => import('./ja/phone.ts'),
  nl: () => import('./nl/phone.ts'),
  pl: () => import('./pl/phone.ts'),
  pt: () => import('./pt/phone.ts'),
  ro: () => import('./ro/phone.ts'),
  tr: () => import('./tr/phone.ts'),
  'zh-hans': () => import('./zh-hans/phone.ts'),
};

/** The texts of signing in by phone for a BCP 47 tag; English where there are none, or they cannot be fetched. */
export const loadPhoneTexts = async (tag: string): Promise<PhoneTexts> => (await load(tag, languages)?.catch(() => undefined)) ?? english;
