import { html } from '../text/html.ts';
import { formatMoment, nearestLanguage } from '../text/languages.ts';
import { unlinkable } from '../text/untrusted.ts';
import { pageCatalogue } from './catalogue.ts';
import { page } from './document.ts';
import { factList } from './facts.ts';

/** What the page behind "This was not me" shows and sends back (docs/protocol.md 5.5). */
export interface ObjectionModel {
  /** BCP 47; the nearest catalogue is taken. */
  lang?: string | undefined;
  projectName: string;
  userId: string;
  /** As it was typed: untrusted, may be empty. */
  deviceName: string;
  /** Unix seconds. */
  registeredAt: number;
  /** Where it was set up, as far as it is known. Empty when unknown. */
  place: string;
  /** The link's code, sent back with the decision. */
  code: string;
}

/** Asks before a device is removed: mail scanners open links too, so opening changes nothing. */
export function objectionPage(model: ObjectionModel): string {
  const language = nearestLanguage(model.lang);
  const texts = pageCatalogue[language];
  const content = html`<h1>${texts.objectionTitle}</h1>
<p>${texts.objectionIntro}</p>
${factList([
    [texts.who, model.userId],
    [texts.device, unlinkable(model.deviceName) || texts.unknown],
    [texts.setUpAt, formatMoment(model.registeredAt, language)],
    [texts.setUpFrom, unlinkable(model.place, 80) || texts.unknown],
  ])}
<form method="post" action="/identity/objection" autocomplete="off">
<input type="hidden" name="code" value="${model.code}">
<div class="actions"><button class="primary" type="submit">${texts.objection}</button></div>
</form>
<p>${texts.objectionCaution}</p>`;
  return page({ language, title: texts.objectionTitle, projectName: model.projectName, content });
}
