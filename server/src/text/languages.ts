/** The languages that mails and pages speak. Each has a complete typed catalogue beside the code that uses it. */
export const languages = ['en', 'de', 'ar'] as const;

export type Language = (typeof languages)[number];

/**
 * The supported language nearest to a BCP 47 tag (`de-AT` → `de`). Anything unknown, malformed or missing is English,
 * so that a bad tag from a request can never fail a mail or a page.
 */
export function nearestLanguage(tag: string | undefined): Language {
  const primary = tag?.split(/[-_]/, 1)[0]?.toLowerCase();
  return languages.find((language) => language === primary) ?? 'en';
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
