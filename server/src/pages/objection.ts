import { html } from '../text/html.ts';
import { formatMoment, nearestLanguage } from '../text/languages.ts';
import { unlinkable } from '../text/untrusted.ts';
import { pageCatalogue } from './catalogue.ts';
import { page } from './document.ts';
import { factList } from './facts.ts';
import type { Look } from './look.ts';

/** What the page behind "This was not me" shows and sends back (docs/protocol.md 5.5). */
export interface ObjectionModel extends Look {
  /** BCP 47; the nearest catalogue is taken. */
  lang?: string | undefined;
  userId: string;
  /** As it was typed: untrusted, may be empty. */
  deviceName: string;
  /** Unix seconds. */
  registeredAt: number;
  /** When wrong PINs locked it, where the mail was about that; Unix seconds. */
  lockedAt?: number | undefined;
  /** Where it was set up, as far as it is known. Empty when unknown. */
  place: string;
  /** The link's code, sent back with the decision. */
  code: string;
}

/** Asks before a device, or after a lock-out every device, is removed: mail scanners open links too, so opening changes nothing. */
export function objectionPage(model: ObjectionModel): string {
  const language = nearestLanguage(model.lang);
  const texts = pageCatalogue[language].verification;
  const { lockedAt } = model;
  const { title, intro, advice, button } = lockedAt === undefined
    ? { title: texts.objectionTitle, intro: texts.objectionIntro, advice: undefined, button: texts.objection }
    : { title: texts.lockOutTitle, intro: texts.lockOutIntro, advice: html`<p>${texts.lockOutAdvice}</p>`, button: texts.lockOut };
  const content = html`<h1>${title}</h1>
<p>${intro}</p>
${factList([
    [texts.who, model.userId],
    [texts.device, unlinkable(model.deviceName) || texts.unknown],
    ...(lockedAt === undefined ? [] : [[texts.lockedAt, formatMoment(lockedAt, language)] as const]),
    [texts.setUpAt, formatMoment(model.registeredAt, language)],
    [texts.setUpFrom, unlinkable(model.place, 80) || texts.unknown],
  ])}
${advice}<form method="post" action="/identity/objection" autocomplete="off">
<input type="hidden" name="code" value="${model.code}">
<div class="actions"><button class="primary" type="submit">${button}</button></div>
</form>
<p>${texts.objectionCaution}</p>`;
  return page({ language, title, look: model, content });
}
