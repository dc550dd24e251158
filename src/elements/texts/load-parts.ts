import { load } from './languages.ts';
import type { Languages } from './languages.ts';
import type { IdentityTexts, OwnTexts, Part, RareTroubles, SetUpTexts } from './texts.ts';
import { loadOtpTexts } from './otp.ts';
import { loadPhoneScreenTexts } from './phone-screen-texts.ts';

const setUp: Languages<SetUpTexts> = {
  de: () => import('./de/set-up.ts'),
  ar: () => import('./ar/set-up.ts'),
};

const identities: Languages<IdentityTexts> = {
  de: () => import('./de/identities.ts'),
  ar: () => import('./ar/identities.ts'),
};

const troubles: Languages<RareTroubles> = {
  de: () => import('./de/troubles.ts'),
  ar: () => import('./ar/troubles.ts'),
};

/** Fetches a part of a language; English, which comes with the screens, needs none. */
export async function fetchPart(part: Part, lang: string): Promise<OwnTexts | undefined> {
  switch (part) {
    case 'set-up': return load(lang, setUp);
    case 'identities': return load(lang, identities);
    case 'troubles': return { troubles: await load(lang, troubles) ?? {} };
    case 'otp': return loadOtpTexts(lang);
    case 'phone': return loadPhoneScreenTexts(lang);
  }
}
