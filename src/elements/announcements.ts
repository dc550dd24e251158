import type { State } from '../machine/index.ts';
import { troubleKind } from '../machine/index.ts';
import type { Urgency } from './live-region.ts';
import { plainText } from './parts/rich-text.ts';
import { chooseMessage } from './screens/choose-pin.ts';
import { confirmMessage } from './screens/confirm.ts';
import { signInMessage } from './screens/sign-in.ts';
import type { Texts } from './texts/texts.ts';

/** Something to say, and how soon. */
export interface Announcement {
  readonly text: string;
  readonly urgency: Urgency;
}

const polite = (text: string): Announcement => ({ text, urgency: 'polite' });
const assertive = (text: string): Announcement => ({ text, urgency: 'assertive' });

/**
 * What a change of state is worth saying: counts and never digits, notes, progress, and the title of a screen to which focus did not
 * move (where it did, the screen reader reads it anyway). Undefined where there is nothing to say.
 */
export function announcementOf(previous: State, state: State, texts: Texts, focusMoved: boolean): Announcement | undefined {
  const note = noteOf(previous, state, texts);
  if (note !== undefined) return note;
  if (previous.name !== state.name) return focusMoved ? undefined : titleOf(state, texts);
  return countOf(previous, state, texts);
}

/** Notes and progress are said in any case. */
function noteOf(previous: State, state: State, texts: Texts): Announcement | undefined {
  switch (state.name) {
    case 'authenticating': return previous.name === state.name ? undefined : polite(signInMessage(state, texts));
    case 'registering': return previous.name === state.name ? undefined : polite(texts.settingUp);
    case 'enter-pin':
      return state.note === undefined || (previous.name === state.name && previous.note === state.note) ? undefined : assertive(signInMessage(state, texts));
    case 'choose-pin':
      return state.note === undefined || (previous.name === state.name && previous.note === state.note) ? undefined : assertive(chooseMessage(state, texts, pinLength(state)));
    case 'confirm-email': case 'not-active':
      if (state.note === 'waiting' || (previous.name === state.name && previous.note === state.note)) return undefined;
      return (state.note === 'code-wrong' ? assertive : polite)(confirmMessage(state, texts));
    default: return undefined;
  }
}

function titleOf(state: State, texts: Texts): Announcement | undefined {
  switch (state.name) {
    case 'confirm-email': case 'not-active':
      return polite(`${texts.confirmTitle} ${plainText(texts.mailSent, { userId: state.pending.userId })} ${state.pending.matchNumber === undefined ? '' : texts.matchNumber(state.pending.matchNumber)}`.trim());
    case 'choose-pin': return polite(texts.chooseTitle);
    case 'set-up': return polite(`${texts.congratulations} ${plainText(texts.canSignIn, { userId: state.identity.userId })}`);
    case 'signed-in': return polite(`${texts.signedInTitle} ${plainText(texts.signedInAs, { userId: state.userId })}`);
    case 'locked': return assertive(`${texts.revokedTitle}. ${plainText(texts.revokedText(state.context.project?.pinAttempts ?? 3), { userId: state.identity.userId })}`);
    case 'trouble': return assertive(texts.troubles[troubleKind(state.problem.code)].join('. '));
    default: return undefined;
  }
}

function countOf(previous: State, state: State, texts: Texts): Announcement | undefined {
  if (state.name !== 'enter-pin' && state.name !== 'choose-pin') return undefined;
  if (previous.name !== state.name || previous.length === state.length) return undefined;
  const total = state.name === 'enter-pin' ? state.identity.pinLength : pinLength(state);
  return polite(state.length === 0 ? texts.empty : texts.entered(state.length, total));
}

const pinLength = (state: State): number => state.context.project?.pinLength ?? 4;
