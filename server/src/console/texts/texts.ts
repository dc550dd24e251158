import { nearestAmong } from '../../text/languages.ts';
import { ar } from './ar.ts';
import { de } from './de.ts';
import { en } from './en.ts';

type Shape<T> = { readonly [K in keyof T]: T[K] extends string ? string : T[K] extends (...values: infer V) => string ? (...values: V) => string : Shape<T[K]> };

/** The texts of the console in one language. */
export type ConsoleTexts = Shape<typeof en>;

/** The languages of the console, which are fewer than those of what everybody else sees. */
export const consoleLanguages = ['en', 'de', 'ar'] as const;

/** One of them. */
export type ConsoleLanguage = (typeof consoleLanguages)[number];

export const consoleCatalogue: Record<ConsoleLanguage, ConsoleTexts> = { en, de, ar };

/** The console's language nearest to a BCP 47 tag. */
export const consoleLanguage = (tag: string): ConsoleLanguage => nearestAmong(consoleLanguages, tag) ?? 'en';
