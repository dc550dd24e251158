import { languages } from './languages.ts';
import type { Language } from './languages.ts';

/** What stands for itself in words: a project's name, and the device that a mail is about. */
type Placeholder = 'project' | 'device';

interface Place {
  readonly knows: readonly Placeholder[];
  /** Characters. */
  readonly longest: number;
}

const subject: Place = { knows: ['project'], longest: 120 };
const sentence: Place = { knows: ['project'], longest: 400 };
const aboutDevice: Place = { knows: ['project', 'device'], longest: 400 };

/** Where a project may speak in words of its own. Instructions, facts, cautions and buttons are the platform's alone: people's safety hangs on them. */
export const PLACES = {
  mailGreeting: sentence,
  confirmLinkSubject: subject, confirmLinkIntro: aboutDevice,
  confirmCodeSubject: subject, confirmCodeIntro: aboutDevice,
  newDeviceSubject: subject, newDeviceIntro: aboutDevice,
  quickCodeSubject: subject, quickCodeIntro: aboutDevice,
  pinResetSubject: subject, pinResetIntro: aboutDevice,
  lockedSubject: subject, lockedIntro: aboutDevice,
  mailFooter: sentence,
  confirmPageIntro: sentence, enrolmentPageIntro: sentence, pageFooter: sentence,
} as const satisfies Readonly<Record<string, Place>>;

/** Name of such a place. */
export type WordingPlace = keyof typeof PLACES;

/** Words of a project in one language. */
export type Words = Readonly<Partial<Record<WordingPlace, string>>>;

/** A project's own words by language; `default` counts where a language has none. */
export type Wording = Readonly<Partial<Record<Language | 'default', Words>>>;

/** What a wording is kept under: every language, and `default`. */
export const WORDING_LANGUAGES: readonly (Language | 'default')[] = ['default', ...languages];

/** Why words are not taken. */
type Fault = 'shape' | 'language' | 'place' | 'text' | 'placeholder' | 'link';

/** Words that are not taken; the message says where and why. */
export class WordingError extends Error {
  override name = 'WordingError';
  readonly fault: Fault;
  readonly place: string;
  /** The placeholder, link, language or place that is wrong, as it was written. */
  readonly culprit: string;

  constructor(fault: Fault, { place = '', culprit = '' }: { readonly place?: string; readonly culprit?: string }, problem: string) {
    super(place === '' ? problem : `at ${place} ${problem}`);
    this.fault = fault;
    this.place = place;
    this.culprit = culprit;
  }
}

const ADDRESS = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu;
/** What mail programs make a link of by themselves. */
const LINK = /\p{L}[\p{L}\p{N}+.-]*:\/\/\S*|\b(?:mailto|tel|javascript|data):\S*|[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.\p{L}{2,}\S*/iu;
/** Control characters and those that turn a line around; joiners stay, which some languages are written with. */
const UNWANTED = /[\p{Cc}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/u;

function acceptText(place: WordingPlace, value: unknown, at: string): string {
  const { knows, longest }: Place = PLACES[place];
  if (typeof value !== 'string' || value.length > longest || UNWANTED.test(value)) throw new WordingError('text', { place: at }, `must be a text of at most ${longest} characters on one line`);
  for (const [written, name = ''] of value.matchAll(/\{([^{}]*)\}|[{}]/g)) {
    if (!knows.some((known) => known === name)) throw new WordingError('placeholder', { place: at, culprit: written }, `knows no placeholder ${written}; there is ${knows.map((known) => `{${known}}`).join(', ')}`);
  }
  const [link] = LINK.exec(value.replace(ADDRESS, '')) ?? [];
  if (link !== undefined) throw new WordingError('link', { place: at, culprit: link }, `must hold no link, and ${link} reads as one: links come from the platform alone. An e-mail address or a telephone number may stand there`);
  return value.trim();
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value);

function acceptWords(language: string, value: unknown): Words {
  if (!isObject(value)) throw new WordingError('shape', { place: language }, 'must be an object of texts by places');
  const accepted = Object.entries(value).map(([place, text]) => {
    if (!Object.hasOwn(PLACES, place)) throw new WordingError('place', { place: language, culprit: place }, `there is no place ${place}; there are ${Object.keys(PLACES).join(', ')}`);
    return [place, acceptText(place as WordingPlace, text, `${language}.${place}`)] as const;
  });
  return Object.fromEntries(accepted.filter(([, text]) => text !== ''));
}

/**
 * Checks the words of a project: plain text with placeholders that there are, and no link. Empty ones are left out.
 *
 * @throws WordingError
 */
export function acceptWording(value: unknown): Wording {
  if (!isObject(value)) throw new WordingError('shape', {}, 'must be an object of languages');
  const accepted = Object.entries(value).map(([language, words]) => {
    if (!WORDING_LANGUAGES.some((known) => known === language)) throw new WordingError('language', { culprit: language }, `knows no language ${language}; there are ${WORDING_LANGUAGES.join(', ')}`);
    return [language, acceptWords(language, words)] as const;
  });
  return Object.fromEntries(accepted.filter(([, words]) => Object.keys(words).length > 0));
}

/**
 * What a project says at a place: in the language, else its default words; `undefined` where it leaves that to the platform, or where a placeholder has
 * nothing to stand for. The result is plain text; whoever shows it escapes it as any other.
 */
export function wordsAt(wording: Wording | undefined, language: Language, place: WordingPlace, values: Readonly<Partial<Record<Placeholder, string>>>): string | undefined {
  const words = wording?.[language]?.[place] ?? wording?.default?.[place];
  if (words === undefined) return undefined;
  let complete = true;
  const filled = words.replaceAll(/\{(project|device)\}/g, (_all, name: Placeholder) => {
    const value = values[name] ?? '';
    complete &&= value !== '';
    return value;
  });
  return complete ? filled : undefined;
}
