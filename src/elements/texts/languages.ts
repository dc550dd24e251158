/** A part of the texts in every language but English, each fetched where it is shown. */
export type Languages<T> = Readonly<Record<string, () => Promise<{ readonly texts: T }>>>;

/** Where a language's name is not the primary subtag that pages give it. */
const ALIASES: Readonly<Record<string, string>> = { iw: 'he', zh: 'zh-hans' };
/** Script and regions of traditional Chinese. */
const TRADITIONAL = /^zh(?=-).*-(?:hant|tw|hk|mo)\b/u;

/**
 * The language that speaks for a BCP 47 tag: `pt-BR` is Portuguese, `zh-CN` simplified Chinese, and undefined is what nobody here speaks.
 */
export function nearest(tag: string, languages: Languages<unknown>): string | undefined {
  const lower = tag.toLowerCase();
  const primary = lower.split('-')[0] ?? '';
  const name = TRADITIONAL.test(lower) ? 'zh-hant' : Object.hasOwn(ALIASES, primary) ? ALIASES[primary] ?? primary : primary;
  return Object.hasOwn(languages, name) ? name : undefined;
}

/** Fetches a part for a BCP 47 tag; undefined where there is none, so that English is what is left. */
export function load<T>(tag: string, languages: Languages<T>): Promise<T> | undefined {
  const name = nearest(tag, languages);
  return name === undefined ? undefined : languages[name]?.().then(({ texts }) => texts);
}
