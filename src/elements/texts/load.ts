import { en } from './en.ts';
import type { OtherTexts, SignInTexts, TextsAtHand } from './texts.ts';

interface Language {
  readonly signIn: () => Promise<SignInTexts>;
  readonly others: () => Promise<OtherTexts>;
}

/** Each language is two chunks, each fetched where it is shown. */
const languages: Readonly<Record<string, Language>> = {
  de: { signIn: async () => (await import('./de.ts')).de, others: async () => (await import('./de-set-up.ts')).deSetUp },
  ar: { signIn: async () => (await import('./ar.ts')).ar, others: async () => (await import('./ar-set-up.ts')).arSetUp },
};

/**
 * The texts of a BCP 47 tag, by its primary language; English where there are none, or they cannot be fetched.
 *
 * @param whole - also those that a returning person's screens do without
 */
export function loadTexts(tag: string, whole: boolean): TextsAtHand | Promise<TextsAtHand> {
  const name = tag.toLowerCase().split('-')[0] ?? '';
  const language = Object.hasOwn(languages, name) ? languages[name] : undefined;
  return language === undefined ? en : load(language, whole).catch(() => en);
}

async function load({ signIn, others }: Language, whole: boolean): Promise<TextsAtHand> {
  if (!whole) return signIn();
  const [own, other] = await Promise.all([signIn(), others()]);
  return { ...own, ...other, troubles: { ...own.troubles, ...other.troubles } };
}
