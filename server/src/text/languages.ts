/** The languages that mails and pages speak. Each has a complete typed catalogue beside the code that uses it. */
export const languages = ['en', 'de', 'ar'] as const;

export type Language = (typeof languages)[number];

function spoken(tag: string | undefined): Language | undefined {
  const primary = tag?.split(/[-_]/, 1)[0]?.toLowerCase();
  return languages.find((language) => language === primary);
}

/**
 * The supported language nearest to a BCP 47 tag (`de-AT` → `de`). Anything unknown, malformed or missing is English,
 * so that a bad tag from a request can never fail a mail or a page.
 */
export function nearestLanguage(tag: string | undefined): Language {
  return spoken(tag) ?? 'en';
}

const TAG = /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*$/;

/**
 * The tag that counts in a list of languages, the favourite first, as in `Accept-Language` (RFC 9110, 12.5.4) and `ui_locales` (OpenID Connect Core
 * 1.0, 3.1.2.1): the first that we speak, else the first of all.
 */
export function favouriteOf(list: string): string {
  const tags = list.split(/[\s,]+/).map((entry) => entry.split(';', 1).join('')).filter((tag) => TAG.test(tag));
  return tags.find((tag) => spoken(tag) !== undefined) ?? tags[0] ?? 'en';
}

/** The writing direction of a language, as HTML's `dir` attribute wants it. */
export function direction(language: Language): 'ltr' | 'rtl' {
  return language === 'ar' ? 'rtl' : 'ltr';
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
