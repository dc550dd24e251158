import type { Language } from '../../text/languages.ts';
import { ar } from './ar.ts';
import { de } from './de.ts';
import { en } from './en.ts';

type Shape<T> = { readonly [K in keyof T]: T[K] extends string ? string : T[K] extends (...values: infer V) => string ? (...values: V) => string : Shape<T[K]> };

/** The texts of the console in one language. */
export type ConsoleTexts = Shape<typeof en>;

export const consoleCatalogue: Record<Language, ConsoleTexts> = { en, de, ar };
