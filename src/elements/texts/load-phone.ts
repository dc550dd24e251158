import { enPhone } from './en-phone.ts';
import type { PhoneTexts } from './phone-texts.ts';

const languages: Readonly<Record<string, () => Promise<PhoneTexts>>> = {
  de: async () => (await import('./de-phone.ts')).dePhone,
  ar: async () => (await import('./ar-phone.ts')).arPhone,
};

/** The texts of signing in by phone for a BCP 47 tag; English where there are none, or they cannot be fetched. */
export async function loadPhoneTexts(tag: string): Promise<PhoneTexts> {
  const name = tag.toLowerCase().split('-')[0] ?? '';
  const load = Object.hasOwn(languages, name) ? languages[name] : undefined;
  return load === undefined ? enPhone : load().catch(() => enPhone);
}
