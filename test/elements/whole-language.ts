import { completed, english } from '../../src/elements/texts/english.ts';
import { fetchPart } from '../../src/elements/texts/load-parts.ts';
import { languages, loadSignIn } from '../../src/elements/texts/load-sign-in.ts';
import type { Part, Texts, TextsAtHand } from '../../src/elements/texts/texts.ts';

const PARTS: readonly Part[] = ['set-up', 'identities', 'troubles', 'otp'];

/** Every language that the elements speak. */
export const spoken: readonly string[] = ['en', ...Object.keys(languages)];

/** All that a language says, as when every screen has been shown. */
export async function wholeLanguage(tag: string): Promise<Texts> {
  const signIn = await loadSignIn(tag);
  if (signIn === undefined) return english;
  let texts: TextsAtHand = signIn;
  for (const part of PARTS) {
    const more = await fetchPart(part, tag);
    texts = { ...texts, ...more, troubles: { ...texts.troubles, ...more?.troubles } };
  }
  return completed(texts);
}
