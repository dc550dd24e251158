import { load } from './languages.ts';
import type { Languages } from './languages.ts';
import type { IdentityTexts, OwnTexts, Part, RareTroubles, SetUpTexts } from './texts.ts';
import { loadOtpTexts } from './otp.ts';
import { loadPhoneScreenTexts } from './phone-screen-texts.ts';
import { loadScannerTexts } from './scanner-texts.ts';

const setUp: Languages<SetUpTexts> = {
  ar: () => import('./ar/set-up.ts'),
  de: () => import('./de/set-up.ts'),
  es: () => import('./es/set-up.ts'),
  fr: () => import('./fr/set-up.ts'),
  he: () => import('./he/set-up.ts'),
  hi: () => import('./hi/set-up.ts'),
  it: () => import('./it/set-up.ts'),
  ja: () => import('./ja/set-up.ts'),
  nl: () => import('./nl/set-up.ts'),
  pl: () => import('./pl/set-up.ts'),
  pt: () => import('./pt/set-up.ts'),
  ro: () => import('./ro/set-up.ts'),
  tr: () => import('./tr/set-up.ts'),
  'zh-hans': () => import('./zh-hans/set-up.ts'),
};

const identities: Languages<IdentityTexts> = {
  ar: () => import('./ar/identities.ts'),
  de: () => import('./de/identities.ts'),
  es: () => import('./es/identities.ts'),
  fr: () => import('./fr/identities.ts'),
  he: () => import('./he/identities.ts'),
  hi: () => import('./hi/identities.ts'),
  it: () => import('./it/identities.ts'),
  ja: () => import('./ja/identities.ts'),
  nl: () => import('./nl/identities.ts'),
  pl: () => import('./pl/identities.ts'),
  pt: () => import('./pt/identities.ts'),
  ro: () => import('./ro/identities.ts'),
  tr: () => import('./tr/identities.ts'),
  'zh-hans': () => import('./zh-hans/identities.ts'),
};

const troubles: Languages<RareTroubles> = {
  ar: () => import('./ar/troubles.ts'),
  de: () => import('./de/troubles.ts'),
  es: () => import('./es/troubles.ts'),
  fr: () => import('./fr/troubles.ts'),
  he: () => import('./he/troubles.ts'),
  hi: () => import('./hi/troubles.ts'),
  it: () => import('./it/troubles.ts'),
  ja: () => import('./ja/troubles.ts'),
  nl: () => import('./nl/troubles.ts'),
  pl: () => import('./pl/troubles.ts'),
  pt: () => import('./pt/troubles.ts'),
  ro: () => import('./ro/troubles.ts'),
  tr: () => import('./tr/troubles.ts'),
  'zh-hans': () => import('./zh-hans/troubles.ts'),
};

/** Fetches a part of a language; English, which comes with the screens, needs none. */
export async function fetchPart(part: Part, lang: string): Promise<OwnTexts | undefined> {
  switch (part) {
    case 'set-up': return load(lang, setUp);
    case 'identities': return load(lang, identities);
    case 'troubles': return { troubles: await load(lang, troubles) ?? {} };
    case 'otp': return loadOtpTexts(lang);
    case 'phone': return loadPhoneScreenTexts(lang);
    case 'scanner': return loadScannerTexts(lang);
  }
}
