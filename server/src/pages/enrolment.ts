import { html } from '../text/html.ts';
import { nearestLanguage } from '../text/languages.ts';
import { oneLine } from '../text/untrusted.ts';
import { pageCatalogue } from './catalogue.ts';
import { page } from './document.ts';
import { factList } from './facts.ts';
import { logoImage, ownWords } from './look.ts';
import type { Look } from './look.ts';

interface Common extends Look {
  /** BCP 47; the nearest catalogue is taken. */
  lang?: string | undefined;
  userId: string;
}

/** What the page behind a custom verification's URL shows and sends back (docs/protocol.md 10.6). */
export interface EnrolmentModel extends Common {
  /** The link's code, sent back with the decision. */
  code: string;
}

/**
 * Asks before this browser is enrolled: whoever previews links opens them too, so opening changes nothing. Handing the link over to a phone
 * belongs between the two decisions.
 */
export function enrolmentPage(model: EnrolmentModel): string {
  const language = nearestLanguage(model.lang);
  const texts = pageCatalogue[language].enrolment;
  const title = texts.title(oneLine(model.projectName));
  const hidden = html`<input type="hidden" name="code" value="${model.code}"><input type="hidden" name="user_id" value="${model.userId}">`;
  const content = html`<h1>${title}</h1>
<p>${ownWords(model, language, 'enrolmentPageIntro') ?? texts.intro}</p>
${factList([[texts.who, model.userId]])}
<div class="actions">
<form method="post" action="/verification/confirmation/enrol" autocomplete="off">${hidden}<button class="primary" type="submit">${texts.go}</button></form>
<form method="post" action="/verification/confirmation/decision" autocomplete="off">${hidden}<button type="submit" name="decision" value="cancel">${texts.refuse}</button></form>
</div>
<p>${texts.caution}</p>`;
  return page({ language, title, look: model, content });
}

/** What the page with the PIN-pad needs. */
export interface EnrolmentPadModel extends Common {
  projectId: string;
  /** The platform's public URL. */
  server: string;
  /** Stands in an attribute, which the PIN-pad removes as soon as it has read it; never in an address. */
  activationToken: string;
  /** The session that waits for this sign-in elsewhere, if one does. */
  accessId: string | undefined;
}

/** The page on which the PIN is chosen. */
export function enrolmentPadPage(model: EnrolmentPadModel): string {
  const language = nearestLanguage(model.lang);
  const texts = pageCatalogue[language].enrolment;
  const title = texts.padTitle(oneLine(model.projectName));
  const content = html`<h1 class="to">${title}</h1>
<noscript><p class="note">${texts.needsScript}</p></noscript>
<mpin-pinpad autofocus lang="${language}" server="${model.server}" project="${model.projectId}" user-id="${model.userId}" activation-token="${model.activationToken}" access-id="${model.accessId ?? ''}">${logoImage(model.logo, 'logo')}</mpin-pinpad>`;
  return page({ language, title, look: model, content, layout: 'bare', scripts: ['/mpin-pinpad.js'] });
}
