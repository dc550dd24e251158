import { texts as english } from './en/phone.ts';
import { load } from './languages.ts';
import type { Languages } from './languages.ts';
import type { PhoneTexts } from './phone-texts.ts';

const languages: Languages<PhoneTexts> = {
  de: () => import('./de/phone.ts'),
  ar: () => import('./ar/phone.ts'),
};

/** The texts of signing in by phone for a BCP 47 tag; English where there are none, or they cannot be fetched. */
export const loadPhoneTexts = async (tag: string): Promise<PhoneTexts> => (await load(tag, languages)?.catch(() => undefined)) ?? english;
