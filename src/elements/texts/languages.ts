/** A part of the texts in every language but English, each fetched where it is shown. */
export type Languages<T> = Readonly<Record<string, () => Promise<{ readonly texts: T }>>>;

/** Where a language's name is not the primary subtag that pages give it: the old tag of Hebrew, and the script of Chinese. */
const ALIASES: Readonly<Record<string, string>> = { iw: 'he', zh: 'zh-hans' };
/**
 * The language that speaks for a BCP 47 tag: `pt-BR` is Portuguese, `zh-CN` simplified Chinese, and undefined is what nobody here speaks.
 */
export function nearest(tag: string, languages: Readonly<Record<string, unknown>>): string | undefined {
  const primary = tag.toLowerCase().split('-')[0] ?? '';
  const name = Object.hasOwn(ALIASES, primary) ? ALIASES[primary] ?? primary : primary;
  return Object.hasOwn(languages, name) ? name : undefined;
}

/** Fetches a part for a BCP 47 tag; undefined where there is none, so that English is what is left. */
export function load<T>(tag: string, languages: Languages<T>): Promise<T> | undefined {
  const name = nearest(tag, languages);
  return name === undefined ? undefined : languages[name]?.().then(({ texts }) => texts);
}
