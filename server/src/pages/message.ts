import { html } from '../text/html.ts';
import { nearestLanguage } from '../text/languages.ts';
import { pageCatalogue } from './catalogue.ts';
import { icon, page } from './document.ts';
import type { Icon } from './document.ts';
import type { Look } from './look.ts';
import type { MessageKind } from './verification-texts.ts';

export type { MessageKind };

export interface MessageModel extends Look {
  /** BCP 47; the nearest catalogue is taken. */
  lang?: string | undefined;
  /**
   * `confirmed`: done, the PIN-pad goes on by itself. `cancelled`: refused by the person. `wrong-number`: refused, for
   * the number was not the starter's. `expired`: used, refused, too old or never made. `continue-in-app`: a request
   * that was not handed over goes on where it was started. `device-removed`, `devices-removed`, `device-inactive`, `objection-expired`: how "This was not me"
   * ended. `rate-limited`, `error`: try later.
   */
  kind: MessageKind;
  /** For `continue-in-app`: what to enter there, where the app cannot take it from the link. */
  code?: string | undefined;
}

const looks: Record<MessageKind, { badge: '' | 'no' | 'plain'; icon: Icon }> = {
  'device-removed': { badge: '', icon: 'tick' },
  'devices-removed': { badge: '', icon: 'tick' },
  'device-inactive': { badge: 'plain', icon: 'cross' },
  'objection-expired': { badge: 'no', icon: 'cross' },
  confirmed: { badge: '', icon: 'tick' },
  cancelled: { badge: 'plain', icon: 'cross' },
  'wrong-number': { badge: 'no', icon: 'cross' },
  expired: { badge: 'no', icon: 'cross' },
  'continue-in-app': { badge: 'plain', icon: 'device' },
  'rate-limited': { badge: 'no', icon: 'cross' },
  error: { badge: 'no', icon: 'cross' },
};

/** A page that says how something ended and what to do next. */
export function messagePage(model: MessageModel): string {
  const language = nearestLanguage(model.lang);
  const { title, body } = pageCatalogue[language].verification.messages[model.kind];
  const look = looks[model.kind];
  const content = html`<span class="badge ${look.badge}">${icon(look.icon, 34)}</span>
<h1>${title}</h1>
<p>${body}</p>
${model.code === undefined ? undefined : html`<p class="code" dir="ltr">${model.code}</p>`}`;
  return page({ language, title, look: model, content, message: true });
}
