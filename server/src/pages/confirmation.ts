import { html } from '../text/html.ts';
import type { Html } from '../text/html.ts';
import { formatMoment, nearestLanguage } from '../text/languages.ts';
import { unlinkable } from '../text/untrusted.ts';
import { pageCatalogue } from './catalogue.ts';
import { page } from './document.ts';
import { factList } from './facts.ts';
import { ownWords } from './look.ts';
import type { Look } from './look.ts';
import type { VerificationTexts } from './verification-texts.ts';

/** What the page of docs/protocol.md 4.4 shows and sends back. */
export interface ConfirmationModel extends Look {
  /** BCP 47; the nearest catalogue is taken. */
  lang?: string | undefined;
  userId: string;
  /** As the starter typed it: untrusted, may be empty. */
  deviceName: string;
  /** Unix seconds. */
  requestedAt: number;
  /** Where the request came from, as far as it is known: a place, else a network address. Empty when unknown. */
  place: string;
  /** The link's code, sent back with the decision. */
  code: string;
  /** Two-digit numbers of which the starter shows one; only when another browser opened the link. */
  numbers?: readonly string[] | undefined;
  /** This user already has a device here. */
  hasDevices?: boolean | undefined;
  /** The page was opened from another network than the request came from. */
  otherNetwork?: boolean | undefined;
  /** Set when "Confirm and activate" came without a number. */
  numberMissing?: boolean | undefined;
}

/** The page that a mailed link opens: who asks, from which device, where and when; it changes nothing by itself. */
export function confirmationPage(model: ConfirmationModel): string {
  const language = nearestLanguage(model.lang);
  const texts = pageCatalogue[language].verification;
  const content = html`<h1>${texts.confirmTitle}</h1>
<p>${ownWords(model, language, 'confirmPageIntro') ?? texts.confirmIntro}</p>
${factList([
    [texts.who, model.userId],
    [texts.device, unlinkable(model.deviceName) || texts.unknown],
    [texts.when, formatMoment(model.requestedAt, language)],
    [texts.where, unlinkable(model.place, 80) || texts.unknown],
  ])}
${model.hasDevices === true ? html`<p class="note">${texts.hasDevices}</p>` : undefined}
${model.otherNetwork === true ? html`<p class="note">${texts.otherNetwork}</p>` : undefined}
<form method="post" action="/verification/confirmation/decision" autocomplete="off" novalidate>
<input type="hidden" name="code" value="${model.code}">
<input type="hidden" name="user_id" value="${model.userId}">
${numberChoice(model, texts)}
<div class="actions">
<button class="primary" type="submit" name="decision" value="confirm">${texts.confirm}</button>
<button type="submit" name="decision" value="cancel">${texts.cancel}</button>
</div>
</form>
<p>${texts.confirmCaution}</p>`;
  return page({ language, title: texts.confirmTitle, look: model, content });
}

/**
 * Radio buttons, none chosen beforehand: a guess has to be made, not slipped into. Who chose none is told so beside them by this page, in its own words, and
 * stands at the first of them (WCAG 2.2, 3.3.1): the browser's bubble would speak its own language and lie over the buttons.
 */
function numberChoice(model: ConfirmationModel, texts: VerificationTexts): Html | undefined {
  if (model.numbers === undefined) return undefined;
  const isMissing = model.numberMissing === true;
  return html`<fieldset ${isMissing ? html`aria-describedby="number-missing"` : undefined}>
<legend>${texts.numberQuestion}</legend>
${isMissing ? html`<p class="note" id="number-missing" role="alert">${texts.numberMissing}</p>` : undefined}
<div class="numbers">${model.numbers.map((number, at) => html`<label><input type="radio" name="number" value="${number}" required ${isMissing && at === 0 ? html`autofocus` : undefined}>${number}</label>`)}</div>
</fieldset>`;
}
