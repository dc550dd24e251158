import type { ConfirmEmail, NotActive } from '../machine/index.ts';
import type { Sayings } from './announcements.ts';
import { assertive, hasNews, polite } from './announcements.ts';
import { plainText } from './parts/rich-text.ts';
import { chooseMessage } from './screens/choose-pin.ts';
import { confirmMessage } from './screens/confirm.ts';
import type { Texts } from './texts/texts.ts';

/** What people hear while they set an identity up. */
export const setUpSayings: Sayings<Texts> = {
  noteOf(previous, state, texts) {
    switch (state.name) {
      case 'registering': return previous.name === state.name ? undefined : polite(texts.settingUp);
      case 'choose-pin':
        if (hasNews(previous, state)) return assertive(chooseMessage(state, texts));
        // Focus stays in the field, so that nothing else tells of the next step.
        return previous.name === state.name && previous.step !== state.step ? polite(state.step === 'again' ? texts.againTitle : texts.chooseTitle) : undefined;
      case 'confirm-email': case 'not-active':
        // Wherever focus is: the number has to be known before the mail is opened.
        if (previous.name !== state.name) return polite(mailText(state, texts));
        if (state.note === 'waiting' || !hasNews(previous, state)) return undefined;
        return (state.note === 'code-wrong' ? assertive : polite)(confirmMessage(state, texts));
      case 'identities': return state.note !== undefined && hasNews(previous, state) ? polite(plainText(texts[state.note.kind], { userId: state.note.userId })) : undefined;
      default: return undefined;
    }
  },
  titleOf(state, texts) {
    switch (state.name) {
      case 'choose-pin': return polite(texts.chooseTitle);
      case 'home': return polite(texts.homeTitle);
      case 'identities': return polite(texts.listTitle);
      case 'edit-identity': return polite(`${texts.editTitle}. ${state.identity.userId}`);
      case 'confirm-remove': return polite(`${texts.removeTitle}. ${texts.removeQuestion}`);
      case 'confirm-reset': return polite(`${state.from === 'enter-pin' ? texts.resetTitle : texts.resetPin} ${texts.resetQuestion}`);
      case 'otp': return polite(texts.otpTitle);
      case 'set-up': return polite(`${texts.congratulations} ${plainText(texts.canSignIn, { userId: state.identity.userId })}`);
      default: return undefined;
    }
  },
};

/** That a mail was sent, and the number that its page asks for. */
function mailText(state: ConfirmEmail | NotActive, texts: Texts): string {
  const { userId, matchNumber } = state.pending;
  const sent = state.note === 'waiting' ? plainText(texts.mailSent, { userId }) : confirmMessage(state, texts);
  return matchNumber === undefined ? sent : `${sent} ${texts.matchNumber(matchNumber)}`;
}
