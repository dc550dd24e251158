/**
 * The languages that mails and pages speak, those of the elements, by the names that the elements have for them. Each has a complete typed catalogue beside
 * the code that uses it.
 */
export const languages = ['en', 'ar', 'de', 'es', 'fr', 'he', 'hi', 'it', 'ja', 'nl', 'pl', 'pt', 'ro', 'tr', 'zh-hans'] as const;

export type Language = (typeof languages)[number];

/** What each language calls itself. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = {
  en: 'English', ar: 'العربية', de: 'Deutsch', es: 'Español', fr: 'Français', he: 'עברית', hi: 'हिन्दी', it: 'Italiano', ja: '日本語', nl: 'Nederlands', pl: 'Polski', pt: 'Português', ro: 'Română',
  tr: 'Türkçe', 'zh-hans': '简体中文',
};

/** Where a language's name is not the primary subtag that browsers give it: the old tag of Hebrew, and the script of Chinese. */
const ALIASES: ReadonlyMap<string | undefined, string> = new Map([['iw', 'he'], ['zh', 'zh-hans']]);

/** The language among some that speaks for a BCP 47 tag: `de-AT` → `de`, `zh-CN` → `zh-hans`; `undefined` for a tag that is missing, malformed or that none speaks for. */
export function nearestAmong<L extends Language>(among: readonly L[], tag: string | undefined): L | undefined {
  const primary = tag?.split(/[-_]/, 1)[0]?.toLowerCase();
  const name = ALIASES.get(primary) ?? primary;
  return among.find((language) => language === name);
}

/**
 * The supported language nearest to a BCP 47 tag (`de-AT` → `de`). Anything unknown, malformed or missing is English,
 * so that a bad tag from a request can never fail a mail or a page.
 */
export function nearestLanguage(tag: string | undefined): Language {
  return nearestAmong(languages, tag) ?? 'en';
}

const TAG = /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*$/;

/**
 * The tag that counts in a list of languages, the favourite first, as in `Accept-Language` (RFC 9110, 12.5.4) and `ui_locales` (OpenID Connect Core
 * 1.0, 3.1.2.1): the first that we speak, else the first of all.
 *
 * @param among - those that are spoken there
 */
export function favouriteOf(list: string, among: readonly Language[] = languages): string {
  const tags = list.split(/[\s,]+/).map((entry) => entry.split(';', 1).join('')).filter((tag) => TAG.test(tag));
  return tags.find((tag) => nearestAmong(among, tag) !== undefined) ?? tags[0] ?? 'en';
}

/** The writing direction of a language, as HTML's `dir` attribute wants it. */
export function direction(language: Language): 'ltr' | 'rtl' {
  return language === 'ar' || language === 'he' ? 'rtl' : 'ltr';
}

/**
 * A moment as people read it, in UTC and named so: a mail does not know its reader's time zone.
 * Digits stay Western Arabic in every language, so that times read the same beside codes and numbers.
 *
 * @param unixSeconds - seconds since 1970
 */
export function formatMoment(unixSeconds: number, language: Language): string {
  return new Intl.DateTimeFormat(`${language}-u-nu-latn`, {
    dateStyle: 'long',
    timeStyle: 'long',
    timeZone: 'UTC',
  }).format(new Date(unixSeconds * 1000));
}

/** A number of minutes in full, in the plural that the language has for it: "1 minute", "5 minut", "10 دقائق". */
export function formatMinutes(count: number, language: Language): string {
  return new Intl.NumberFormat(`${language}-u-nu-latn`, { style: 'unit', unit: 'minute', unitDisplay: 'long' }).format(count);
}
