import { english } from '../../src/elements/texts/english.ts';
import { texts as otp } from '../../src/elements/texts/en/otp.ts';
import { texts as phone } from '../../src/elements/texts/en/phone.ts';
import { texts as phoneScreens } from '../../src/elements/texts/en/phone-screens.ts';
import { texts as scanner } from '../../src/elements/texts/en/scanner.ts';
import type { OtpTexts } from '../../src/elements/texts/otp.ts';
import type { PhoneTexts } from '../../src/elements/texts/phone-texts.ts';
import type { LaterTexts } from '../../src/elements/texts/texts.ts';

/** A language that nobody speaks: every text of a catalogue between brackets, so that whatever has none came from elsewhere. */
function pseudo<T extends object>(texts: T): T {
  const marked = (value: unknown): unknown => {
    if (typeof value === 'string') return `⟦${value}⟧`;
    if (typeof value === 'function') return (...given: unknown[]) => `⟦${String((value as (...values: unknown[]) => unknown)(...given))}⟧`;
    if (Array.isArray(value)) return value.map(marked);
    return value !== null && typeof value === 'object' ? pseudo(value) : value;
  };
  return Object.fromEntries(Object.entries(texts).map(([name, value]) => [name, name.startsWith('$') ? value : marked(value)])) as T;
}

export const pseudoPhone: PhoneTexts & LaterTexts = pseudo({ ...english, ...phoneScreens, ...scanner, ...phone });
/** With the words of the access number, which the PIN-pad hands to the element of that number. */
export const pseudoTexts: LaterTexts = pseudoPhone;
export const pseudoOtp: OtpTexts = pseudo(otp);

/** What the site or the person said, and no catalogue: their words, names and what they typed. */
const THEIRS = 'bdi, style, script, [part=reason], [part=document], [part=service], [part=request], [translate=no]';
const SPOKEN = ['aria-label', 'aria-description', 'aria-roledescription', 'aria-valuetext', 'title', 'placeholder', 'alt'];
/** How long ago something was: from Intl, in the language of the texts. */
const AGO = /\d+ (?:second|minute|hour|day|week|month|year)s? ago|\bnow\b|yesterday|last (?:week|month|year)/gu;

/** Of mail and of pages. */
const ADDRESS = /\S+@\S+|https?:\/\/\S+/gu;

/** What is left of a text without what a catalogue or a person said. */
const unmarked = (text: string, theirs: readonly string[]): string =>
  theirs.reduce((rest, words) => rest.replaceAll(words, ''), text.replace(/⟦[^⟦⟧]*⟧/gu, '').replace(AGO, '').replace(ADDRESS, '')).trim();

/** Text and spoken attributes that no catalogue holds. */
export function strangers(root: ParentNode, theirs: readonly string[]): string[] {
  const attributes = [...root.querySelectorAll('*')].flatMap((element) => SPOKEN.map((name) => element.getAttribute(name)).filter((value) => value !== null));
  const blocks = [...root.querySelectorAll('*')].filter((element) => !element.closest(THEIRS) && [...element.childNodes].some(isText));
  return [...blocks.map(own), ...attributes].map((text) => unmarked(text, theirs)).filter((rest) => /[\p{L}⟦⟧]/u.test(rest));
}

const isText = (node: Node): boolean => node.nodeType === Node.TEXT_NODE && (node.textContent ?? '').trim() !== '';

/** The text of an element, without what is theirs; a value within a text is cut out of it. */
function own(element: Element): string {
  const copy = element.cloneNode(true) as Element;
  for (const theirs of copy.querySelectorAll(THEIRS)) theirs.remove();
  return copy.textContent ?? '';
}

/** Listens to both live regions. */
export function eavesdrop(): { readonly said: readonly string[]; readonly stop: () => void } {
  const said: string[] = [];
  const observer = new MutationObserver((changes) => {
    for (const { target } of changes) {
      const text = (target instanceof Element ? target : target.parentElement)?.closest('[aria-live]')?.textContent ?? '';
      if (text !== '') said.push(text);
    }
  });
  observer.observe(document.documentElement, { subtree: true, childList: true, characterData: true });
  return { said, stop: () => observer.disconnect() };
}

/** Announcements that no catalogue holds; what is theirs is among their words. */
export const strangeWords = (said: readonly string[], theirs: readonly string[]): string[] =>
  said.map((text) => unmarked(text, theirs)).filter((rest) => /\p{L}/u.test(rest));
