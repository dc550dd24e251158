import type { State, Trouble } from '../machine/index.ts';
import { newPinLength, troubleKind } from '../machine/index.ts';
import type { Urgency } from './live-region.ts';
import { plainText } from './parts/rich-text.ts';
import { lockedText, signInMessage } from './screens/sign-in.ts';
import type { SignInTexts } from './texts/texts.ts';

/** Something to say, and how soon. */
export interface Announcement {
  readonly text: string;
  readonly urgency: Urgency;
}

/** A state that may have a note. */
interface Noted {
  readonly note?: unknown;
}

/** What some screens have to say. */
export interface Sayings<T extends SignInTexts = SignInTexts> {
  /** A note or progress: said in any case. */
  readonly noteOf: (previous: State, state: State, texts: T) => Announcement | undefined;
  /** The title of a screen, where focus is not on it: where it is, the screen reader reads it anyway. */
  readonly titleOf: (state: State, texts: T) => Announcement | undefined;
}

export const polite = (text: string): Announcement => ({ text, urgency: 'polite' });
export const assertive = (text: string): Announcement => ({ text, urgency: 'assertive' });

/** What a change of state is worth saying: notes, titles, counts and never digits. Undefined where there is nothing to say. */
export function announcementOf<T extends SignInTexts>(previous: State, state: State, texts: T, titleHasFocus: boolean, { noteOf, titleOf }: Sayings<T>): Announcement | undefined {
  const note = noteOf(previous, state, texts);
  if (note !== undefined) return note;
  if (previous.name !== state.name) return titleHasFocus ? undefined : titleOf(state, texts);
  return countOf(previous, state, texts);
}

/** Whether a state has a note that the one before had not. */
export function hasNews(previous: State, state: State): boolean {
  const { note } = state as Noted;
  return note !== undefined && (previous.name !== state.name || (previous as Noted).note !== note);
}

/** What a returning person hears. */
export const signInSayings: Sayings = {
  noteOf(previous, state, texts) {
    if (state.name === 'authenticating') return previous.name === state.name ? undefined : polite(signInMessage(state, texts));
    return state.name === 'enter-pin' && hasNews(previous, state) ? assertive(signInMessage(state, texts)) : undefined;
  },
  titleOf(state, texts) {
    switch (state.name) {
      case 'signed-in': return polite(`${texts.signedInTitle} ${plainText(texts.signedInAs, { userId: state.userId })}`);
      case 'locked': return assertive(`${texts.revokedTitle}. ${plainText(lockedText(state, texts), { userId: state.identity.userId })}`);
      case 'trouble': return assertive(troubleText(state, texts));
      default: return undefined;
    }
  },
};

function troubleText({ problem, context }: Trouble, texts: SignInTexts): string {
  const [title = '', help = ''] = texts.troubles[troubleKind(problem.code)] ?? [];
  return `${title}. ${problem.reason ?? plainText(help, { service: context.project?.name ?? '' })}`;
}

function countOf(previous: State, state: State, texts: SignInTexts): Announcement | undefined {
  if (state.name !== 'enter-pin' && state.name !== 'choose-pin') return undefined;
  if (previous.name !== state.name || previous.length === state.length) return undefined;
  const total = state.name === 'enter-pin' ? state.identity.pinLength : newPinLength(state.context);
  return polite(state.length === 0 ? texts.empty : texts.entered(state.length, total));
}
