import { en } from './en.ts';
import type { Texts, TextsAtHand } from './texts.ts';

/** Each language is a chunk of its own, fetched only where it is shown. */
const loaders: Readonly<Record<string, () => Promise<Texts>>> = {
  de: () => import('./de.ts').then((module) => module.de),
  ar: () => import('./ar.ts').then((module) => module.ar),
};

/** The texts of a BCP 47 tag, by its primary language; English where there are none, or they cannot be fetched. */
export function loadTexts(tag: string): TextsAtHand | Promise<TextsAtHand> {
  const language = tag.toLowerCase().split('-')[0] ?? '';
  const load = Object.hasOwn(loaders, language) ? loaders[language] : undefined;
  return load === undefined ? en : load().catch(() => en);
}
