import { assertive, hasNews, polite } from './announcements.ts';
import type { Sayings } from './announcements.ts';
import { secondsLeft } from '../machine/states/phone-device.ts';
import { plainText } from './parts/rich-text.ts';
import { quickCodeText } from './screens/phone-device.ts';
import { numberText } from './screens/phone-request.ts';
import type { LaterTexts } from './texts/texts.ts';

/** What people hear on a phone. The seconds of a request are not counted aloud: how long is left is said once. */
export const phoneSayings: Sayings<LaterTexts> = {
  noteOf(previous, state, texts) {
    switch (state.name) {
      case 'enter-access-number':
        return state.problem && (previous.name !== state.name || previous.problem !== state.problem) ? assertive(numberText(state.problem, texts)) : undefined;
      case 'quick-code': return hasNews(previous, state) ? assertive(quickCodeText(state, texts)) : undefined;
      case 'add-device': return previous.name === state.name && secondsLeft(state) === 0 ? assertive(texts.quickCodeExpired) : undefined;
      case 'approved':
        if (previous.name !== state.name || !hasNews(previous, state)) return undefined;
        return state.note === 'failed' ? assertive(texts.signOutFailed) : polite(plainText(texts.signedOutText, { userId: state.userId }));
      default: return undefined;
    }
  },
  titleOf(state, texts) {
    switch (state.name) {
      case 'identity-options': return polite(texts.optionsTitle);
      case 'enter-access-number': return polite(texts.accessTitle);
      case 'scan-request': return polite(texts.scanTitle);
      case 'confirm-request': return polite([texts.requestTitle, state.request.projectName, state.request.otherNetwork ? texts.otherNetwork : texts.requestCheck].join(' '));
      case 'request-declined': return polite(`${texts.requestDeclined}. ${texts.requestDeclinedHint}`);
      case 'approved': return polite(`${texts.approvedTitle}. ${plainText(texts.approvedText, { userId: state.userId })}`);
      case 'add-device': return polite(texts.addDeviceTitle);
      case 'quick-code': return polite(texts.quickCodeTitle);
      default: return undefined;
    }
  },
};
